"""Content controls as they stand in a document: their names, whether they are empty, and what is ticked.

Source: ECMA-376 part 1, 17.5.2; [MS-DOCX] 2.5 (``w14:checkbox``), 2.6 (repeating sections).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from docgen.documents.parts import W14, W

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_SDT = f"{W}sdt"
_TICKS = frozenset(("☒", "☑", "✓", "✔", "✗", "✘", "×", "x", "ja"))
_EMPTY_BOX = {ord("☐"): None}


@dataclass(frozen=True, slots=True)
class Control:
    """One content control. ``tag`` and ``alias`` are blank where a program has thrown them away."""

    element: _Element
    tag: str
    alias: str

    @property
    def shows_prompt(self) -> bool:
        """Whether what it shows is its placeholder, which is no answer (``w:showingPlcHdr``)."""
        return is_prompt(self.element)

    @property
    def is_box(self) -> bool:
        return self.element.find(f"{W}sdtPr/{W14}checkbox") is not None

    @property
    def is_date(self) -> bool:
        return self.element.find(f"{W}sdtPr/{W}date") is not None

    @property
    def section(self) -> str:
        """The tag of the repeating section that it stands in, ``""`` outside of any."""
        for around in self.element.iterancestors(_SDT):
            if around.find(f"{W}sdtPr/{W15}repeatingSection") is not None:
                return _value(around, "tag")
        return ""


def controls(node: _Element) -> Iterator[Control]:
    """The fields in ``node``, in order; repeating sections and their items are none."""
    for element in node.iter(_SDT):
        if not any(element.find(f"{W}sdtPr/{W15}{name}") is not None for name in _REPEATING):
            yield Control(element, _value(element, "tag"), _value(element, "alias"))


def controls_of(cell: _Element) -> Iterator[Control]:
    """The fields in a cell, and the one around it, if there is one ([ECMA-376-1] 17.5.2.32)."""
    around = cell.getparent()
    whole = around.getparent() if around is not None and around.tag == f"{W}sdtContent" else None
    if whole is not None and whole.tag == _SDT:
        yield from (one for one in controls(whole) if one.element is whole)
    yield from controls(cell)


_REPEATING = ("repeatingSection", "repeatingSectionItem")


def is_prompt(element: _Element) -> bool:
    """Whether this is a content control that shows its placeholder."""
    if element.tag != _SDT:
        return False
    found = element.find(f"{W}sdtPr/{W}showingPlcHdr")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off")


def is_ticked(node: _Element, written: str) -> bool:
    """Whether a box in ``node`` is ticked, or somebody has put a cross or "ja" beside it or in its place.

    ``written`` is the text there that is not the form's own.
    """
    states = (state.get(f"{W14}val") for state in node.iter(f"{W14}checked"))
    sign = written.translate(_EMPTY_BOX).strip().casefold()
    return any(state in ("1", "true", "on") for state in states) or sign in _TICKS


def _value(element: _Element, name: str) -> str:
    found = element.find(f"{W}sdtPr/{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")
