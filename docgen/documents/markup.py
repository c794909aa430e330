"""Tracked changes and comments in a Word file: what people deleted, or said to each other in the margin.

Sources: ECMA-376 part 1, 17.13.4 (comments), 17.13.5 (revisions).
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from docgen.documents.package import read
from docgen.documents.parts import W, content_types, parsed
from docgen.findings import Place

_REVISIONS = frozenset(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tblPrExChange"),
        *("tcPrChange", "trPrChange", "customXmlInsRangeStart", "customXmlDelRangeStart"),
        *("customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
    )
)
_COMMENT = W + "comment"
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def has_markup(document: bytes, name: str) -> bool:
    """Whether anything in the file is tracked as changed, or commented on, by whomever.

    Raises ``TemplateError`` for what is no Word document.
    """
    return any(part.tag in _REVISIONS or part.tag == _COMMENT for part in worded(document, name))


def worded(document: bytes, name: str) -> list[etree._Element]:
    """Every element of the parts that hold words: text, headers, footers, notes, comments.

    Raises ``TemplateError`` for what is no Word document.
    """
    return worded_members(read(document, name).members, Place(file=name))


def worded_members(members: Mapping[str, bytes], place: Place) -> list[etree._Element]:
    """The same of the members of a file that has been read."""
    types = content_types(members, place)
    wordy = [data for member, data in members.items() if types[member].startswith(_WORDS)]
    return [one for data in wordy for one in parsed(data, place).iter(etree.Element)]
