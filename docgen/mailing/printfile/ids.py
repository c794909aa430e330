"""Ids and names that may occur once in a file, given anew to everything that is joined.

Word calls a file unreadable when two drawings share a number, and follows a reference to the first bookmark
of a name. Sources: ECMA-376 part 1, 20.4.2.5 (``wp:docPr``), 17.5.2.18 (content controls), 17.13.6
(bookmarks), 17.13.5 (tracked changes); [MS-DOCX] 2.2.4 (``w14:paraId``: may be left out, and is).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from lxml.etree import _Element

from docgen.mailing.printfile.wordml import ID, NAMESPACES, VAL, W14, W, drop, finder, pop, words

_WP = "{" + NAMESPACES["wp"] + "}"
_V = "{" + NAMESPACES["v"] + "}"
_O = "{" + NAMESPACES["o"] + "}"
_PARAGRAPH_IDS = (W14 + "paraId", W14 + "textId")
_NUMBERED = finder("//@w14:paraId/.. | //@w14:textId/..")
_LONGEST_NAME = 40
_CHANGES = tuple(
    W + name
    for name in words(
        """
    ins del moveFrom moveTo cellIns cellDel cellMerge rPrChange pPrChange sectPrChange tblPrChange
    tblPrExChange trPrChange tcPrChange tblGridChange numberingChange moveFromRangeStart
    moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd
    customXmlDelRangeStart customXmlDelRangeEnd
    """
    )
)
# Who may edit what, what the spelling checker thought, where a page ended last time: nothing for paper.
_NOISE = tuple(W + name for name in words("permStart permEnd proofErr lastRenderedPageBreak"))
_COMMENTS = tuple(W + name for name in words("commentRangeStart commentRangeEnd commentReference"))
# Bound to data of the document's own, which is not there any more: Word would put the file's data in its
# place.
_BINDINGS = (W + "dataBinding", "{" + NAMESPACES["w15"] + "}dataBinding", W + "placeholder")


class Ids:
    """The numbers of one print file: each kind counts for itself."""

    def __init__(self) -> None:
        self._next = {
            kind: itertools.count(1) for kind in ("drawing", "control", "bookmark", "change", "shape")
        }

    def fresh(self, kind: str) -> str:
        """The next number of this kind: drawing, control, bookmark, change or shape."""
        return str(next(self._next[kind]))


class Marks:
    """The bookmarks, changes and shapes of one document. ``number`` is the document's own in the file."""

    def __init__(self, ids: Ids, number: int) -> None:
        self._ids = ids
        self._number = number
        self._names: dict[str, str] = {}
        self._changes: dict[str, str] = {}
        self._shapes: dict[str, str] = {}

    @property
    def end(self) -> str:
        """The name of the bookmark at the document's end."""
        return f"_docgen_slut_{self._number}"

    @property
    def names(self) -> Mapping[str, str]:
        """The bookmarks' names, by those that they had."""
        return self._names

    def fresh(self, kind: str) -> str:
        return self._ids.fresh(kind)

    def name_bookmarks(self, root: _Element) -> None:
        """Gives the bookmarks of a part their new names; before any part's references are followed."""
        for start in root.iter(W + "bookmarkStart"):
            name = start.get(W + "name", "")
            if name not in self._names:
                self._names[name] = self._new_name(name)

    def _new_name(self, name: str) -> str:
        """The name with the document's number behind it, within the 40 letters that Word takes."""
        ending = f"_{self._number}"
        taken = set(self._names.values())
        for count in itertools.count(1):
            last = ending if count == 1 else f"_{count}{ending}"
            candidate = name[: _LONGEST_NAME - len(last)] + last
            if candidate not in taken:
                return candidate
        raise AssertionError("counting ends")  # pragma: no cover

    def renumber(self, root: _Element) -> None:
        """Gives all ids of a part anew."""
        for drawing in root.iter(_WP + "docPr"):
            drawing.set("id", self.fresh("drawing"))
        for control in root.iter(W + "sdtPr"):
            for number in control.iterchildren(W + "id"):
                number.set(VAL, self.fresh("control"))
        self._bookmarks(root)
        for change in root.iter(*_CHANGES):
            if (old := change.get(ID)) is not None:
                change.set(ID, self._again(self._changes, old, "change"))
        self._shape_ids(root)

    def _bookmarks(self, root: _Element) -> None:
        """A bookmark that has no beginning or no end in the part is taken out."""
        opened: dict[str, _Element] = {}
        for mark in list(root.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            old = mark.get(ID, "")
            if mark.tag == W + "bookmarkStart" and old not in opened:
                opened[old] = mark
            elif mark.tag == W + "bookmarkEnd" and old in opened:
                start, number = opened.pop(old), self.fresh("bookmark")
                start.set(ID, number)
                start.set(W + "name", self._names[start.get(W + "name", "")])
                mark.set(ID, number)
            else:
                drop([mark])
        drop(opened.values())

    def _shape_ids(self, root: _Element) -> None:
        """Shapes of the older kind; objects point to them by their ids."""
        for shape in root.iter(f"{_V}*"):
            if shape.tag != _V + "shapetype" and (old := shape.get("id")):
                shape.set("id", "_x0000_s" + self._again(self._shapes, old, "shape"))
                pop(shape, _O + "spid")
        for thing in root.iter(_O + "OLEObject"):
            if (old := thing.get("ShapeID", "")) in self._shapes:
                thing.set("ShapeID", "_x0000_s" + self._shapes[old])

    def _again(self, known: dict[str, str], old: str, kind: str) -> str:
        if old not in known:
            known[old] = self.fresh(kind)
        return known[old]


def tidy(root: _Element) -> tuple[bool, bool]:
    """Takes out what is of no use on paper; whether there were comments, and whether there are tracked
    changes.
    """
    comments = list(root.iter(*_COMMENTS))
    for element in comments:
        parent = element.getparent()
        drop([element])
        if parent is not None and parent.tag == W + "r" and all(one.tag == W + "rPr" for one in parent):
            drop([parent])
    drop(root.iter(*_NOISE, *_BINDINGS))
    for element in _NUMBERED(root):
        for attribute in _PARAGRAPH_IDS:
            pop(element, attribute)
    return bool(comments), next(root.iter(*_CHANGES), None) is not None
