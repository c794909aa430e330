"""The page that all documents share: an empty document with the house's typography, header and footer.

``new_document`` gives the page, ``add_title`` its first line, ``custom_properties`` what it tells machines,
``save`` its bytes. The typography stands in ``base/styles.xml``; the words come from ``faelles.toml``.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml import etree

from docgen.meetingtypes.authoring.base import package
from docgen.meetingtypes.authoring.logo import add_logo
from docgen.meetingtypes.authoring.oxml import field

ACCENT = "1F4E5F"
"""The one accent colour (9:1 on white), as Word writes it."""
QUIET, LINE, TINT = "44545A", "B9C6CB", "E9F0F2"
"""Quiet text (7:1 on white), thin lines, and the tint behind a table's headings."""

TEXT_WIDTH: Length = Mm(162)
"""Width of the text between the margins: 210 − 22 − 26 mm."""

TITLE = "{{ dokument.titel }}"
"""What a document is called."""
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FIXED_TIME = (2026, 1, 1, 0, 0, 0)


HOUSE = "{{ institution.navn }}"
"""What the house is called."""


def new_document(words: Mapping[str, Any], *, title: str = TITLE, house: str = HOUSE) -> Document:
    """An empty A4 document: styles, language, header with the logo's place, footer with page numbers.

    ``words`` are the type's words by dotted key; ``side.sidefod`` and ``side.sidetal`` are used here.
    The document's title goes into the core properties, for screen readers and window titles. The body holds
    no paragraph yet. ``title`` and ``house`` are tags, or the words themselves in a document that is not
    filled.
    """
    document = docx.Document(package())
    document.core_properties.title = title
    section = document.sections[0]
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    _fill_header(section.header.paragraphs[0], house)
    footer = section.footer.paragraphs[0]
    footer.style = "footer"
    footer.add_run(words["side.sidefod"] + "\t")
    _number_pages(footer, words["side.sidetal"])
    return document


def add_title(document: Document) -> Paragraph:
    """The document's title, at the very top of the text."""
    title = document.add_paragraph(TITLE, style="Heading 1")
    title.paragraph_format.space_before = Pt(0)
    return title


def _fill_header(paragraph: Paragraph, house: str) -> None:
    paragraph.style = "header"
    add_logo(paragraph, house)
    paragraph.add_run(house)


def _number_pages(paragraph: Paragraph, pattern: str) -> None:
    """``side {page} af {pages}`` with both places as fields that Word counts itself."""
    before, _, rest = pattern.partition("{page}")
    between, _, after = rest.partition("{pages}")
    paragraph.add_run(before)
    field(paragraph, "PAGE", "1")
    paragraph.add_run(between)
    field(paragraph, "NUMPAGES", "1")
    if after:
        paragraph.add_run(after)


def paragraph_style(document: Document, name: str) -> ParagraphStyle:
    """The paragraph style of this name, for a layout that needs it larger; ``KeyError`` if there is none."""
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - a table style would be a slip of ours
    return style


def custom_properties(document: Document, properties: Mapping[str, str]) -> None:
    """Give the document custom properties (ECMA-376 part 1, 22.3): text by name, tags allowed.

    Filled minutes are recognised by them, whatever their file is called by then.
    """
    prefixes: Any = {None: _CUSTOM, "vt": _VALUES}
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=prefixes)
    for number, (name, value) in enumerate(properties.items(), start=2):  # 0 and 1 are reserved
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property")
        entry.set("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
        entry.set("pid", str(number))
        entry.set("name", name)
        etree.SubElement(entry, f"{{{_VALUES}}}lpwstr").text = value
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    whole = document.part.package
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    part = Part(PackURI("/docProps/custom.xml"), kind, blob, whole)
    whole.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def save(document: Document) -> bytes:
    """The document's bytes: the same document gives the same bytes, whenever it is saved."""
    raw = io.BytesIO()
    document.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=_place):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3  # else it tells which system the file was made on
            target.writestr(entry, source.read(name), compresslevel=9)
    return out.getvalue()


def _place(name: str) -> tuple[bool, bool, str]:
    """Content types first, then the relations: readers that stream look for them there."""
    return (name != "[Content_Types].xml", name != "_rels/.rels", name)
