"""Pieces of WordprocessingML as Word writes them, for tests; nothing of docgen."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lxml import etree

from tests.docx_text import W14, W15, W

NSMAP: Final = {
    "w": W[1:-1],
    "w14": W14[1:-1],
    "w15": W15[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_WRITER = {"w:author": "Inger Prøvesen", "w:date": "2026-02-03T11:05:00Z"}
_SPLIT = re.compile(r"(\n|\t)")
_SIGNS = {"\n": "w:br", "\t": "w:tab"}
_fresh: Iterator[int] = itertools.count(1_000_000_001)


@cache
def qualified(name: str) -> str:
    """``w:tag`` as lxml wants it."""
    prefix, _, local = name.partition(":")
    return f"{{{NSMAP[prefix]}}}{local}"


def element(name: str, attributes: dict[str, str] | None = None, *children: etree._Element) -> etree._Element:
    """A new element; names with their prefixes."""
    made = etree.Element(
        qualified(name), {qualified(key): value for key, value in (attributes or {}).items()}
    )
    made.extend(children)
    return made


def fresh() -> str:
    """A number that nothing else has."""
    return str(next(_fresh))


def run(
    text: str, *look: etree._Element, kind: str = "w:t", attributes: dict[str, str] | None = None
) -> etree._Element:
    """A run that says ``text``, its line breaks and tabs as elements; ``look`` are its properties."""
    made = element("w:r", attributes)
    if look:
        made.append(element("w:rPr", {}, *look))
    for piece in _SPLIT.split(text):
        if piece in _SIGNS:
            made.append(element(_SIGNS[piece]))
        elif piece:
            said = element(kind, {"xml:space": "preserve"} if piece != piece.strip() or "  " in piece else {})
            said.text = piece
            made.append(said)
    return made


def changed(kind: str, *children: etree._Element) -> etree._Element:
    """A tracked change (``w:ins``, ``w:del``, ``w:moveFrom``, ``w:moveTo``) around these."""
    return element(kind, {"w:id": fresh(), **_WRITER}, *children)


def paragraph(like: etree._Element | None, *content: etree._Element) -> etree._Element:
    """A paragraph with the properties of another."""
    made = element("w:p")
    if like is not None and (properties := like.find(f"{W}pPr")) is not None:
        made.append(etree.fromstring(etree.tostring(properties)))
    made.extend(content)
    return made
