"""Fields: pages that are counted, and what a document says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.word import edited, members, run, tree
from tests.docx_text import W
from tests.mailing.printfile import peoples
from tests.mailing.printfile.letters import PAGE_OF, field, fields, letter, made, refer, section, with_member
from tests.mailing.printfile.printed import joined, print_out, words_in


def footed(footer: str) -> bytes:
    """A document with this in its footer's only paragraph."""
    return made(
        f"<w:p>{run('Brev')}</w:p>" + section(refer("footer", "footer1")),
        {"footer1": f"<w:p>{footer}</w:p>", **peoples.modern()},
    )


def footers(data: bytes) -> list[list[str]]:
    """The fields' instructions in each footer that has any."""
    names = sorted(name for name in members(data) if name.startswith("word/footer"))
    found = [
        [one.text or "" for one in root.iter(f"{W}instrText")]
        + [one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple")]
        for root in (tree(data, name) for name in names)
    ]
    return [one for one in found if one]


def for_libreoffice(folder: Path, *documents: bytes) -> bytes:
    return print_out(folder, *documents, for_libreoffice=True).files[0].temporary.read_bytes()


@pytest.mark.parametrize(
    "footer",
    [
        fields(PAGE_OF),
        fields("Side {PAGE} af ") + field(" NUM", "PAGES "),
        fields("Side {PAGE} af ") + field(" numpages  \\* Arabic "),
    ],
)
def test_word_counts_the_pages_of_the_section(tmp_path: Path, footer: str) -> None:
    (found,) = footers(joined(tmp_path, footed(footer), footed(footer)))
    assert found[0] == "PAGE"
    assert found[1].split()[0] == "SECTIONPAGES"
    assert found[1].split()[1:] in ([], ["\\*", "Arabic"])


def test_a_simple_field_counts_them_too_and_keeps_what_it_shows(tmp_path: Path) -> None:
    data = joined(tmp_path, footed(f'<w:fldSimple w:instr=" NUMPAGES ">{run("3")}</w:fldSimple>'))
    assert footers(data) == [[" SECTIONPAGES "]]
    root = tree(data, next(name for name in members(data) if "footer" in name))
    assert "".join(one.text or "" for one in root.iter(f"{W}t")) == "3"


def test_libreoffice_looks_up_the_page_of_a_bookmark_at_the_end(tmp_path: Path) -> None:
    data = for_libreoffice(tmp_path, footed(fields(PAGE_OF)), letter())
    names = [one.get(f"{W}name") for one in tree(data).iter(f"{W}bookmarkStart")]
    assert names == ["_docgen_slut_1", "_docgen_slut_2"]
    assert sorted(footers(data)) == sorted(
        [["PAGE", "PAGEREF _docgen_slut_1"], [" PAGE ", " PAGEREF _docgen_slut_2 "]]
    )


def test_the_bookmark_stands_in_the_last_paragraph_and_only_where_it_is_asked_for(tmp_path: Path) -> None:
    body = tree(for_libreoffice(tmp_path, peoples.several_sections(), peoples.bare()))[0]
    marked = [one.getparent() for one in body.iter(f"{W}bookmarkStart")]
    assert ["".join(t.text or "" for t in one.iter(f"{W}t")) for one in marked if one is not None] == [
        "Kortet over haven"
    ]


def test_several_sections_are_counted_to_the_last_page_and_show_what_was_saved(tmp_path: Path) -> None:
    app = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    saved = with_member(
        peoples.several_sections(), "docProps/app.xml", app + b"<Pages>3</Pages></Properties>"
    )
    data = joined(tmp_path, saved)
    assert footers(data) == [["PAGE", "PAGEREF _docgen_slut_1"]]
    root = tree(data, "word/footer1.xml")
    assert "".join(one.text or "" for one in root.iter(f"{W}t")) == "Side 1 af 3"


def test_a_section_of_several_still_counts_its_own_pages(tmp_path: Path) -> None:
    own = edited(
        peoples.several_sections(), lambda xml: xml.replace("NUMPAGES", "SECTIONPAGES"), "word/footer1.xml"
    )
    assert footers(joined(tmp_path, own)) == [["PAGE", "SECTIONPAGES"]]


def test_pages_that_do_not_count_from_one_keep_the_number_that_was_shown(tmp_path: Path) -> None:
    third = made(
        f"<w:p>{run('Brev')}</w:p>" + section(refer("footer", "footer1"), start='<w:pgNumType w:start="5"/>'),
        {"footer1": f"<w:p>{fields(PAGE_OF)}</w:p>", **peoples.modern()},
    )
    data = for_libreoffice(tmp_path, third)
    assert footers(data) == [["PAGE"]]
    texts = [one.text for one in tree(data, "word/footer1.xml").iter(f"{W}t")]
    assert "".join(text or "" for text in texts) == "Side 1 af 1"


@pytest.mark.parametrize("kind", ["TITLE", "FILENAME", "DOCPROPERTY Sagsnr", "AUTHOR", "NUMWORDS"])
def test_what_a_document_says_of_itself_stays_as_it_was(tmp_path: Path, kind: str) -> None:
    body = (
        f"<w:p>{run('Om ')}{field(f' {kind} ', shows='Vinterbrev')}"
        f'<w:fldSimple w:instr=" {kind} ">{run(" igen")}</w:fldSimple></w:p>'
    )
    data = joined(tmp_path, made(body + section(), peoples.modern()))
    assert words_in(data) == ["Om", "Vinterbrev", "igen"]
    assert not list(tree(data).iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"))


def test_a_field_within_a_field_is_left_whole(tmp_path: Path) -> None:
    inner = field(" NUMPAGES ", shows="4")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> = </w:instrText></w:r>'
        f'{inner}<w:r><w:instrText> - 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert footers(joined(tmp_path, footed(outer))) == [[" = ", " SECTIONPAGES ", " - 1 "]]


def test_no_field_asks_word_to_work_it_out_when_the_file_is_opened(tmp_path: Path) -> None:
    dirty = edited(
        footed(fields(PAGE_OF)),
        lambda xml: xml.replace('"begin"', '"begin" w:dirty="true"'),
        "word/footer1.xml",
    )
    data = joined(tmp_path, dirty)
    assert not any(b"dirty" in content or b"updateFields" in content for content in members(data).values())
