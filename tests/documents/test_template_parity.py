"""The same documents as docxtpl itself makes: canonical XML equal, but for ids.

Where docxtpl is known to be wrong (values filled twice, line breaks after text boxes, tables without rows)
there is no case here; those are in ``test_template.py``.
"""

from __future__ import annotations

import copy
import io
import random
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.section import _Footer
from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph  # type: ignore[import-untyped]
from lxml import etree

from docgen.documents.template import Template
from tests.documents.word import BODY, NS, W, members, saved

RICH = RichText("fed\nog ", bold=True, color="#FF0000")
RICH.add("skrå\t& <mere>", italic=True, font="Arial", size=24)
PARAGRAPHS = RichTextParagraph("første", parastyle="Heading1")
PARAGRAPHS.add(RICH)
CONTEXT: dict[str, object] = {
    "navn": "Åse & Bo <x> \"y\" 'z'",
    "linjer": "en\nto\ttre",
    "liste": Listing("a & b\nc\ad\te\ff"),
    "rig": RICH,
    "afsnit": PARAGRAPHS,
    "farve": "FF00AA",
    "bredde": 1,  # wider, docxtpl leaves the grid too narrow for its row
    "ja": True,
    "nej": False,
    "gaester": [
        {"navn": "Mona", "alder": 41, "boern": ["x", "y"]},
        {"navn": "Karl & Co", "alder": 7, "boern": []},
    ],
}

Maker = Callable[[Document], None]


def lines(*texts: str) -> Maker:
    def make(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text, style="List Bullet" if text.startswith("{{ liste") else None)

    return make


def rows(*texts: tuple[str, ...]) -> Maker:
    def make(document: Document) -> None:
        table = document.add_table(len(texts), len(texts[0]))
        for row, cells in zip(table.rows, texts, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text

    return make


def runs(*texts: str) -> Maker:
    def make(document: Document) -> None:
        paragraph = document.add_paragraph()
        for number, text in enumerate(texts):
            run = paragraph.add_run(text)
            run.bold, run.italic = number % 2 == 0, number % 3 == 0

    return make


def around(document: Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "Til {{ navn }} {% if ja %}A{% endif %}"
    section.footer.paragraphs[0].text = "{{ linjer }}"
    section.footer.add_paragraph("{%p for g in gaester %}")
    section.footer.add_paragraph("{{ g.navn }}")
    section.footer.add_paragraph("{%p endfor %}")
    document.core_properties.subject = "Om {{ gaester[1].navn }}"
    document.add_paragraph("{{ navn }}")


CASES: dict[str, Maker] = {
    "values": lines(
        "Kære {{ navn }}, {{ gaester[0].alder + 1 }}", "uden", "{{ navn|upper }}{{ navn|length }}"
    ),
    "line breaks and tabs": lines("a {{ linjer }} b", "{{linjer}}{{linjer}}"),
    "conditions in a line": lines(
        "x {% if ja %}ja{% elif nej %}måske{% else %}nej{% endif %} y{% if nej %} z{% endif %}"
    ),
    "conditions around paragraphs": lines(
        "{%p if nej %}", "A", "{%p elif ja %}", "B {{ navn }}", "{%p else %}", "C", "{%p endif %}", "D"
    ),
    "nested repeats": lines(
        "{%p for g in gaester %}",
        "{{ loop.index }} {{ g.navn }}",
        "{%p for b in g.boern %}",
        "- {{ b }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    "repeats in a line": lines(
        "{% for g in gaester %}{{ g.navn }}{% if not loop.last %}, {% endif %}{% endfor %}."
    ),
    "rows": rows(
        ("Navn", "Alder"),
        ("{%tr for g in gaester %}", ""),
        ("{{ g.navn }}", "{{ g.alder }}"),
        ("{%tr endfor %}", ""),
    ),
    "columns": rows(("{%tc for g in gaester %}", "{{ g.navn }}", "{%tc endfor %}")),
    "more columns": rows(
        ("{%tc for g in gaester + gaester + gaester %}", "{{ g.navn }}", "{%tc endfor %}"), ("a", "b", "c")
    ),
    "cell colours": rows(("{% cellbg farve %}{{ navn }}", "{% colspan bredde %}B")),
    "merged down": rows(
        ("{%tr for g in gaester %}", ""), ("{% vm %}fælles", "{{ g.navn }}"), ("{%tr endfor %}", "")
    ),
    "merged across": rows(("{%tc for g in gaester %}", "{% hm %}fælles", "{%tc endfor %}")),
    "rich text": lines("før {{r rig }} efter", "{{r rig}}", "{%r if ja %}{{r rig }}{%r endif %}"),
    "rich paragraphs": lines("før", "{{p afsnit }}", "efter"),
    "listings": lines("{{ liste }}", "x {{ liste }} y"),
    "comments": lines("a{# note #}b", "{#p en note #}", "c"),
    "comments in rows": rows(("{#tr note #}", ""), ("a", "b")),
    "escaped braces": lines("{_{ navn }_} {_% if %_} {{ navn }}"),
    "tags over runs": runs("{", "{ na", "vn", " }", "} og {% if ", "ja %}", "A", "{% end", "if %} slut"),
    "tags that join paragraphs": lines(
        "Huset ligger", "{%- if ja -%}", "i byen", "{%- else -%}", "på landet", "{%- endif -%}", "og er rødt."
    ),
    "set and with": lines("{% set n = navn %}{{ n }}{% with m = n %}{{ m }}{% endwith %}"),
    "header, footer, properties": around,
}


def documents(make: Maker) -> tuple[bytes, bytes]:
    """What docxtpl makes of a template, and what we make of it."""
    document = docx.Document()
    make(document)
    data = saved(document)
    theirs = DocxTemplate(io.BytesIO(data))
    theirs.render(copy.deepcopy(CONTEXT), autoescape=True)
    stream = io.BytesIO()
    theirs.save(stream)
    return stream.getvalue(), Template.compile(data, "brev.docx").render(CONTEXT)


@pytest.mark.parametrize("case", CASES)
def test_a_document_is_the_one_that_docxtpl_makes(case: str) -> None:
    theirs, ours = documents(CASES[case])
    assert canonical(ours, BODY) == canonical(theirs, BODY)


@pytest.mark.parametrize("seed", range(40))
def test_a_random_document_is_the_one_that_docxtpl_makes(seed: int) -> None:
    theirs, ours = documents(RandomTemplate(seed))
    assert canonical(ours, BODY) == canonical(theirs, BODY)
    assert canonical(ours, "word/footer1.xml") == canonical(theirs, "word/footer1.xml")


class RandomTemplate:
    """A sound template of nested blocks, its tags cut into runs at random."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing secret

    def __call__(self, document: Document) -> None:
        self._block(document, 0)
        table = document.add_table(0, 2)
        block = self._random.choice(["for g in gaester", "if ja", "if nej"])
        cell = self._random.choice(["{% cellbg farve %}", "{% vm %}" if block.startswith("for") else ""])
        inside = (f"{{%tr {block} %}}", f"{cell}celle", f"{{%tr end{block.split()[0]} %}}")
        for text in ("Hoved", *inside):
            cells = table.add_row().cells
            cells[0].text = text
            if not text.startswith("{%tr"):
                cells[1].text = self._line()
        self._block(document.sections[0].footer, 1)
        document.sections[0].footer.add_paragraph("fod")

    def _block(self, holder: Document | _Footer, depth: int) -> None:
        for _ in range(self._random.randint(1, 3)):
            kind = self._random.choice("lllifj" if depth < 2 else "llj")
            if kind == "l":
                self._paragraph(holder, self._line())
            elif kind == "j":
                for text in ("Huset ligger", "{%- if ja -%}", "i byen", "{%- endif -%}", "og er rødt"):
                    self._paragraph(holder, text)
            else:
                self._around(holder, depth, "{%p if ja %}" if kind == "i" else "{%p for g in gaester %}")

    def _around(self, holder: Document | _Footer, depth: int, opening: str) -> None:
        self._paragraph(holder, opening)
        self._block(holder, depth + 1)
        if self._random.random() < 0.5 and "if" in opening:
            self._paragraph(holder, "{%p else %}")
            self._block(holder, depth + 1)
        self._paragraph(holder, "{%p endif %}" if "if" in opening else "{%p endfor %}")

    def _line(self) -> str:
        pieces = ["A ", "B & C", "{{ navn }}", "{{ linjer }}", "{# note #}", "{{ navn|upper }}",
                  "{% if ja %}{{ navn }}{% endif %}", "{% if nej %}ja{% else %}nej{% endif %}",
                  "{% for h in gaester %}{{ h.navn }}, {% endfor %}"]  # fmt: skip
        return "".join(self._random.choices(pieces, k=3))

    def _paragraph(self, holder: Document | _Footer, text: str) -> None:
        paragraph = holder.add_paragraph()
        while text:
            length = self._random.randint(1, 9)
            paragraph.add_run(text[:length]).bold = self._random.random() < 0.5
            text = text[length:]


@pytest.mark.parametrize("member", ["word/header1.xml", "word/footer1.xml"])
def test_headers_and_footers_are_those_that_docxtpl_makes(member: str) -> None:
    theirs, ours = documents(around)
    assert canonical(ours, member) == canonical(theirs, member)


def test_properties_are_escaped_once_where_docxtpl_escapes_them_twice() -> None:
    theirs, ours = (docx.Document(io.BytesIO(data)).core_properties for data in documents(around))
    assert (ours.subject, theirs.subject) == ("Om Karl & Co", "Om Karl &amp; Co")


def canonical(data: bytes, member: str) -> str:
    """One part in canonical XML, without ids, and with one piece of content to a run.

    A run may hold several texts, tabs and breaks, or there may be one run for each: Word shows the same.
    """
    root = etree.fromstring(members(data)[member])
    for run in list(root.iter(W + "r")):
        _spread(run)
    for element in root.iter(f"{{{NS['wp']}}}docPr"):
        del element.attrib["id"]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="c14n2").decode()


def _spread(run: etree._Element) -> None:
    properties = run.find(W + "rPr")
    if properties is not None and not len(properties):
        run.remove(properties)
        properties = None
    for child in [child for child in run if child is not properties]:
        if child.tag == W + "t":
            child.attrib.clear()
        if child.tag != W + "t" or child.text:
            single = etree.Element(W + "r")
            single.extend(
                ([copy.deepcopy(properties)] if properties is not None else []) + [copy.deepcopy(child)]
            )
            run.addprevious(single)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
