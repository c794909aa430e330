"""What a document of one template must become to stand in a print file: other styles, other lists."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from docgen.mailing.printfile.defaults import PARAGRAPH_ORDER, Defaults, difference
from docgen.mailing.printfile.numbers import Numbers
from docgen.mailing.printfile.stylebook import Stylebook
from docgen.mailing.printfile.stylesheet import CHARACTER, PARAGRAPH, TABLE, Sheet
from docgen.mailing.printfile.tables import say_in_tables
from docgen.mailing.printfile.template import Template
from docgen.mailing.printfile.theme import Theme, write_out
from docgen.mailing.printfile.wordml import VAL, W, digest, drop, first, made, put

_POINTERS = {"pStyle": PARAGRAPH, "rStyle": CHARACTER, "tblStyle": TABLE}
# What names a style in which kind of element, and where that stands.
_NAMERS = {
    PARAGRAPH: ("p", "pPr", "pStyle"),
    CHARACTER: ("r", "rPr", "rStyle"),
    TABLE: ("tbl", "tblPr", "tblStyle"),
}


@dataclass(frozen=True, eq=False)
class Fit:
    """How one template goes into one print file; ``number`` tells it from others.

    ``explicit`` are the styles to be named where nothing is, by kind of style: the file's own defaults are
    others. ``needed`` is what the template's defaults say and the file's do not, ``counted`` are the
    paragraph styles that stand in lists that count.
    """

    number: str
    template: Template
    needed: Defaults
    ids: Mapping[str, str]
    explicit: Mapping[str, str]
    sheet: Sheet
    counted: Mapping[str, tuple[str, str, _Element | None]]
    theme: Theme | None


def fitted(template: Template, base: Template, book: Stylebook, numbers: Numbers) -> Fit:
    """The template's styles and lists put among those of the print file."""
    theme = template.foreign_theme(base)
    needed = difference(template.defaults, base.defaults) or {}
    sheet = template.sheet(needed, theme)

    def number_of(number: str, ids: Mapping[str, str]) -> str:
        known = template.lists.get(number)
        return numbers.shared(known, ids, theme) if known else "0"

    ids = book.admit(sheet, number_of)
    mine = {kind: ids.get(sheet.default(kind), "") for kind in _POINTERS.values()}
    explicit = {kind: number for kind, number in mine.items() if number and number != book.defaults.get(kind)}
    number = digest(str(sorted(ids.items())), str(sorted(explicit.items())), theme.said if theme else "")
    counts = {name for name, known in template.lists.items() if known.counts}
    counted = {style: place for style, place in sheet.numbered.items() if place[0] in counts}
    return Fit(number, template, needed, ids, explicit, sheet, counted, theme)


class Lists:
    """The lists of one document: those that count start again, once for all of its parts."""

    def __init__(self, fit: Fit, numbers: Numbers) -> None:
        self._fit = fit
        self._numbers = numbers
        self._given: dict[str, str] = {}
        self._begun: set[str] = set()

    def number(self, number: str) -> str:
        """The list's ``w:numId`` in the print file; 0, for no list, where the document has no such one."""
        known = self._fit.template.lists.get(number)
        if known is None:
            return "0"
        if number not in self._given:
            again = known.counts and known.abstract.said not in self._begun
            give = self._numbers.restarted if again else self._numbers.shared
            self._given[number] = give(known, self._fit.ids, self._fit.theme)
            self._begun.add(known.abstract.said)
        return self._given[number]


def adapt(root: _Element, fit: Fit, lists: Lists) -> None:
    """Rewrites a part of a document: styles by their new ids, lists by theirs, fonts of a foreign theme."""
    _number(root, fit, lists)
    if fit.needed:
        say_in_tables(root, fit.template.native, fit.needed)
    _restyle(root, fit)
    if fit.theme is not None:
        write_out(root, fit.theme)


def _number(root: _Element, fit: Fit, lists: Lists) -> None:
    for paragraph in root.iter(W + "p") if fit.counted else ():
        _name_list(paragraph, fit)
    for number in root.iter(W + "numId"):
        number.set(VAL, lists.number(number.get(VAL, "")))


def _name_list(paragraph: _Element, fit: Fit) -> None:
    """A list that counts is named by the paragraph itself where only its style names it.

    The style's indent is repeated, as the list's would now hold before it.
    """
    properties = paragraph.find(W + "pPr")
    named = None if properties is None else properties.find(W + "pStyle")
    style = fit.sheet.default(PARAGRAPH) if named is None else named.get(VAL, "")
    if style not in fit.counted:
        return
    number, level, indent = fit.counted[style]
    properties = first(paragraph, "pPr")
    if properties.find(W + "numPr") is None:
        numbering = made("numPr")
        numbering.extend((made("ilvl", val=level or "0"), made("numId", val=number)))
        put(properties, numbering, PARAGRAPH_ORDER)
        if indent is not None and properties.find(W + "ind") is None:
            put(properties, copy.deepcopy(indent), PARAGRAPH_ORDER)


def _restyle(root: _Element, fit: Fit) -> None:
    for name in _POINTERS:
        for pointer in list(root.iter(W + name)):
            if (to := fit.ids.get(pointer.get(VAL, ""))) is None:
                drop([pointer])  # a style that is not there is no style (17.7.4.17), nor another letter's
            else:
                pointer.set(VAL, to)
    for kind, style in fit.explicit.items():
        holder, group, name = _NAMERS[kind]
        for element in root.iter(W + holder):
            properties = first(element, group)
            if properties.find(W + name) is None:
                properties.insert(0, made(name, val=style))
