"""The proof that a cleaned template makes whole documents, whatever the values are.

Wherever a block (``if``, ``for``, ``with``) begins, is divided (``else``) and ends, the same elements must
be open. Then every way through the template gives well-formed XML, and no document needs to be parsed.
docxtpl itself parses with ``recover``, which repairs what is not well-formed by dropping text.
"""

from __future__ import annotations

import html
import operator
import re
from dataclasses import dataclass, field, replace
from itertools import accumulate

from docgen.documents.cleaning import Cleaned, Tag, shown
from docgen.documents.slots import INSIDE_MARKUP, OpenElement, slot_in
from docgen.documents.statements import BLOCKS, DIVIDERS
from docgen.documents.tags import near
from docgen.documents.values import Slot, Surroundings
from docgen.findings import Finding, Place

_MARKUP = re.compile(r"<(/?)([^\s<>/]+)([^<>]*?)(/?)>|\x00(\d+)\x00")
_TAG_IN_MARKUP = re.compile(r"\x00(\d+)\x00")
_WINDOW = 1500

# Elements that Word refuses without a paragraph (or a row, or a cell) in them, and what each must end with.
_HOLDERS = {
    "w:tbl": "w:tr",
    "w:tr": "w:tc",
    **dict.fromkeys(
        ("w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote", "w:comment"), "w:p"
    ),
}
_TRANSPARENT = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:del", "w:moveFrom", "w:moveTo"})


@dataclass(frozen=True)
class _Block:
    tag: Tag
    index: int
    open_elements: tuple[str, ...]
    branch: int = 0


@dataclass
class Layout:
    """What is known of a part once it is proved: where its values go, which pieces are repeated.

    ``slots`` maps the number of a ``{{ }}`` to where it stands, ``places`` holds all tags' places for
    findings. ``blocks[i]`` tells the block that ``data[i]`` stands in, ``repeated[i]`` whether any of the
    blocks around it is a loop, ``hollow[i]`` where in ``data[i]`` cells, text boxes, ... end that may come
    out empty. ``fragile`` tells whether rows and tables may, ``elastic`` whether some table may get other
    columns.
    """

    slots: dict[int, Slot] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    blocks: list[tuple[tuple[int, int], ...]] = field(default_factory=list)
    repeated: list[bool] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    hollow: dict[int, list[int]] = field(default_factory=dict)
    fragile: bool = False
    elastic: bool = False


def proved(cleaned: Cleaned, part: Place, surroundings: Surroundings) -> Layout:
    """The layout of a cleaned part, with a finding for everything that would tear it."""
    return _Walk(cleaned, part, surroundings).walked()


class _Walk:
    """One pass over the XML and the tags in it, keeping the open elements and the open blocks."""

    def __init__(self, cleaned: Cleaned, part: Place, surroundings: Surroundings) -> None:
        self._tags = cleaned.tags
        self._text = cleaned.data[0] + "".join(
            f"\x00{index}\x00{data}" for index, data in enumerate(cleaned.data[1:])
        )
        markers = (len(f"\x00{index}\x00") for index in range(len(self._tags)))
        lengths = map(operator.add, map(len, cleaned.data), markers)
        self._starts = list(accumulate(lengths, initial=0))
        self._part = part
        self._part_is_word = "<w:" in self._text
        self._surroundings = surroundings
        self._open: list[OpenElement] = []
        self._blocks: list[_Block] = []
        self._layout = Layout(blocks=[()], repeated=[False])
        self._last = -1

    def walked(self) -> Layout:
        for match in _MARKUP.finditer(self._text):
            closing, name, attributes, empty, tag = match.groups()
            if tag is not None:
                self._meet(int(tag), match.start())
            elif closing:
                if not self._close(name, match):
                    self._find("E-138", self._last, match.start())
                    return self._layout
            else:
                self._begin(name, attributes, match)
                if empty:
                    self._close(name, match)
        for block in self._blocks:
            self._find("E-136", block.index, 0, word=block.tag.word, partner="end" + block.tag.word)
        if self._open:
            self._find("E-138", self._last, len(self._text))
        return self._layout

    # Elements

    def _begin(self, name: str, attributes: str, match: re.Match[str]) -> None:
        if name == "w:text" and len(self._open) > 1 and self._open[-1].name == "w:sdtPr":
            self._open[-2].is_plain_control = True
        if "\x00" in attributes:
            self._tags_in_markup(name, match)
        self._open.append(OpenElement(name, match.start(), len(self._blocks)))

    def _tags_in_markup(self, name: str, match: re.Match[str]) -> None:
        self._open.append(OpenElement(INSIDE_MARKUP + name, match.start(), len(self._blocks)))
        before = len(self._blocks)
        for tag in _TAG_IN_MARKUP.finditer(match[0]):
            self._meet(int(tag[1]), match.start())
        for block in self._blocks[before:]:
            self._find("E-137", block.index, match.start(), opening=shown(block.tag))
        del self._blocks[before:]
        self._open.pop()
        self._layout.elastic |= name == "w:gridSpan"

    def _close(self, name: str, match: re.Match[str]) -> bool:
        if not self._open or self._open[-1].name != name:
            return False
        element = self._open.pop()
        if name in _HOLDERS and not element.is_sure:
            self._may_be_empty(name, match.start())
        if self._open and (self._open[-1].name, name) in (("w:p", "w:pPr"), ("w:r", "w:rPr")):
            self._open[-1].properties = self._text[element.start : match.end()]
        self._tell_holder(element)
        return True

    def _may_be_empty(self, name: str, end: int) -> None:
        if _HOLDERS[name] == "w:p":
            piece = self._last + 1
            self._layout.hollow.setdefault(piece, []).append(end - self._starts[piece])
        else:
            self._layout.fragile = True

    def _tell_holder(self, element: OpenElement) -> None:
        """Lets the cell (row, table, ...) around know whether it now surely ends as Word wants it."""
        holder = next((e for e in reversed(self._open) if e.name not in _TRANSPARENT), None)
        if holder is None or holder.name not in _HOLDERS:
            return
        if element.name == _HOLDERS[holder.name]:
            holder.is_sure |= min(element.depth, len(self._blocks)) == holder.depth
        elif element.name == "w:tbl":
            holder.is_sure = False

    # Tags

    def _meet(self, index: int, at: int) -> None:
        tag = self._last_tag(index)
        self._layout.places.append(self._place(index, at))
        if tag.source.startswith("{{"):
            self._layout.slots[index] = slot_in(self._open, self._layout.places[-1], self._surroundings)
        elif tag.word in BLOCKS:
            self._blocks.append(_Block(tag, index, self._names()))
            self._layout.elastic |= self._names()[-1:] == ("w:tr",)
        elif tag.word in DIVIDERS:
            self._divide(index, at, tag.word)
        elif tag.word.removeprefix("end") in BLOCKS:
            self._end(index, at, tag.word.removeprefix("end"))
        self._layout.blocks.append(tuple((block.index, block.branch) for block in self._blocks))
        self._layout.repeated.append(any(block.tag.word == "for" for block in self._blocks))

    def _last_tag(self, index: int) -> Tag:
        self._last = index
        return self._tags[index]

    def _divide(self, index: int, at: int, word: str) -> None:
        if not self._blocks or self._blocks[-1].tag.word not in DIVIDERS[word]:
            self._find("E-136", index, at, word=word, partner=DIVIDERS[word][0])
            return
        block = self._blocks[-1]
        self._compare(block, index, at)
        self._blocks[-1] = replace(block, branch=block.branch + 1)

    def _end(self, index: int, at: int, word: str) -> None:
        if not self._blocks or self._blocks[-1].tag.word != word:
            self._find("E-136", index, at, word="end" + word, partner=word)
            return
        self._compare(self._blocks.pop(), index, at)

    def _compare(self, block: _Block, index: int, at: int) -> None:
        if block.open_elements != self._names():
            self._find("E-137", index, at, opening=shown(block.tag))

    def _names(self) -> tuple[str, ...]:
        return tuple(element.name for element in self._open)

    # Findings

    def _place(self, index: int, at: int) -> Place:
        tag = shown(self._tags[index]) if index >= 0 else ""
        if not self._part_is_word:
            return replace(self._part, tag=tag)
        before, after = self._text[max(0, at - _WINDOW) : at], self._text[at : at + _WINDOW]
        return replace(self._part, tag=tag, near=near(_words(before), _words(after)))

    def _find(self, code: str, index: int, at: int, **data: object) -> None:
        self._layout.findings.append(Finding.of(code, self._place(index, at), **data))


def _words(xml: str) -> str:
    """The text in a piece of XML that may begin or end inside a tag."""
    whole = " ".join(re.sub(r"^[^<>]*>|<[^<>]*$", "", xml).split()).replace("</w:p>", "\n")
    return html.unescape(re.sub(r"<[^<>]*>|\x00\d+\x00", "", whole))
