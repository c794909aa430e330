"""What a Word file says anywhere in it, and what it holds besides: tracked changes, comments, open fields.

Sources: ECMA-376 part 1, 17.13.4 (comments), 17.13.5 (revisions), 17.5.2.38 (showingPlcHdr).
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from docgen.documents.package import read
from docgen.documents.parts import WP, W, content_types, parsed
from docgen.findings import Place
from docgen.minutes.reading.wordtext import text_of

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
_CORE = "docProps/core.xml"
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def has_markup(document: bytes, name: str) -> bool:
    """Whether anything in the file is tracked as changed, or commented on, by whomever.

    Raises ``TemplateError`` for what is no Word document.
    """
    return any(part.tag in _REVISIONS or part.tag == _COMMENT for part in _elements(document, name))


def is_open(document: bytes, name: str, tag: str) -> bool:
    """Whether the field with this tag still shows its prompt; a field that is gone has been dealt with."""
    return any(
        element.tag == W + "sdtPr"
        and (own := element.find(W + "tag")) is not None
        and own.get(W + "val") == tag
        and element.find(W + "showingPlcHdr") is not None
        for element in _elements(document, name)
    )


def said_in(document: bytes, name: str) -> list[str]:
    """What stands in the file, paragraph by paragraph: in text boxes, headers, notes and comments too; the
    descriptions of pictures, and the file's own title and such.
    """
    members = read(document, name).members
    elements = _elements_of(members, Place(file=name))
    paragraphs = [text_of(one) for one in elements if one.tag == W + "p"]
    described = [one for one in elements if one.tag == WP + "docPr"]
    about = [one.get(what, "") for one in described for what in ("descr", "title")]
    if _CORE in members:
        about += map(str, parsed(members[_CORE], Place(file=name)).itertext())
    return [text for text in (*paragraphs, *about) if text]


def _elements(document: bytes, name: str) -> list[etree._Element]:
    return _elements_of(read(document, name).members, Place(file=name))


def _elements_of(members: Mapping[str, bytes], place: Place) -> list[etree._Element]:
    """Every element of the parts that hold words: text, headers, footers, notes, comments."""
    types = content_types(members, place)
    wordy = [data for member, data in members.items() if types[member].startswith(_WORDS)]
    return [one for data in wordy for one in parsed(data, place).iter(etree.Element)]
