"""A document's body as a chapter of a print file.

A document's last section stands behind its text, a chapter's in its last paragraph. Source: ECMA-376 part 1,
17.6.17 and 17.6.18.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

from lxml.etree import _Element

from docgen.mailing.printfile.defaults import PARAGRAPH_ORDER
from docgen.mailing.printfile.wordml import W, first, made, pieces, put

_BLOCKS = frozenset(W + name for name in ("p", "tbl", "sdt", "customXml"))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document as it goes into the body: its text, and how it ends where more follows and where none
    does.
    """

    content: bytes
    closing: bytes
    ending: bytes


def chapter(body: _Element, last: _Element, mark: tuple[str, str] | None) -> Chapter:
    """The body as a chapter whose last section is ``last``; ``mark`` is a bookmark's number and name at its
    end.

    Of a chapter that others follow, the last paragraph bears the section (17.6.18).
    """
    paragraph = _last_paragraph(body)
    if mark:
        number, name = mark
        paragraph.extend((made("bookmarkStart", id=number, name=name), made("bookmarkEnd", id=number)))
    body.remove(paragraph)
    ending = [copy.deepcopy(paragraph), copy.deepcopy(last)]
    put(first(paragraph, "pPr"), last, PARAGRAPH_ORDER)
    return Chapter(*pieces(list(body), [paragraph], ending))


def _last_paragraph(body: _Element) -> _Element:
    """The paragraph at the end, with the marks behind it; a tiny one is put there where a table stands,
    say.
    """
    marks = []
    while len(body) and body[-1].tag not in _BLOCKS:
        marks.append(body[-1])
        body.remove(body[-1])
    if not len(body) or not _can_bear(body[-1]):
        body.append(tiny_paragraph())
    body[-1].extend(reversed(marks))
    return body[-1]


def _can_bear(element: _Element) -> bool:
    properties = element.find(W + "pPr")
    if element.tag != W + "p":
        return False
    return properties is None or (
        properties.find(W + "sectPr") is None and properties.find(W + "framePr") is None
    )


def tiny_paragraph() -> _Element:
    """An empty paragraph that takes a third of a millimetre."""
    paragraph, properties = made("p"), made("pPr")
    properties.append(made("spacing", before="0", after="0", line="20", lineRule="exact"))
    size = made("rPr")
    size.append(made("sz", val="2"))
    properties.append(size)
    paragraph.append(properties)
    return paragraph
