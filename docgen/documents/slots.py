"""Where a tag stands, read off the elements that are open around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.documents.values import Position, Slot, Surroundings
from docgen.findings import Place

# Stands, with its name behind, for the start tag of an element that has a tag in one of its attributes.
INSIDE_MARKUP = "@"

_BLOCK_LEVEL = frozenset(
    {
        "w:body",
        "w:tc",
        "w:tr",
        "w:tbl",
        "w:hdr",
        "w:ftr",
        "w:txbxContent",
        "w:footnote",
        "w:endnote",
        "w:comment",
    }
)
_BY_NAME = {
    "w:t": Position.TEXT,
    "w:instrText": Position.FIELD,
    INSIDE_MARKUP + "w:fldSimple": Position.FIELD,
    "m:t": Position.PLAIN,
    "w:delText": Position.PLAIN,
}


@dataclass
class OpenElement:
    """An open element: what was learnt inside it so far.

    ``start`` is where it begins in the text, ``depth`` how many blocks were open then, ``properties`` the
    XML of a run's or paragraph's properties. ``is_sure``: it surely holds what Word wants in it.
    """

    name: str
    start: int
    depth: int
    properties: str = ""
    is_sure: bool = False
    is_plain_control: bool = False


def slot_in(elements: Sequence[OpenElement], place: Place, surroundings: Surroundings) -> Slot:
    """The slot of a ``{{ }}`` inside these elements, the outermost first."""
    slot = Slot(_position([element.name for element in elements]), place, surroundings)
    around = list(reversed(elements))
    if slot.position is Position.TEXT:
        run, *around = around[1:]
        slot = replace(slot, run_properties=_copied(run.properties), in_run=run.name == "w:r")
    elif slot.position is not Position.RUN:
        return slot
    if around and around[0].name == "w:p" and _may_split(elements):
        slot = replace(slot, paragraph_properties=_copied(around[0].properties), splits=True)
    return slot


def _position(names: Sequence[str]) -> Position:
    innermost = names[-1]
    if innermost in _BY_NAME:
        return _BY_NAME[innermost]
    if innermost.startswith(INSIDE_MARKUP):
        return Position.ATTRIBUTE
    for name in reversed(names):
        if name == "w:p":
            return Position.RUN
        if name in _BLOCK_LEVEL:
            return Position.BLOCK
    return Position.PLAIN


def _may_split(elements: Sequence[OpenElement]) -> bool:
    """Whether the paragraph may become several: not if it ends a section or is all a control may hold."""
    paragraph = next(element for element in reversed(elements) if element.name == "w:p")
    if "<w:sectPr" in paragraph.properties or "\x00" in paragraph.properties:
        return False
    return not any(element.is_plain_control for element in elements)


def _copied(properties: str) -> str:
    """Properties fit to be written again: without tags in them, and without ids of tracked changes."""
    return "" if "\x00" in properties or "\ue5d0" in properties else properties
