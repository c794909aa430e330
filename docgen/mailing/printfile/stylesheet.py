"""A document's styles, and what tells two of the same name apart.

A style is the same as another when all that it says is, down to the style that rests on none. Names and ids
do not count: Word writes ids in its own language, and capitals are no difference. Source: ECMA-376 part 1,
17.7.4.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element

from docgen.mailing.printfile.defaults import Defaults, Property, fold, properties, properties_of
from docgen.mailing.printfile.lists import List
from docgen.mailing.printfile.theme import Theme, write_out
from docgen.mailing.printfile.wordml import VAL, W, canonical, digest, pop, value, words

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"
# About names, order and how Word shows styles to people: of no matter to how text looks.
_SURFACE = frozenset(
    W + name
    for name in words(
        """
    name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
    locked personal personalCompose personalReply rsid
    """
    )
)


@dataclass(frozen=True)
class Style:
    """One style as its document has it. ``said`` is all that it says, and what it rests on."""

    id: str
    kind: str
    name: str
    is_default: bool
    element: _Element
    said: str


@dataclass(frozen=True)
class Sheet:
    """The styles of a document by id, ready to stand under the defaults of a print file."""

    styles: Mapping[str, Style]

    def default(self, kind: str) -> str:
        """The id of the style for text that names none; blank where there is none."""
        found = [style.id for style in self.styles.values() if style.kind == kind and style.is_default]
        return found[-1] if found else ""

    @cached_property
    def numbered(self) -> dict[str, tuple[str, str, _Element | None]]:
        """The paragraph styles that stand in lists: list, level, and the style's own indent."""
        found = {}
        for style in self.styles.values():
            if style.kind == PARAGRAPH and (place := self._list_of(style.id)):
                found[style.id] = place
        return found

    def _list_of(self, number: str) -> tuple[str, str, _Element | None] | None:
        indent, level = None, ""
        for style in self._chain(number):
            within = style.element.find(W + "pPr")
            if within is None:
                continue
            indent = within.find(W + "ind") if indent is None else indent
            numbering = within.find(W + "numPr")
            level = level or value(numbering, "ilvl")
            if named := value(numbering, "numId"):
                return (named, level, indent) if named != "0" else None
        return None

    def _chain(self, number: str) -> Iterator[Style]:
        """The style, the one that it rests on, and so on."""
        met = set()
        while number in self.styles and number not in met:
            met.add(number)
            yield self.styles[number]
            number = value(self.styles[number].element, "basedOn")

    def paragraph_properties(self, number: str) -> list[_Element]:
        """The ``w:pPr`` of a style and of those that it rests on, as far as they have one."""
        groups = (style.element.find(W + "pPr") for style in self._chain(number))
        return [group for group in groups if group is not None]

    def sets(self, number: str, *, in_parts: bool = True) -> dict[Property, str]:
        """What a style sets for text, with the styles that it rests on.

        ``in_parts`` is whether what table styles set for single rows and columns counts too.
        """
        found: dict[Property, str] = {}
        for style in self._chain(number):
            own = properties(style.element) if in_parts else properties_of(style.element)
            found = {**own, **found}
        return found


def sheet_of(root: _Element, lists: Mapping[str, List], needed: Defaults, theme: Theme | None) -> Sheet:
    """The sheet of a styles part.

    ``needed`` is what the styles must say since the defaults do not, ``theme`` one that is to be written out.
    """
    elements = {one.get(W + "styleId", ""): copy.deepcopy(one) for one in root.iterchildren(W + "style")}
    for element in elements.values():
        if theme is not None:
            write_out(element, theme)
        if needed and _kind(element) == PARAGRAPH and value(element, "basedOn") not in elements:
            fold(element, needed)
    own = {number: _own(element, lists) for number, element in elements.items()}
    return Sheet(
        {
            number: Style(
                number,
                _kind(element),
                value(element, "name", number),
                element.get(W + "default", "0") in ("1", "true", "on"),
                element,
                _said(number, elements, own),
            )
            for number, element in elements.items()
        }
    )


def _kind(element: _Element) -> str:
    return element.get(W + "type", PARAGRAPH)


def _own(element: _Element, lists: Mapping[str, List]) -> str:
    """What a style says itself; a list is named by what it is and not by its number."""
    bare = copy.deepcopy(element)
    for attribute in ("styleId", "default", "customStyle"):
        pop(bare, W + attribute)
    for number in bare.iter(W + "numId"):
        known = lists.get(number.get(VAL, ""))
        number.set(VAL, known.said if known else "")
    return canonical(bare, _SURFACE)


def _said(number: str, elements: Mapping[str, _Element], own: Mapping[str, str]) -> str:
    """The digest of a style with all that it rests on, and of its twin for the other kind of text."""
    twin = value(elements[number], "link")
    return digest(*_closure(number, elements, own), "link", *_closure(twin, elements, own))


def _closure(number: str, elements: Mapping[str, _Element], own: Mapping[str, str]) -> list[str]:
    said: list[str] = []
    met: set[str] = set()
    while number in elements and number not in met:
        met.add(number)
        said.append(own[number])
        number = value(elements[number], "basedOn")
    return said
