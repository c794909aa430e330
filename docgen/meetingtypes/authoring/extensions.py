"""XML from the namespaces that python-docx does not know: drawing shapes, and Word's own additions.

``node`` makes an element, ``declare`` finishes a document that holds such elements.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.oxml.parser import oxml_parser
from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

# What an older Word may pass over: without it, Word 2007 would call the file damaged.
_IGNORABLE = ("w14", "w15")


def qualified(name: str) -> str:
    """``"w15:repeatingSection"`` as lxml wants it, and a name without prefix as it is."""
    prefix, colon, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else local


def node(name: str, attributes: Mapping[str, str] | None = None, *children: Any, text: str = "") -> Any:
    """A new element; names of attributes carry their prefix, or none, as in the file."""
    prefix = name.partition(":")[0]
    made = oxml_parser.makeelement(qualified(name), nsmap={prefix: NAMESPACES[prefix]})
    for attribute, value in (attributes or {}).items():
        made.set(qualified(attribute), value)
    made.extend(children)
    if text:
        made.text = text
    return made


def declare(document: Document) -> Document:
    """The same document, with all prefixes declared on its outermost element and ``mc:Ignorable`` set.

    A prefix that ``mc:Ignorable`` names must be declared where the attribute stands (ECMA-376 part 3,
    10.1), or Word refuses the file.
    """
    root = document.element
    prefixes = {prefix: uri for prefix, uri in NAMESPACES.items() if prefix != "xml"}
    etree.cleanup_namespaces(root, top_nsmap=prefixes, keep_ns_prefixes=["r", *prefixes])
    root.set(qualified("mc:Ignorable"), " ".join(_IGNORABLE))
    return document
