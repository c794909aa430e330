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
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from docgen.documents.parts import W14, WP, W

_MARK = re.compile("\ue5d0docgen:([a-z])([^\ue5d1]*)\ue5d1")
_RUN = re.compile("\x00([a-z])(\\d*)\x01")  # no XML and no value can hold these characters
_BOOKMARK = re.compile("<w:bookmark(?:Start|End)\\b[^<>]*\ue5d0docgen:[be](\\d+)\ue5d1[^<>]*>")

_DRAWING, _CONTROL, _PARAGRAPH, _TEXT, _CHANGE = "d", "s", "p", "t", "a"
_START, _END, _NAME = "b", "e", "n"
_HEXADECIMAL = (_PARAGRAPH, _TEXT)
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
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark of the template, with the number and name that are its own there."""

    number: str
    name: str


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
        if kind != _TEXT:
            value = self._unique(kind, value)
        element.set(attribute, _marked(kind, value))

    def _unique(self, kind: str, value: str) -> str:
        taken = self._taken.setdefault(kind, set())
        number = _number(kind, value)
        if number is None or number in taken:
            number = next(_free(taken))
            value = _written(kind, number)
        taken.add(number)
        return value

    def _mark_bookmarks(self, root: _Element) -> None:
        opened: dict[str, int] = {}
        for element in root.iter(W + "bookmarkStart", W + "bookmarkEnd"):
            number = element.get(W + "id", "")
            if element.tag == W + "bookmarkEnd":
                if number in opened:
                    element.set(W + "id", _marked(_END, str(opened.pop(number))))
                continue
            name = self.new_name(element.get(W + "name", ""), self._names)
            opened[number] = index = len(self._bookmarks)
            self._bookmarks.append(Bookmark(self._unique(_START, number), name))
            element.set(W + "id", _marked(_START, str(index)))
            element.set(W + "name", _marked(_NAME, str(index)))

    @staticmethod
    def new_name(name: str, names: set[str]) -> str:
        """``name``, with a number behind it where it is taken; within the 40 letters that Word takes."""
        candidate, count = name, 1
        while candidate in names:
            count += 1
            ending = f"_{count}"
            candidate = name[: _LONGEST_NAME - len(ending)] + ending
        names.add(candidate)
        return candidate

    def settled(self, data: str, *, repeated: bool) -> str:
        """A piece of the template, its marks turned into ids, or into what each filling numbers."""
        return _MARK.sub(self._settled_anew if repeated else self._settled, data)

    def _settled(self, match: re.Match[str]) -> str:
        kind, key = match.groups()
        if kind == _NAME:
            return self._bookmarks[int(key)].name
        return self._bookmarks[int(key)].number if kind in (_START, _END) else key

    def _settled_anew(self, match: re.Match[str]) -> str:
        kind, key = match.groups()
        if kind == _TEXT and key == _UNSET_TEXT:
            return key
        return f"\x00{kind}{key if kind in (_START, _END, _NAME) else ''}\x01"

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


class Numbering:
    """Gives the ids of one document: always the same ones for the same text."""

    def __init__(self, taken: dict[str, set[int]], bookmarks: list[Bookmark], names: set[str]) -> None:
        self._taken = taken
        self._bookmarks = bookmarks
        self._names = set(names)
        self._counters: dict[str, Iterator[int]] = {}
        self._open: dict[str, str] = {}
        self._named: set[str] = set()

    def numbered(self, text: str) -> str:
        """``text`` with all numbers given."""
        return _RUN.sub(self._given, text)

    def _given(self, match: re.Match[str]) -> str:
        kind, key = match.groups()
        if kind == _END:
            return self._open[key]
        if kind == _NAME:
            return self._name(key)
        if kind not in self._counters:
            self._counters[kind] = _free(self._taken.get(kind, set()))
        given = _written(kind, next(self._counters[kind]))
        if kind == _START:
            self._open[key] = given
        return given

    def _name(self, key: str) -> str:
        """The first repeat keeps the name, so that references to it lead somewhere."""
        name = self._bookmarks[int(key)].name
        if key in self._named:
            return Ids.new_name(name, self._names)
        self._named.add(key)
        return name


def _ids_in(root: _Element) -> Iterator[tuple[str, _Element, str]]:
    for element in root.iter(etree.Element):
        if element.tag == WP + "docPr":
            yield _DRAWING, element, "id"
        elif element.tag in _CHANGES and element.get(W + "id") is not None:
            yield _CHANGE, element, W + "id"
        elif element.tag == W + "sdtPr" and (control := element.find(W + "id")) is not None:
            yield _CONTROL, control, W + "val"
        elif element.tag in (W + "p", W + "tr"):
            for kind, attribute in ((_PARAGRAPH, W14 + "paraId"), (_TEXT, W14 + "textId")):
                if element.get(attribute) is not None:
                    yield kind, element, attribute


def _marked(kind: str, value: str) -> str:
    return f"\ue5d0docgen:{kind}{value}\ue5d1"


def _number(kind: str, value: str) -> int | None:
    try:
        return int(value, 16 if kind in _HEXADECIMAL else 10)
    except ValueError:
        return None


def _written(kind: str, number: int) -> str:
    return f"{number:08X}" if kind in _HEXADECIMAL else str(number)


def _free(taken: set[int]) -> Iterator[int]:
    """The numbers that are not taken, from 1 up.

    Not those above the largest one: Word draws its own ids at random below 2³¹, so that there may be none.
    """
    number = 0
    while True:
        number += 1
        if number not in taken:
            yield number
