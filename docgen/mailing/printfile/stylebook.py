"""The styles of a print file: those that are alike once, the others beside each other.

Of two styles with one name that say different things, the second gets a number: "Normal" becomes
"Normal (2)" with the id ``Normal_2``. Word knows its own styles by their names, so such a one is nobody's but
the letter's. Source: ECMA-376 part 1, 17.7.4.9 and 17.7.4.17.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Mapping

from lxml.etree import _Element

from docgen.mailing.printfile.defaults import STYLE_ORDER
from docgen.mailing.printfile.stylesheet import Sheet, Style
from docgen.mailing.printfile.wordml import VAL, W, drop, made, pop, put

_SURFACE = ("aliases", "autoRedefine", "rsid", "unhideWhenUsed", "semiHidden")


class Stylebook:
    """The styles of one print file, in the order in which their documents came."""

    def __init__(self) -> None:
        self._elements: list[_Element] = []
        self._by_meaning: dict[tuple[str, str, str], str] = {}
        self._ids: set[str] = set()
        self._names: set[str] = set()
        self.defaults: dict[str, str] = {}

    def admit(self, sheet: Sheet, number_of: Callable[[str, Mapping[str, str]], str]) -> dict[str, str]:
        """The id that each style of a document has from now on, by the one that it had.

        ``number_of`` gives the list that stands for one of the document's, once the ids are known.
        """
        ids: dict[str, str] = {}
        fresh: list[tuple[Style, str]] = []
        for style in sheet.styles.values():
            meaning = (style.kind, style.name.lower(), style.said)
            if meaning not in self._by_meaning:
                self._by_meaning[meaning], name = self._named(style)
                fresh.append((style, name))
            ids[style.id] = self._by_meaning[meaning]
        is_base = not self._elements
        for style, name in fresh:
            self._elements.append(_rewritten(style, name, ids, number_of, keeps_rank=is_base))
            if is_base and style.is_default:
                self.defaults[style.kind] = ids[style.id]
        return ids

    def _named(self, style: Style) -> tuple[str, str]:
        """An id and a name for a new style: its own ones as long as they are free."""
        for count in itertools.count(1):
            number = style.id if count == 1 else f"{style.id}_{count}"
            name = style.name if count == 1 else f"{style.name} ({count})"
            if number.lower() not in self._ids and name.lower() not in self._names:
                break
        self._ids.add(number.lower())
        self._names.add(name.lower())
        return number, name

    def elements(self) -> list[_Element]:
        """The ``w:style`` elements, in the order in which they came."""
        return self._elements


def _rewritten(
    style: Style,
    name: str,
    ids: Mapping[str, str],
    number_of: Callable[[str, Mapping[str, str]], str],
    *,
    keeps_rank: bool,
) -> _Element:
    """A style's element under its new name, pointing to others by theirs."""
    element = copy.deepcopy(style.element)
    element.set(W + "styleId", ids[style.id])
    if not keeps_rank:
        pop(element, W + "default")
    if name != style.name:
        element.set(W + "customStyle", "1")
        drop(found for surface in _SURFACE for found in element.findall(W + surface))
    drop(element.findall(W + "name"))
    put(element, made("name", val=name), STYLE_ORDER)
    for pointer in ("basedOn", "next", "link"):
        for found in element.findall(W + pointer):
            if (to := ids.get(found.get(VAL, ""))) is None:
                drop([found])
            else:
                found.set(VAL, to)
    for number in element.iter(W + "numId"):
        number.set(VAL, number_of(number.get(VAL, ""), ids))
    return element
