"""Styles of several templates in one file, and what cannot share one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.documents.word import edited, members, p, run, tree
from tests.docx_text import W
from tests.mailing.printfile import peoples
from tests.mailing.printfile.letters import letter, made, section
from tests.mailing.printfile.printed import joined, print_out

STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
EASY = ("opfoelgningsmoede", "invitation.letlaest.docx")


def styles(data: bytes) -> dict[str, etree._Element]:
    return {one.get(f"{W}styleId", ""): one for one in tree(data, STYLES).iter(f"{W}style")}


def value(style: etree._Element, path: str) -> str:
    found = style.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def attributes(element: etree._Element | None) -> dict[str, str]:
    """An element's attributes, all of WordprocessingML, by their local names."""
    assert element is not None
    return {str(key).removeprefix(W): str(text) for key, text in element.attrib.items()}


def used(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The style of every paragraph of a part; blank for those that name none."""
    return [value(one, "pPr/pStyle") for one in tree(data, part).iter(f"{W}p")]


def test_letters_of_one_template_keep_its_styles_as_they_are(tmp_path: Path) -> None:
    data = joined(tmp_path, letter(), letter("dialogmoede", "invitation.docx"))
    assert set(styles(data)) == set(styles(letter()))
    assert used(data) == used(letter()) + used(letter("dialogmoede", "invitation.docx"))


def test_easy_read_letters_keep_their_larger_type(tmp_path: Path) -> None:
    data = joined(tmp_path, letter(), letter(*EASY), letter())
    found = styles(data)
    assert (value(found["Normal"], "rPr/sz"), value(found["Normal_2"], "rPr/sz")) == ("", "28")
    assert value(found["Normal_2"], "name") == "Normal (2)"
    assert value(found["Heading1_2"], "basedOn") == "Normal_2"
    assert found["Normal_2"].get(f"{W}customStyle") == "1"
    assert [name for name, one in found.items() if one.get(f"{W}default")] == [
        "Normal",
        "DefaultParagraphFont",
        "TableNormal",
        "NoList",
    ]
    renamed = {
        "": "Normal_2",
        **{name: f"{name}_2" for name in styles(letter(*EASY)) if f"{name}_2" in found},
    }
    plain, easy = used(letter()), used(letter(*EASY))
    assert used(data) == plain + [renamed.get(name, name) for name in easy] + plain


def test_the_headers_of_easy_read_letters_follow_their_styles(tmp_path: Path) -> None:
    data = joined(tmp_path, letter(), letter(*EASY))
    headers = [name for name in members(data) if name.startswith("word/header")]
    assert sorted(style for name in headers for style in used(data, name)) == ["Header", "Header_2"]


def test_a_style_is_known_by_its_name_whatever_its_id_is(tmp_path: Path) -> None:
    def danish(xml: str) -> str:
        return xml.replace('"Heading1"', '"Overskrift1"').replace('w:val="heading 1"', 'w:val="Heading 1"')

    saved = edited(edited(letter(), danish, STYLES), danish)
    data = joined(tmp_path, letter(), saved)
    assert "Overskrift1" not in styles(data)
    assert used(data) == used(letter()) * 2


def test_what_word_notes_for_itself_makes_no_other_style(tmp_path: Path) -> None:
    def noted(xml: str) -> str:
        note = '<w:uiPriority w:val="9"/><w:unhideWhenUsed/>'
        return xml.replace('<w:uiPriority w:val="9"/>', note).replace(
            "<w:qFormat/>", '<w:rsid w:val="00A1"/>'
        )

    data = joined(tmp_path, letter(), edited(letter(), noted, STYLES))
    assert set(styles(data)) == set(styles(letter()))


def test_a_style_that_rests_on_a_changed_one_is_another_style(tmp_path: Path) -> None:
    changed = edited(letter(), lambda xml: xml.replace('w:val="1F4E5F"', 'w:val="AA0000"', 3), STYLES)
    data = joined(tmp_path, letter(), changed, changed)
    found = styles(data)
    assert value(found["Heading1_2"], "rPr/color") == "AA0000"
    assert "Faktatekst_2" not in found
    assert "Heading1_3" not in found


def test_a_style_that_is_not_there_is_not_taken_from_another_letter(tmp_path: Path) -> None:
    lost = made(
        f'<w:p><w:pPr><w:pStyle w:val="Faktatekst"/></w:pPr>{run("ord")}</w:p>' + section(), peoples.modern()
    )
    assert used(joined(tmp_path, letter(), lost))[-1] == "Normal_2"


def test_other_defaults_are_said_by_the_styles_that_rest_on_none(tmp_path: Path) -> None:
    data = joined(tmp_path, letter(), peoples.from_word())
    root = styles(data)["Normal_2"]
    assert value(root, "rPr/sz") == "24"
    spacing = attributes(root.find(f"{W}pPr/{W}spacing"))
    assert spacing == {"after": "160", "line": "278", "lineRule": "auto"}
    assert value(styles(data)["Overskrift1_2"], "basedOn") == "Normal_2"


def test_paragraphs_in_tables_keep_what_their_table_says(tmp_path: Path) -> None:
    body = tree(joined(tmp_path, letter(), peoples.from_word()))[0]
    table = list(body.iter(f"{W}tbl"))[-1]
    found = [attributes(one.find(f"{W}pPr/{W}spacing")) for one in table.iter(f"{W}p")]
    assert found == [{"after": "0", "line": "240", "lineRule": "auto"}] * 3


def test_fonts_of_another_theme_are_written_out(tmp_path: Path) -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T"><a:themeElements>'
        '<a:fontScheme name="T"><a:majorFont><a:latin typeface="Georgia"/></a:majorFont><a:minorFont>'
        '<a:latin typeface="Verdana"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    text = '<w:p><w:r><w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/>'
    text += '<w:color w:val="112233" w:themeColor="accent1"/>'
    one = made(f"{text}</w:rPr><w:t>Bilag</w:t></w:r></w:p>" + section(), peoples.modern())
    one = edited(one, lambda xml: xml.replace('w:ascii="Carlito"', 'w:asciiTheme="minorHAnsi"'), STYLES)
    data = joined(tmp_path, letter(), peoples.with_theme(one, theme))
    assert attributes(list(tree(data).iter(f"{W}rFonts"))[-1]) == {"ascii": "Georgia"}
    assert attributes(list(tree(data).iter(f"{W}color"))[-1]) == {"val": "112233"}
    assert attributes(styles(data)["Normal_2"].find(f"{W}rPr/{W}rFonts"))["ascii"] == "Verdana"


def test_a_letter_that_divides_no_words_still_divides_none(tmp_path: Path) -> None:
    def undivided(xml: str) -> str:
        return xml.replace("<w:autoHyphenation/>", "")

    plain = edited(letter(), undivided, SETTINGS)
    first = joined(tmp_path / "1", letter(), plain)
    assert tree(first, SETTINGS).find(f"{W}autoHyphenation") is not None
    assert value(styles(first)["Normal_2"], "pPr/suppressAutoHyphens") == "1"
    second = joined(tmp_path / "2", plain, letter())
    assert tree(second, STYLES).find(f".//{W}pPrDefault/{W}pPr/{W}suppressAutoHyphens") is not None
    assert value(styles(second)["Normal_2"], "pPr/suppressAutoHyphens") == "0"


def compatible(mode: str) -> Callable[[str], str]:
    return lambda xml: xml.replace('w:val="15"', f'w:val="{mode}"')


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (compatible("12"), "the version of Word that it was made for"),
        (lambda xml: xml.replace("<w:zoom", "<w:mirrorMargins/><w:zoom"), "facing pages or binding"),
        (
            lambda xml: xml.replace('hyphenationZone w:val="567"', 'hyphenationZone w:val="200"'),
            "how words are divided",
        ),
    ],
)
def test_what_a_file_can_only_have_once_makes_a_file_of_its_own(
    tmp_path: Path, change: Callable[[str], str], reason: str
) -> None:
    other = edited(letter(), change, SETTINGS)
    done = print_out(tmp_path, letter(), other, letter(), [other, other], letter())
    assert [(file.name, file.letters, file.documents) for file in done.files] == [
        ("breve.docx", 3, 3),
        ("breve_2.docx", 2, 3),
    ]
    assert [(found.code, found.place.file) for found in done.findings] == [("W-400", "1_0.docx")]
    assert f"“breve_2.docx”: what differs is {reason}." in str(done.findings[0])


def test_loose_tabs_make_a_file_of_their_own_and_tabs_with_a_stop_do_not(tmp_path: Path) -> None:
    loose = made(f"<w:p>{run('Navn')}<w:r><w:tab/></w:r></w:p>" + section(), peoples.modern())
    done = print_out(tmp_path, letter(), loose)
    assert [file.name for file in done.files] == ["breve.docx", "breve_2.docx"]
    assert "the distance of tab stops" in str(done.findings[0])
    stop = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="2000"/></w:tabs></w:pPr>'
    joined(tmp_path / "to", letter(), edited(loose, lambda xml: xml.replace("<w:p>", f"<w:p>{stop}", 1)))


def test_defaults_that_styles_cannot_say_make_a_file_of_their_own(tmp_path: Path) -> None:
    bold = edited(peoples.bare(), lambda xml: xml.replace("<w:kern", "<w:b/><w:kern"), STYLES)
    done = print_out(tmp_path, peoples.bare(), bold)
    assert [file.name for file in done.files] == ["breve.docx", "breve_2.docx"]
    assert "what holds for all of its text" in str(done.findings[0])


def test_drawings_in_the_colours_of_another_theme_make_a_file_of_their_own(tmp_path: Path) -> None:
    colour = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
    drawn = made(f"<w:p><w:r><w:drawing>{colour}</w:drawing></w:r></w:p>" + section(), peoples.modern())
    done = print_out(tmp_path, letter(), drawn)
    assert "the theme that its drawings take their colours from" in str(done.findings[0])


def test_a_letter_stays_together_with_its_enclosures(tmp_path: Path) -> None:
    old = edited(letter(), compatible("12"), SETTINGS)
    done = print_out(tmp_path, [letter(), letter()], [letter(), old], [old, p_only()], [old, old])
    assert [(file.name, file.letters, file.documents) for file in done.files] == [
        ("breve.docx", 2, 4),
        ("breve_2.docx", 2, 4),
    ]
    assert [found.place.file for found in done.findings] == ["1_1.docx", "2_1.docx"]


def p_only() -> bytes:
    """An enclosure that can only stand with modern letters."""
    return made(p("ark") + section(), peoples.modern())
