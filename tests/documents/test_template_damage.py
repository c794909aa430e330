"""Files and templates that are broken: refused with words that say what, where and how to mend it."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.documents.template import Template
from docgen.errors import TemplateError
from docgen.findings import Finding
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
    text_box,
    values,
    with_part,
    zipped,
)

GOOD = letter("Kære {{ navn }}")
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


def refused(data: bytes) -> tuple[Finding, ...]:
    """The findings of a template that cannot be compiled; each is put into words."""
    with pytest.raises(TemplateError) as caught:
        Template.compile(data, "brev.docx")
    for finding in caught.value.findings:
        assert finding.place.file == "brev.docx"
        assert finding.message()
        assert finding.remedy()
        assert "{" not in finding.kind.message or finding.data
    return caught.value.findings


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in refused(data)]


# The file


@pytest.mark.parametrize("data", [b"", b"Hej", b"%PDF-1.7", b"<html/>"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert codes(data) == ["E-120"]


def test_a_zip_without_a_document_is_refused() -> None:
    assert codes(zipped([("a.txt", b"a")])) == ["E-120"]


def test_an_old_or_encrypted_file_is_refused() -> None:
    assert codes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)) == ["E-121"]


def test_a_member_with_a_password_is_refused() -> None:
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(signature) + offset] |= 1
    assert codes(bytes(data)) == ["E-121"]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(share: float) -> None:
    assert codes(GOOD[: int(len(GOOD) * share)]) == ["E-122"]


def test_a_damaged_file_is_named_once_and_with_it_the_part_that_cannot_be_read() -> None:
    whole = GOOD[: len(GOOD) // 2]
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        info = archive.getinfo("word/document.xml")
    inside = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    part = GOOD[:inside] + bytes([GOOD[inside] ^ 255]) + GOOD[inside + 1 :]
    for data, place in ((whole, "brev.docx"), (part, "brev.docx (word/document.xml)")):
        (finding,) = refused(data)
        assert (finding.code, str(finding.place)) == ("E-122", place)
        assert "brev.docx" not in finding.message()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_refused_or_does_no_harm(at: int, change: int) -> None:
    data = bytearray(GOOD)
    data[at] ^= change
    try:
        out = Template.compile(bytes(data), "brev.docx").render({"navn": "Åse"})
    except TemplateError:
        return
    assert paragraphs(out) == ["Kære Åse"]


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_other_files_from_office_are_refused_by_name(kind: str) -> None:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    (finding,) = refused(edited(GOOD, lambda xml: xml.replace(main, kind), "[Content_Types].xml"))
    assert finding.code == "E-123"
    assert kind in str(finding)


def test_a_part_that_is_no_xml_is_refused() -> None:
    (finding,) = refused(edited(GOOD, lambda xml: xml.replace("</w:body>", "")))
    assert (finding.code, finding.place.part) == ("E-124", "document")


def test_a_document_type_declaration_is_refused() -> None:
    bomb = '<!DOCTYPE w:document [<!ENTITY a "aaaa">]><w:document'
    assert codes(edited(GOOD, lambda xml: xml.replace("<w:document", bomb, 1))) == ["E-124"]


def test_strict_documents_are_refused() -> None:
    transitional, strict = (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert codes(edited(GOOD, lambda xml: xml.replace(transitional, strict))) == ["E-125"]


def test_a_file_that_unpacks_to_far_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.documents.package.LIMIT", 0)
    assert codes(zipped([*members(GOOD).items(), ("a.bin", bytes(1_000_000))])) == ["E-126"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_occurs_twice_is_taken_once_and_told_of() -> None:
    data = zipped([*members(GOOD).items(), ("docProps/core.xml", members(GOOD)["docProps/core.xml"])])
    template = Template.compile(data, "brev.docx")
    out = template.render({"navn": "Åse"})
    assert zipfile.ZipFile(io.BytesIO(out)).namelist().count("docProps/core.xml") == 1
    assert [finding.code for finding in template.check({"navn": "Åse"})] == ["W-120"]


def test_a_prefix_to_ignore_that_is_not_declared_is_taken_out_and_told_of() -> None:
    data = edited(GOOD, lambda xml: xml.replace('mc:Ignorable="w14 wp14"', 'mc:Ignorable="w14 w99"'))
    template = Template.compile(data, "brev.docx")
    assert values(template.render({"navn": "Åse"}), "/w:document/@mc:Ignorable") == ["w14"]
    assert [finding.code for finding in template.check({"navn": "Åse"})] == ["W-121"]


# Tags


@pytest.mark.parametrize(
    ("text", "code", "tag"),
    [
        ("Kære {{ navn", "E-132", ""),
        ("Kære {{ navn {{ navn }}", "E-132", ""),
        ("Kære {% if navn", "E-132", ""),
        ("Kære navn }}", "E-133", ""),
        ("Kære {{ navn navn }}", "E-134", "{{ navn navn }}"),
        ("Kære {{ }}", "E-134", "{{  }}"),
        ("Kære {% hvis navn %}", "E-134", "{% hvis navn %}"),
        ("Kære {% p if navn %}", "E-134", "{% p if navn %}"),
        ("Kære {{ navn|uper }}", "E-135", "{{ navn|uper }}"),
        ("Kære {% if navn %}", "E-136", "{% if navn %}"),
        ("Kære {% endif %}", "E-136", "{% endif %}"),
        ("Kære {% else %}", "E-136", "{% else %}"),
        ("Kære {% include 'x' %}", "E-142", "{% include 'x' %}"),
        ("Kære {% raw %}", "E-142", "{% raw %}"),
        ("{%tr for g in x %}", "E-141", "{%tr for g in x %}"),
        ("Kære {% cellbg x %}", "E-141", "{% cellbg x %}"),
        ("{{tr navn }}", "E-142", "{{tr navn }}"),
        ("{%p if navn %} Kære", "E-139", "{%p if navn %}"),
    ],
)
def test_a_broken_tag_is_found_with_its_place(text: str, code: str, tag: str) -> None:
    finding, *_ = refused(letter("Før", text))
    assert (finding.code, finding.place.part, finding.place.tag) == (code, "document", tag)
    assert finding.place.near or "near" not in text


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("{{ navn navn }}", "there is more in it than one name or calculation"),
        ("{{ navn + }}", "something is missing at its end"),
        ("{{ (navn }}", "a bracket is not closed"),
        ("{{ navn ? }}", "it has a character that means nothing there"),
        ("{% for g gaester %}{% endfor %}", "the word “in” is missing"),
        ("{% if navn = 1 %}{% endif %}", "two values are compared with “==”"),
        ("{{ navn..by }}", "it is not written the way tags are"),
    ],
)
def test_a_tag_that_is_not_understood_is_told_why_without_jargon(tag: str, reason: str) -> None:
    (finding,) = refused(letter(tag))
    assert finding.message() == f"The tag cannot be understood: {reason}."
    danish = finding.message(language("da"))
    assert danish.startswith("Koden kan ikke forstås: ")
    assert reason not in danish


def test_all_that_is_wrong_is_told_at_once() -> None:
    document = docx.Document()
    document.add_paragraph("A {{ x")
    document.add_paragraph("B {%tr if x %}")
    document.sections[0].header.paragraphs[0].text = "C {{ x | }}"
    found = refused(saved(document))
    assert {(finding.code, finding.place.part) for finding in found} == {
        ("E-132", "document"),
        ("E-141", "document"),
        ("E-134", "header1"),
    }


def test_a_wrong_filter_name_is_answered_with_a_right_one() -> None:
    (finding,) = refused(letter("{{ navn|uper }}"))
    assert "upper" in str(finding)


def test_a_block_torn_by_a_table_is_refused() -> None:
    data = letter("A {% if x %}", table=[["B {% endif %}"]])
    assert codes(data) == ["E-137"]


def test_a_row_tag_inside_a_content_control_around_its_row_is_refused() -> None:
    wrapped = control("", row(p("{%tr for x in xs %}")))
    torn = table(wrapped, row(p("{{ x }}")), row(p("{%tr endfor %}")))
    assert codes(body(torn)) == ["E-137"]


@pytest.mark.parametrize("order", [0, 1])
def test_a_paragraph_tag_beside_a_text_box_is_refused_since_the_box_would_be_lost(order: int) -> None:
    box = drawing('id="1" name="F"', text_box(p("" if order else "æske")))
    tag = "<w:r><w:t>{%p if x %}</w:t></w:r>"
    found = refused(body(f"<w:p>{tag}{box}</w:p>{p('{%p endif %}')}"))
    assert {finding.code for finding in found} <= {"E-139", "E-140"}


def test_a_section_break_beside_a_paragraph_tag_is_refused() -> None:
    data = body(
        f"<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{%p if x %}}</w:t></w:r></w:p>{p('{%p endif %}')}"
    )
    assert codes(data) == ["E-140"]


def test_a_tag_cut_by_a_tracked_change_is_refused() -> None:
    inserted = f'<w:ins w:id="1" w:author="x">{run("vn }}")}</w:ins>'
    data = body(f"<w:p>{run('{{ na')}{inserted}</w:p>")
    assert codes(data) == ["E-138"]


def test_text_that_docxtpl_would_lose_is_found() -> None:
    assert "E-143" in codes(letter("{% if x %}A", "tekst {%- endif %}"))


def test_tags_in_a_chart_are_refused_instead_of_left_as_they_are() -> None:
    chart = '<c:chart xmlns:c="urn:c"><c:t>{{ navn }}</c:t></c:chart>'
    (finding,) = refused(with_part(GOOD, "word/charts/chart1.xml", CHART, chart))
    assert (finding.code, finding.place.part, finding.place.tag) == ("E-144", "chart1", "{{ navn }}")


def test_a_tag_in_the_address_of_a_link_is_refused() -> None:
    address = "mailto:%7B%7B%20email%20%7D%7D"
    link = f'<Relationship Id="rId99" Type="urn:x" Target="{address}" TargetMode="External"/>'
    rels = "word/_rels/document.xml.rels"
    data = edited(GOOD, lambda xml: xml.replace("</Relationships>", link + "</Relationships>"), rels)
    (finding,) = refused(data)
    assert (finding.code, finding.place.tag) == ("E-144", "{{ email }}")


def test_a_note_inside_a_repeat_is_told_of() -> None:
    data = body(
        p("{%p for x in xs %}")
        + '<w:p><w:r><w:t>{{ x }}</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
        + p("{%p endfor %}")
    )
    assert [finding.code for finding in Template.compile(data, "brev.docx").check({"xs": [1]})] == ["W-123"]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "{{ x }}",
                "{{",
                "}}",
                "{% if x %}",
                "{% else %}",
                "{% endif %}",
                "{%p if x %}",
                "{%p endif %}",
                "{%p else %}",
                "{% for y in xs %}",
                "{% endfor %}",
                "{%- if x -%}",
                "{%r if x %}",
                "{#",
                "#}",
                "{",
                "}",
                "%",
                "A",
                "B & C",
                "\n",
                "{{r x }}",
                "{{p x }}",
            ]
        ),
        max_size=9,
    )
)
def test_any_heap_of_tags_is_refused_or_makes_a_whole_document(pieces: list[str]) -> None:
    text = "|".join(pieces).replace("|\n|", "\n")
    try:
        template = Template.compile(letter("først", *text.split("\n"), "sidst"), "brev.docx")
    except TemplateError:
        return
    for x in ("", "værdi"):
        out = template.render({"x": x, "xs": [1, 2]})
        words = paragraphs(out)
        # "{%-" and "-%}" join a paragraph to its neighbour, as docxtpl documents it.
        assert words[0].startswith("først") if "{%-" in text else words[0] == "først"
        assert words[-1].endswith("sidst") if "-%}" in text else words[-1] == "sidst"
        assert values(out, "//w:body/text() | //w:p/text() | //w:r/text() | //w:t/*", BODY) == []
