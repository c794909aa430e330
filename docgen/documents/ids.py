"""Ids that must not occur twice, in a document whose parts are repeated.

Word calls a document unreadable when two drawings share a number, and mixes up content controls,
paragraphs and bookmarks that do. Sources: ECMA-376 part 1, 20.4.2.5 (``wp:docPr``), 17.5.2.18 (``w:id`` of
content controls), 17.13.6 (bookmarks); [MS-DOCX] 2.2.4 (``w14:paraId``, ``w14:textId``: below 0x80000000).

An id is marked in the part's tree before the cleaning. Where it then stands outside all repeated blocks,
it gets its own value back; inside one, a number for each repeat, given when a document is filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element

from docgen.documents.numbering import (
    CHANGE,
    CONTROL,
    DRAWING,
    END,
    NAME,
    PARAGRAPH,
    START,
    TEXT,
    Bookmark,
    Numbering,
    free_numbers,
    new_name,
    number_in,
    to_number,
    written,
)
from docgen.documents.parts import W14, WP, W

_MARK = re.compile("\ue5d0docgen:([a-z])([^\ue5d1]*)\ue5d1")
_BOOKMARK = re.compile("<w:bookmark(?:Start|End)\\b[^<>]*\ue5d0docgen:[be](\\d+)\ue5d1[^<>]*>")

_UNSET_TEXT = "77777777"  # what Word writes for "no text id", as often as it likes
_CHANGES = frozenset(
    W + name
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "cellIns",
        "cellDel",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "trPrChange",
        "tcPrChange",
        "tblGridChange",
        "numberingChange",
    )
)


class Ids:
    """The ids of one template, over all its parts."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._taken: dict[str, set[int]] = {}
        self._bookmarks: list[Bookmark] = []
        self._names: set[str] = set()
        for root in roots:
            self._mark_bookmarks(root)
            for kind, element, attribute in _ids_in(root):
                self._mark(kind, element, attribute)

    def _mark(self, kind: str, element: _Element, attribute: str) -> None:
        """Marks the id; one that occurred before (LibreOffice writes text boxes twice) becomes another."""
        value = element.get(attribute, "")
        if kind != TEXT:
            value = self._unique(kind, value)
        element.set(attribute, _marked(kind, value))

    def _unique(self, kind: str, value: str) -> str:
        taken = self._taken.setdefault(kind, set())
        number = number_in(kind, value)
        if number is None or number in taken:
            number = next(free_numbers(taken))
            value = written(kind, number)
        taken.add(number)
        return value

    def _mark_bookmarks(self, root: _Element) -> None:
        opened: dict[str, int] = {}
        for element in root.iter(W + "bookmarkStart", W + "bookmarkEnd"):
            number = element.get(W + "id", "")
            if element.tag == W + "bookmarkEnd":
                if number in opened:
                    element.set(W + "id", _marked(END, str(opened.pop(number))))
                continue
            name = new_name(element.get(W + "name", ""), self._names)
            opened[number] = index = len(self._bookmarks)
            self._bookmarks.append(Bookmark(self._unique(START, number), name))
            element.set(W + "id", _marked(START, str(index)))
            element.set(W + "name", _marked(NAME, str(index)))

    def settled(self, data: str, *, repeated: bool) -> str:
        """A piece of the template, its marks turned into ids, or into what each filling numbers."""
        return _MARK.sub(self._settled_anew if repeated else self._settled, data)

    def _settled(self, match: re.Match[str]) -> str:
        kind, key = match.groups()
        if kind == NAME:
            return self._bookmarks[int(key)].name
        return self._bookmarks[int(key)].number if kind in (START, END) else key

    def _settled_anew(self, match: re.Match[str]) -> str:
        kind, key = match.groups()
        if kind == TEXT and key == _UNSET_TEXT:
            return key
        return to_number(kind, key if kind in (START, END, NAME) else "")

    def torn(self, pieces: Iterable[tuple[str, object]]) -> dict[str, str]:
        """The bookmarks (number in the template: name) that do not begin and end in one and the same block.

        ``pieces`` are the template's data, each with the block it stands in. Repeated, such a bookmark
        would begin more often than it ends.
        """
        ends: dict[str, list[object]] = {}
        for data, block in pieces:
            for match in _BOOKMARK.finditer(data):
                ends.setdefault(match[1], []).append(block)
        return {
            index: self._bookmarks[int(index)].name
            for index, blocks in ends.items()
            if len(blocks) != 2 or blocks[0] != blocks[1]
        }

    @staticmethod
    def without(data: str, torn: Iterable[str]) -> str:
        """The data without these bookmarks."""
        return _BOOKMARK.sub(lambda match: "" if match[1] in torn else match[0], data)

    def numbering(self) -> Numbering:
        """Fresh numbers for one document."""
        return Numbering(self._taken, self._bookmarks, self._names)


def _ids_in(root: _Element) -> Iterator[tuple[str, _Element, str]]:
    for element in root.iter(etree.Element):
        if element.tag == WP + "docPr":
            yield DRAWING, element, "id"
        elif element.tag in _CHANGES and element.get(W + "id") is not None:
            yield CHANGE, element, W + "id"
        elif element.tag == W + "sdtPr" and (control := element.find(W + "id")) is not None:
            yield CONTROL, control, W + "val"
        elif element.tag in (W + "p", W + "tr"):
            for kind, attribute in ((PARAGRAPH, W14 + "paraId"), (TEXT, W14 + "textId")):
                if element.get(attribute) is not None:
                    yield kind, element, attribute


def _marked(kind: str, value: str) -> str:
    return f"\ue5d0docgen:{kind}{value}\ue5d1"
