"""Pieces of WordprocessingML that come in with a value: proved whole before they are put in."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from docgen.documents.reasons import LOOSE_TEXT, NOT_XML, RUN_INSIDE

_RELATION = re.compile(r'\br:(?:id|embed|link)="([^"]*)"')


@lru_cache(maxsize=512)
def problem(xml: str, declarations: str) -> str:
    """What is wrong with a piece of WordprocessingML; empty when it is whole.

    ``declarations`` are the namespaces around it, as written. Text directly in a paragraph, or elements
    inside a ``w:t``, are well-formed XML that Word refuses.
    """
    try:
        root = etree.fromstring(f"<root{declarations}>{xml}</root>")
    except etree.XMLSyntaxError:
        return NOT_XML
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "t" and len(element):
            return RUN_INSIDE
        loose = [element.text, *(child.tail for child in element)]
        if name in ("root", "p", "r") and any(text and text.strip() for text in loose):
            return LOOSE_TEXT
    return ""


def relations_in(xml: str) -> set[str]:
    """The relations (links, pictures) that a piece of WordprocessingML refers to."""
    return set(_RELATION.findall(xml))
