"""The prompts of empty fields, kept in the document so that Word can show them again.

Word looks a field's prompt up when somebody empties the field, and when a row is added to a repeating
section; it shows five blanks for a field that has none (ECMA-376 part 1, 17.5.2.25). Prompts are building
blocks, in a part of their own: the glossary document (17.12).
"""

from __future__ import annotations

import copy
import uuid
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from docgen.meetingtypes.authoring.extensions import node, qualified

STYLE = "PlaceholderText"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "docgen:prompt")


def prompt(text: str) -> Any:
    """What a field shows while it is empty: a run that looks like a prompt."""
    look = node("w:rPr", {}, node("w:rStyle", {"w:val": STYLE}))
    return node("w:r", {}, look, node("w:t", {"xml:space": "preserve"}, text=text))


def reference(text: str) -> Any:
    """A field's ``w:placeholder``, which names the building block with this text."""
    return node("w:placeholder", {}, node("w:docPart", {"w:val": _number(text).hex.upper()}))


def keep_prompts(document: Document) -> Document:
    """The same document, with a building block for every prompt that its fields refer to, if any do."""
    texts = dict.fromkeys(_prompts(document))
    if not texts:
        return document
    glossary = _part("document", CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, _glossary(list(texts)), document)
    styles = _part("styles", CONTENT_TYPE.WML_STYLES, _styles(document), document)
    glossary.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
    document.part.relate_to(glossary, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
    return document


def _number(text: str) -> uuid.UUID:
    """The same for the same text, so that a template's bytes never change by chance."""
    return uuid.uuid5(_SPACE, text)


def _prompts(document: Document) -> list[str]:
    """What the fields with a prompt show, in the document's order."""
    path = f"{qualified('w:sdtPr')}/{qualified('w:placeholder')}"
    fields = [field for field in document.element.iter(qualified("w:sdt")) if field.find(path) is not None]
    return ["".join(text.text for text in field.iter(qualified("w:t"))) for field in fields]


def _glossary(texts: list[str]) -> Any:
    return node("w:glossaryDocument", {}, node("w:docParts", {}, *map(_building_block, texts)))


def _building_block(text: str) -> Any:
    number = _number(text)
    properties = node(
        "w:docPartPr",
        {},
        node("w:name", {"w:val": number.hex.upper()}),
        node(
            "w:category",
            {},
            node("w:name", {"w:val": "General"}),
            node("w:gallery", {"w:val": "placeholder"}),
        ),
        node("w:types", {}, node("w:type", {"w:val": "bbPlcHdr"})),
        node("w:behaviors", {}, node("w:behavior", {"w:val": "content"})),
        node("w:guid", {"w:val": f"{{{str(number).upper()}}}"}),
    )
    return node("w:docPart", {}, properties, node("w:docPartBody", {}, node("w:p", {}, prompt(text))))


def _styles(document: Document) -> Any:
    """The document's defaults and the look of prompts: the glossary has styles of its own."""
    styles = copy.deepcopy(document.styles.element)
    for style in styles.findall(qualified("w:style")):
        if style.get(qualified("w:styleId")) != STYLE and style.get(qualified("w:default")) is None:
            styles.remove(style)
    return styles


def _part(name: str, kind: str, root: Any, document: Document) -> Part:
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Part(PackURI(f"/word/glossary/{name}.xml"), kind, blob, document.part.package)
