"""What a compiled template makes of its tags."""

from __future__ import annotations

import io
import pickle
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from docxtpl import Listing, RichText, RichTextParagraph  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.documents.template import Template
from docgen.errors import TemplateError
from docgen.i18n import language
from tests.documents.word import (
    BODY,
    body,
    control,
    drawing,
    edited,
    letter,
    members,
    p,
    paragraphs,
    row,
    run,
    saved,
    table,
    tree,
    values,
    with_part,
)
from tests.tools import require_tool

CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
GUESTS = [{"navn": "Mona Mønster"}, {"navn": "Karl Øvrig"}, {"navn": "Å & B"}]


def filled(data: bytes, **context: object) -> bytes:
    return Template.compile(data, "brev.docx").render(context)


def texts(data: bytes, **context: object) -> list[str]:
    return paragraphs(filled(data, **context))


def refusal(data: bytes, **context: object) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        filled(data, **context)
    return caught.value


# Values


@pytest.mark.parametrize(
    "value",
    [
        "A & B",
        "<b>5 < 6 > 4</b>",
        "\"citat\" og 'citat'",
        "æøå ÆØÅ",
        "kl. 10.00 😀",
        "{{ 7*7 }}",
        "{% if %}",
        "{_{ x }_}",
        "&amp;",
        "to\nlinjer",
        "kolonne\tto",
        "  luft  ",
        "",
    ],
)
def test_a_value_comes_out_as_it_went_in(value: str) -> None:
    assert texts(letter("[{{ x }}]"), x=value) == [f"[{value}]"]


def test_a_line_break_of_any_kind_becomes_words_own() -> None:
    data = filled(letter("{{ x }}"), x="a\r\nb\rc\nd\x0be")
    assert paragraphs(data) == ["a\nb\nc\nd\ne"]
    assert len(values(data, "//w:br")) == 4


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert texts(letter("{{ x }}"), x="a\x00b\x1bc\ufffe\ud800d") == ["abcd"]


def test_none_prints_nothing_and_numbers_print_themselves() -> None:
    assert texts(letter("[{{ a }}][{{ b }}][{{ c }}]"), a=None, b=12, c=0) == ["[][12][0]"]


def test_attributes_of_objects_and_keys_of_dictionaries_are_reached_with_a_dot() -> None:
    context: Mapping[str, object] = {"person": SimpleNamespace(navn="Åse"), "sted": {"items": "Stuen"}}
    assert texts(letter("{{ person.navn }} i {{ sted.items }}"), **context) == ["Åse i Stuen"]


@pytest.mark.parametrize("value", [["a"], {"a": 1}, ("a",), object(), len])
def test_what_is_no_text_is_refused_instead_of_printed_as_code(value: object) -> None:
    error = refusal(letter("Kære {{ x }}"), x=value)
    assert [(f.code, f.place.tag, f.place.near) for f in error.findings] == [("E-145", "{{ x }}", "Kære")]


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("{}%#&<>\"'\n\tæøåÆØÅ😀"), max_size=60)
)
def test_any_text_that_goes_in_comes_out(value: str) -> None:
    forbidden = {chr(code) for code in range(32)} - {"\n", "\t", "\r", "\x0b", "\a", "\f"} | {
        "\ufffe",
        "\uffff",
    }
    wanted = "".join(sign for sign in value.replace("\r\n", "\n") if sign not in forbidden)
    for sign in "\r\x0b\a\f":
        wanted = wanted.replace(sign, "\n")
    out = PROPERTY_TEMPLATE.render({"x": value, "xs": [value]})
    inline, *repeated = paragraphs(out)
    assert inline == f"[{wanted}]"
    assert repeated == [f"({wanted})"]
    assert values(out, "//w:sdtPr/w:alias/@w:val") == [
        " ".join(f"<{wanted}>".replace("\t", "\n").split("\n"))
    ]
    assert docx.Document(io.BytesIO(out)).element.body is not None


PROPERTY_TEMPLATE = Template.compile(
    body(
        '<w:p><w:sdt><w:sdtPr><w:alias w:val="&lt;{{ x }}&gt;"/><w:text/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>[{{ x }}]</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        + p("{%p for x in xs %}")
        + '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>({{ x }})</w:t></w:r></w:hyperlink></w:p>'
        + p("{%p endfor %}")
    ),
    "egenskab.docx",
)


# Tags


def test_paragraphs_are_left_out_or_repeated() -> None:
    data = letter(
        "{%p if ja %}",
        "Ja",
        "{%p else %}",
        "Nej",
        "{%p endif %}",
        "{%p for g in gaester %}",
        "{{ loop.index }}. {{ g.navn }}",
        "{%p endfor %}",
    )
    assert texts(data, ja=False, gaester=GUESTS) == ["Nej", "1. Mona Mønster", "2. Karl Øvrig", "3. Å & B"]


def test_rows_are_repeated() -> None:
    data = letter(table=[["Navn"], ["{%tr for g in gaester %}"], ["{{ g.navn }}"], ["{%tr endfor %}"]])
    assert texts(data, gaester=GUESTS) == ["Navn", "Mona Mønster", "Karl Øvrig", "Å & B"]


def test_columns_are_repeated_and_the_grid_follows() -> None:
    data = letter(table=[["{%tc for g in gaester %}", "{{ g.navn }}", "{%tc endfor %}"]])
    out = filled(data, gaester=[*GUESTS, *GUESTS])
    assert len(values(out, "//w:gridCol")) == 6
    assert len(values(out, "//w:tc")) == 6


def test_cells_get_colours_and_widths_from_tags() -> None:
    data = letter(table=[["{% cellbg farve %}A", "{% colspan bredde %}B"]])
    out = filled(data, farve="FF0000", bredde=2)
    assert values(out, "//w:tc/w:tcPr/w:shd/@w:fill") == ["FF0000"]
    assert values(out, "//w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert paragraphs(out) == ["A", "B"]


def test_a_cell_without_properties_takes_a_colour_too() -> None:
    data = body(table(row(p("{% cellbg f %}A"))))
    assert values(filled(data, f="00FF00"), "//w:tc/w:tcPr/w:shd/@w:fill") == ["00FF00"]


def test_comments_in_tags_are_left_out() -> None:
    assert texts(letter("A{# note #}B", "{#p en hel note #}", "C")) == ["AB", "C"]


def test_braces_that_are_text_can_be_written() -> None:
    assert texts(letter("Skriv {_{ navn }_} og {_% if %_}", "{{ x }}"), x=1) == [
        "Skriv {{ navn }} og {% if %}",
        "1",
    ]


def test_a_tag_spread_over_runs_with_quotes_that_word_made_curly_still_works() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Hej {")
    for piece in ("{ na", "vn if sted\xa0== „hjem” else »", "ude« }", "}!"):
        paragraph.add_run(piece).bold = True
    assert texts(saved(document), navn="Åse", sted="ude") == ["Hej ude!"]


def test_tags_work_in_headers_footers_notes_and_properties() -> None:
    document = docx.Document()
    document.add_paragraph("Brød")
    document.sections[0].header.paragraphs[0].text = "Til {{ navn }}"
    document.sections[0].footer.paragraphs[0].text = "Fra {{ navn }}"
    document.core_properties.title = "Brev til {{ navn }}"
    xmlns = (
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="urn:vt"'
    )
    data = with_part(
        saved(document),
        "docProps/custom.xml",
        CUSTOM,
        f"<Properties {xmlns}><property><vt:lpwstr>{{{{ nr }}}}</vt:lpwstr></property></Properties>",
    )
    note = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="2">{p("Se {{ navn }}")}</w:footnote></w:footnotes>'
    )
    data = with_part(data, "word/footnotes.xml", FOOTNOTES, note)
    out = filled(data, navn="A & B {{ 7*7 }}", nr="M-1")
    assert paragraphs(out, "word/header1.xml") == ["Til A & B {{ 7*7 }}"]
    assert paragraphs(out, "word/footer1.xml") == ["Fra A & B {{ 7*7 }}"]
    assert paragraphs(out, "word/footnotes.xml") == ["Se A & B {{ 7*7 }}"]
    assert docx.Document(io.BytesIO(out)).core_properties.title == "Brev til A & B {{ 7*7 }}"
    assert values(out, "//text()", "docProps/custom.xml") == ["M-1"]


def test_alternative_texts_are_filled_and_escaped() -> None:
    figure = drawing('id="1" name="F" descr="{{ x }}"')
    value = 'A & "B" <c>\nlinje'
    assert values(filled(body(f"<w:p>{figure}</w:p>"), x=value), "//wp:docPr/@descr") == ['A & "B" <c> linje']


def test_a_value_cannot_break_out_of_a_field() -> None:
    value, wanted = 'a" \\o "b', 'HYPERLINK "a\\" \\\\o \\"b"'
    field = '<w:p><w:r><w:instrText>HYPERLINK "{{ x }}"</w:instrText></w:r></w:p>'
    assert values(filled(body(field), x=value), "//w:instrText/text()") == [wanted]
    field = '<w:p><w:fldSimple w:instr="HYPERLINK &quot;{{ x }}&quot;"/></w:p>'
    assert values(filled(body(field), x=value), "//w:fldSimple/@w:instr") == [wanted]


# Content controls


def test_content_controls_hold_tags_and_survive() -> None:
    name = control('<w:alias w:val="Navn"/><w:tag w:val="navn"/><w:id w:val="7"/>', run("{{ navn }}"))
    item = control('<w:id w:val="9"/><w15:repeatingSectionItem/>', p("Beslutning {{ nr }}"))
    items = control('<w:tag w:val="raekker"/><w:id w:val="8"/><w15:repeatingSection/>', item)
    data = body(f"<w:p>{run('Navn: ')}{name}</w:p>{items}")
    out = filled(data, navn="Åse", nr=1)
    assert paragraphs(out)[:2] == ["Navn: Åse", "Beslutning 1"]
    assert values(out, "//w:sdtPr/w:tag/@w:val") == ["navn", "raekker"]
    assert values(out, "//w:sdtPr/w:id/@w:val") == ["7", "8", "9"]
    assert len(values(out, "//w15:repeatingSection | //w15:repeatingSectionItem")) == 2


def test_a_paragraph_break_in_a_control_for_plain_text_becomes_a_line_break() -> None:
    data = body(control("<w:text/>", p("{{ x }}")) + p("{{ x }}"))
    assert texts(data, x="a\ab")[:3] == ["a\nb", "a", "b"]


# Formatted values


def test_rich_text_between_runs_and_inside_a_run() -> None:
    rich = RichText("fed & ", bold=True)
    rich.add("slut", italic=True)
    out = filled(letter("Før {{r x }} efter", "Før {{ x }} efter"), x=rich)
    assert paragraphs(out) == ["Før fed & slut efter"] * 2
    assert values(out, "//w:r[w:rPr/w:b]/w:t/text()") == ["fed & "] * 2
    assert not values(out, "//w:t/*")


def test_rich_paragraphs_stand_between_paragraphs() -> None:
    rich = RichTextParagraph("første", parastyle="Heading1")
    rich.add("anden")
    out = filled(letter("{{p x }}", "slut"), x=rich)
    assert paragraphs(out) == ["første", "anden", "slut"]


def test_plain_text_in_the_place_of_formatted_text_is_put_into_a_run_of_its_own() -> None:
    assert texts(letter("A {{r x }} B", "{{p x }}"), x="<&>\n!") == ["A <&>\n! B", "<&>\n!"]


def test_a_listing_breaks_into_lines_paragraphs_and_pages_with_the_same_formatting() -> None:
    document = docx.Document()
    document.add_paragraph(style="List Bullet").add_run("{{ x }}").bold = True
    out = filled(saved(document), x=Listing("a & b\nc\ad\te\ff"))
    assert paragraphs(out) == ["a & b\nc", "d\te", "\n", "f"]
    assert values(out, "//w:p/w:pPr/w:pStyle/@w:val") == ["ListBullet"] * 3
    assert values(out, "//w:r[w:rPr/w:b]/w:t/text()") == ["a & b", "c", "d", "e", "f"]


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        ('<w:p><w:pPr><w:pStyle w:val="{{ x }}"/></w:pPr></w:p>', RichText("a"), "E-147"),
        (p("{{ x }}"), RichTextParagraph("a"), "E-147"),
        (p("{{r x }}"), RichText("a", style='"<'), "E-147"),
        (p("{{r x }}"), RichText("a", url_id="rId999"), "E-147"),
        (p("{{ x|safe }}"), "<w:r>", "E-147"),
        (p("{{ x|safe }}"), "<w:r>løs</w:r>", "E-147"),
    ],
)
def test_formatted_text_that_word_would_refuse_is_refused_here(place: str, value: object, code: str) -> None:
    assert [finding.code for finding in refusal(body(place), x=value).findings] == [code]


def test_pictures_are_refused_with_a_reason() -> None:
    from docxtpl import InlineImage

    error = refusal(letter("{{ x }}"), x=InlineImage(None, "x.png"))
    assert [finding.code for finding in error.findings] == ["E-146"]
    assert "pictures" in str(error)


def test_what_safe_lets_through_is_text_or_whole_runs() -> None:
    out = texts(
        letter("[{{ a|safe }}] [{{ b|safe }}] [{{ c|e }}]"),
        a="A & B",
        b="<w:r><w:t>C</w:t></w:r>",
        c="<d>\ne",
    )
    assert out == ["[A & B] [C] [<d>\ne]"]


# Names that are not there


def test_an_unknown_name_is_false_in_a_condition_and_an_error_when_printed() -> None:
    assert texts(letter("{% if ukendt %}A{% else %}B{% endif %}")) == ["B"]
    document = docx.Document()
    document.add_paragraph("Brød")
    document.sections[0].header.paragraphs[0].text = "Kære {{ nvan }},"
    (finding,) = refusal(saved(document), navn="Åse").findings
    assert (finding.code, finding.place.file, finding.place.part) == ("E-130", "brev.docx", "header1")
    assert (finding.place.tag, finding.place.near) == ("{{ nvan }}", "Kære")
    assert "Did you mean “navn”?" in str(finding)


def test_the_whole_name_is_offered_not_its_last_part() -> None:
    template = Template.compile(letter("{{ moede.datoo }}"), "brev.docx")
    (finding,) = template.check({"moede": {"dato": "3. februar", "sted": "Her"}})
    assert "Did you mean “moede.dato”?" in str(finding)


def test_checking_says_of_pythons_inside_what_filling_says() -> None:
    data = letter('{{ "".__class__ }}', "{{ navn.__class__ }}")
    found = Template.compile(data, "brev.docx").check({"navn": "Åse"})
    assert [finding.code for finding in found] == ["E-149", "E-149"]
    assert refusal(data, navn="Åse").findings[0] in found


SENTENCE = "Asta, det er med utrolig stor glæde, at vi sammen venter på sommeren"


@pytest.mark.parametrize("cut", range(0, 30, 3))
def test_an_excerpt_is_made_of_whole_words(cut: int) -> None:
    text = SENTENCE[cut:].strip()
    (before,) = refusal(letter(f"{text} {{{{ nvan }}}}")).findings
    (after,) = refusal(letter(f"{{{{ nvan }}}} {text}")).findings
    assert f" {text}".endswith(f" {before.place.near}")
    assert f"{text} ".startswith(f"{after.place.near} ")


def test_an_unknown_name_further_in_is_found_at_its_own_tag() -> None:
    data = letter("{{ a }}", "{%p for g in gaester %}", "Hr. {{ g.navn }} {{ g.alder }}", "{%p endfor %}")
    (finding,) = refusal(data, a=1, gaester=[{"navn": "A", "alder": 1}, {"navn": "B", "older": 2}]).findings
    assert (finding.code, finding.place.tag) == ("E-130", "{{ g.alder }}")
    assert "“older”" in str(finding)


def test_a_calculation_that_cannot_be_made_is_a_finding_too() -> None:
    (finding,) = refusal(letter("Sum: {{ a + b }}"), a=1, b="to").findings
    assert (finding.code, finding.place.tag, finding.place.near) == ("E-148", "{{ a + b }}", "Sum:")
    assert finding.message() == "The tag cannot be worked out: its values do not fit together."
    (finding,) = refusal(letter("{{ a / b }}"), a=1, b=0).findings
    assert finding.message(language("da")) == "Koden kan ikke regnes ud: der divideres med nul."


def test_the_check_finds_every_unknown_name_without_filling() -> None:
    data = letter(
        "{% if aldrig %}{{ modt.dato }}{% endif %}",
        "{%p for g in gaester %}",
        "{{ g.navm }} {{ loop.index }} {{ loop.indeks }}",
        "{%p endfor %}",
        "{% set y = gaester[0].navn %}{{ y }} {{ y|upper }} {{ gaester|length }} {{ range(3)|join(',') }}",
        "{{ møde['sted'].upper() }} {{ møde['sdet'] }}",
    )
    vocabulary = {"aldrig": False, "møde": {"sted": "x"}, "gaester": GUESTS}
    found = Template.compile(data, "brev.docx").check(vocabulary)
    assert sorted((f.code, dict(f.data)["name"]) for f in found) == [
        ("E-130", "g.navm"),
        ("E-130", "loop.indeks"),
        ("E-130", "modt"),
        ("E-130", "møde.sdet"),
    ]


def test_the_check_of_a_good_template_finds_nothing() -> None:
    data = letter("{{ a.b }}{% for x in tom %}{{ x.hvad }}{% endfor %}{% with z = a %}{{ z.b }}{% endwith %}")
    assert Template.compile(data, "brev.docx").check({"a": {"b": "1"}, "tom": []}) == ()


def test_the_check_finds_values_that_cannot_stand_where_their_tag_does() -> None:
    (finding,) = Template.compile(letter("{{ x }}"), "brev.docx").check({"x": ["a"]})
    assert finding.code == "E-145"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 'a' * 10**9 }}",
        "{{ range(10**9)|list }}",
        "{{ x.append(1) }}",
    ],
)
def test_a_template_reaches_nothing_but_what_it_is_given(tag: str) -> None:
    x: list[int] = []
    document = docx.Document()
    document.core_properties.title = tag
    for part in (letter(tag), saved(document)):
        assert {finding.code for finding in refusal(part, x=x).findings} <= {
            "E-149",
            "E-148",
            "E-130",
            "E-131",
            "E-145",
        }
    assert x == []


# Ids


def repeated(xml: str) -> bytes:
    return body(p("{%p for x in xs %}") + xml + p("{%p endfor %}"))


def test_ids_in_repeats_are_all_different_and_the_same_every_time() -> None:
    data = repeated(
        '<w:p w14:paraId="00000001" w14:textId="00000005"><w:bookmarkStart w:id="3" w:name="punkt"/>'
        + run("{{ x }}")
        + '<w:bookmarkEnd w:id="3"/>'
        + drawing('id="4" name="Figur"')
        + "</w:p>"
        + control('<w:id w:val="-77"/>', p("y", 'w14:paraId="00000002"'))
    )
    data = edited(data, lambda xml: xml.replace("<w:sectPr", '<w:p w14:paraId="00000003"/><w:sectPr', 1))
    out = filled(data, xs=["a", "b", "c"])
    paths = {
        "//w:p/@w14:paraId": 7,
        "//w:p/@w14:textId": 3,
        "//wp:docPr/@id": 3,
        "//w:sdtPr/w:id/@w:val": 3,
        "//w:bookmarkStart/@w:id": 3,
        "//w:bookmarkStart/@w:name": 3,
    }
    for path, count in paths.items():
        assert len(set(values(out, path))) == len(values(out, path)) == count, path
    assert values(out, "//w:bookmarkStart/@w:id") == values(out, "//w:bookmarkEnd/@w:id")
    assert values(out, "//w:bookmarkStart/@w:name") == ["punkt", "punkt_2", "punkt_3"]
    assert out == filled(data, xs=["a", "b", "c"])


def test_ids_that_libreoffice_doubled_are_told_apart() -> None:
    def box(kind: str) -> str:
        inner = (
            p("{{ x }}", 'w14:paraId="0A0A0A0A"')
            + '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
        )
        return f"<{kind}><w:txbxContent>{inner}</w:txbxContent></{kind}>"

    data = body(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        + box("wps:txbx")
        + "</mc:Choice><mc:Fallback>"
        + box("v:textbox")
        + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    out = filled(data, x="A")
    assert [text for text in paragraphs(out) if text] == ["A", "A"]
    for path in ("//@w14:paraId", "//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name"):
        assert len(set(values(out, path))) == 2, path


def test_a_bookmark_torn_by_a_repeat_is_left_out_and_told_of() -> None:
    data = repeated('<w:p><w:bookmarkStart w:id="3" w:name="halv"/><w:r><w:t>{{ x }}</w:t></w:r></w:p>')
    data = edited(data, lambda xml: xml.replace("<w:sectPr", '<w:bookmarkEnd w:id="3"/><w:sectPr', 1))
    assert values(filled(data, xs=[1, 2]), "//w:bookmarkStart | //w:bookmarkEnd") == []
    assert [f.code for f in Template.compile(data, "b.docx").check({"xs": [1]})] == ["W-122"]


def test_ids_outside_of_repeats_stay() -> None:
    data = body(
        p("{{ x }}", 'w14:paraId="7ABCDEF0"')
        + '<w:p><w:bookmarkStart w:id="9" w:name="her"/><w:bookmarkEnd w:id="9"/></w:p>'
    )
    out = filled(data, x=1)
    assert values(out, "//@w14:paraId") == ["7ABCDEF0"]
    assert values(out, "//w:bookmarkStart/@w:name | //w:bookmarkEnd/@w:id") == ["her", "9"]


# What Word refuses


def test_a_cell_that_comes_out_empty_gets_a_paragraph() -> None:
    data = letter(table=[["x", "y"]])
    data = edited(
        data,
        lambda xml: xml.replace(
            "<w:p><w:r><w:t>x</w:t></w:r></w:p>", p("{%p if ja %}") + p("ja") + p("{%p endif %}")
        ),
    )
    out = filled(data, ja=False)
    assert [len(cell.findall("{*}p")) for cell in tree(out).iter("{*}tc")] == [1, 1]
    assert texts(data, ja=True) == ["ja", "y"]


def test_a_cell_whose_table_comes_out_empty_gets_a_paragraph_and_others_are_left_alone() -> None:
    rows = ("{%tr for x in xs %}", "{{ x }}", "{%tr endfor %}")
    inner = "".join(f"<w:tr><w:tc>{p(text)}</w:tc></w:tr>" for text in rows)
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{inner}</w:tbl>"
    row = f"<w:tr><w:tc>{table}</w:tc><w:tc>{p('b')}</w:tc></w:tr>"
    data = body(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{row}</w:tbl>")
    out = tree(filled(data, xs=[]))
    assert [[child.tag.rpartition("}")[2] for child in cell] for cell in out.iter("{*}tc")] == [["p"], ["p"]]


def test_rows_and_tables_that_come_out_empty_disappear() -> None:
    data = letter(table=[["{%tr for g in gaester %}"], ["{{ g }}"], ["{%tr endfor %}"]])
    assert values(filled(data, gaester=[]), "//w:tbl | //w:tr") == []
    assert len(values(filled(data, gaester=[1, 2]), "//w:tbl/w:tr")) == 2


# The file


def test_the_same_template_and_context_give_the_same_bytes() -> None:
    data = letter("{{ x }}", "{%p for g in gaester %}", "{{ g.navn }}", "{%p endfor %}")
    once, again = filled(data, x="1", gaester=GUESTS), filled(data, x="1", gaester=GUESTS)
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert sorted(archive.namelist()) == sorted(members(data))


def test_members_without_tags_stay_the_bytes_they_were() -> None:
    data = letter("{{ x }}")
    before, after = members(data), members(filled(data, x=1))
    assert {name for name in before if before[name] != after[name]} == {BODY}


def test_what_was_filled_before_leaves_no_trace() -> None:
    document = docx.Document()
    document.add_paragraph("{{ x }}")
    document.sections[0].footer.paragraphs[0].text = "{{ y }}"
    template = Template.compile(saved(document), "brev.docx")
    contexts = [{"x": x, "y": y} for x, y in (("1", "a"), ("2", "a"), ("2", "b"), ("1", "a"))]
    again = [template.render(context) for context in contexts]
    assert again == [Template.compile(saved(document), "brev.docx").render(context) for context in contexts]
    assert again[0] == again[3] != again[1]


def test_a_template_survives_pickling_and_many_fillings() -> None:
    template = Template.compile(letter("{{ x }}"), "brev.docx")
    again = pickle.loads(pickle.dumps(template))  # noqa: S301 - our own bytes
    assert again.name == "brev.docx"
    assert [again.render({"x": n}) for n in range(3)] == [template.render({"x": n}) for n in range(3)]


def test_a_template_saved_by_libreoffice_still_fills(tmp_path: Path) -> None:
    soffice = require_tool("soffice")
    document = docx.Document()
    paragraph = document.add_paragraph("Kære {{ na")
    paragraph.add_run("vn }}").bold = True
    for text in ("{%p for g in gaester %}", "{{ g.navn }}", "{%p endfor %}"):
        document.add_paragraph(text)
    grid = document.add_table(3, 1)
    for line, text in zip(
        grid.rows, ("{%tr for g in gaester %}", "{% cellbg f %}{{ g.navn }}", "{%tr endfor %}"), strict=True
    ):
        line.cells[0].text = text
    document.sections[0].footer.paragraphs[0].text = "Side, {{ navn }}"
    (tmp_path / "ud").mkdir()
    (tmp_path / "brev.docx").write_bytes(saved(document))
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(tmp_path / "ud"),
            str(tmp_path / "brev.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    template = Template.compile((tmp_path / "ud" / "brev.docx").read_bytes(), "brev.docx")
    context = {"navn": "Åse", "gaester": GUESTS, "f": "EEEEEE"}
    names = [guest["navn"] for guest in GUESTS]
    assert [text for text in paragraphs(template.render(context)) if text] == ["Kære Åse", *names, *names]
    assert "Side, Åse" in paragraphs(template.render(context), "word/footer1.xml")
    assert [finding for finding in template.check(context) if finding.is_error] == []
