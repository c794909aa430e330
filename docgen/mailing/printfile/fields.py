"""Fields that mean something else in a file of many letters, and references that must find their own letter.

"Side 1 af 2" counts the letter's own pages, and what a field says about its document (its title, its name,
who saved it) is no longer about the letter, so it stays as it was printed last. Source: ECMA-376 part 1,
17.16.

How many pages a letter has:

- Word works out ``SECTIONPAGES`` as it lays out the page, like ``PAGE`` (17.16.5.55), and a letter that is
  one section has its header and footer in common with others. A letter of several sections gets ``PAGEREF``
  to a bookmark at its end: Word refreshes that in headers and footers when it prints or previews with
  "update fields before printing", and until then shows what the letter itself showed.
- LibreOffice 7.4 shows what was saved in place of ``SECTIONPAGES``, and works out ``PAGEREF``, also in a
  footer. So the file that is made for it has that in all letters, and a footer for each. (Tried.)

``PAGEREF`` gives the number of the last page. That is the number of pages as long as a letter counts them
from 1 and on; where it does not, what the letter showed is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from lxml.etree import _Element

from docgen.mailing.printfile.wordml import W, drop, pop, words

_FROZEN = frozenset(
    words(
        """
    AUTHOR COMMENTS CREATEDATE DOCPROPERTY DOCVARIABLE EDITTIME FILENAME FILESIZE INFO KEYWORDS
    LASTSAVEDBY NUMCHARS NUMWORDS PRINTDATE REVNUM SAVEDATE SUBJECT TEMPLATE TITLE
    """
    )
)
_WORD = re.compile(r'"[^"]*"|\S+')
_BEGIN, _SEPARATE, _END = "begin", "separate", "end"
_CHAR = W + "fldChar"


class Pages(Enum):
    """How the number of a letter's pages is told: counted by the section, by its last page, or as it was."""

    SECTION = "SECTIONPAGES"
    LAST = "PAGEREF"
    SAVED = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What fields of a letter become.

    ``is_whole`` is whether the letter is one section, ``end`` the bookmark at its end, ``saved`` the pages
    that it had when it was saved (blank: not known), ``names`` its bookmarks' new names by the old.
    """

    pages: Pages
    is_whole: bool
    end: str
    saved: str
    names: Mapping[str, str]


@dataclass
class _Field:
    """A field in pieces (17.16.18): its beginning, instruction, and where its result stands."""

    begin: _Element
    instruction: list[_Element] = field(default_factory=list)
    separate: _Element | None = None
    end: _Element | None = None

    @property
    def says(self) -> str:
        return "".join(piece.text or "" for piece in self.instruction)

    def result(self) -> Iterator[_Element]:
        """The texts that it shows, as far as they stand in the paragraph in which it ends."""
        run = None if self.separate is None else self.separate.getparent()
        for following in () if run is None else run.itersiblings(W + "r"):
            if following.find(_CHAR) is not None:
                return
            yield from following.iter(W + "t")

    def say(self, text: str) -> None:
        first, *others = self.instruction
        first.text = text
        drop(others)


def retell(root: _Element, telling: Telling) -> bool:
    """Rewrites a part's fields; whether any of them points to the document's end."""
    points = False
    for simple in list(root.iter(W + "fldSimple")):
        text, keeps = _told(simple.get(W + "instr", ""), telling)
        simple.set(W + "instr", text)
        if telling.end in text:
            points = True
            _show(simple.iter(W + "t"), telling.saved)
        if not keeps:
            _unwrap(simple)
    fields = [(one, *_told(one.says, telling)) for one in _fields(root)]
    for one, text, keeps in fields:
        if text != one.says:
            one.say(text)
        if telling.end in text:
            points = True
            _show(one.result(), telling.saved)
        if not keeps:
            _freeze(root, one)
    _anchors(root, telling.names)
    return points


def _told(instruction: str, telling: Telling) -> tuple[str, bool]:
    """What the field's instruction is from now on, and whether it stays a field."""
    words = _WORD.findall(instruction)
    kind = words[0].upper() if words else ""
    if kind in _FROZEN:
        return instruction, False
    if kind == "NUMPAGES" or (kind == "SECTIONPAGES" and telling.is_whole):
        if telling.pages is Pages.SAVED:
            return instruction, False
        target = f"PAGEREF {telling.end}" if telling.pages is Pages.LAST else telling.pages.value
        return _WORD.sub(target, instruction, count=1), True
    if not telling.names:
        return instruction, True
    return _WORD.sub(lambda word: _renamed(word[0], telling.names), instruction), True


def _renamed(word: str, names: Mapping[str, str]) -> str:
    bare = word.strip('"')
    return word.replace(bare, names[bare]) if bare in names else word


def _fields(root: _Element) -> Iterator[_Field]:
    """The fields of a part that are whole, inner ones first."""
    opened: list[_Field] = []
    for element in root.iter(_CHAR, W + "instrText"):
        kind = element.get(W + "fldCharType")
        if kind == _BEGIN:
            pop(element, W + "dirty")
            opened.append(_Field(element))
        elif opened and element.tag != _CHAR:
            if opened[-1].separate is None:
                opened[-1].instruction.append(element)
        elif opened and kind == _SEPARATE:
            opened[-1].separate = element
        elif opened and kind == _END:
            opened[-1].end = element
            if opened[-1].instruction:
                yield opened[-1]
            opened.pop()


def _show(texts: Iterable[_Element], saved: str) -> None:
    """Lets a field show what it came to when the letter was saved, until it is worked out again."""
    if saved and (shown := next(iter(texts), None)) is not None:
        shown.text = saved


def _freeze(root: _Element, one: _Field) -> None:
    """Leaves the field's result, and takes out all else of it."""
    marks = {one.begin, *one.instruction}
    within = False
    inside = []
    for run in root.iter(W + "r"):
        for piece in run:
            within = within or piece is one.begin
            if within and piece.tag != W + "rPr":
                inside.append(piece)
            within = within and piece is not (one.separate if one.separate is not None else one.end)
    ends = [one.end] if one.end is not None else []
    drop(dict.fromkeys([*inside, *marks, *ends]))


def _unwrap(simple: _Element) -> None:
    parent = simple.getparent()
    if parent is not None:
        at = parent.index(simple)
        for child in reversed(list(simple)):
            parent.insert(at, child)
        drop([simple])


def _anchors(root: _Element, names: Mapping[str, str]) -> None:
    for link in root.iter(W + "hyperlink") if names else ():
        if (anchor := link.get(W + "anchor", "")) in names:
            link.set(W + "anchor", names[anchor])
