"""The same group of shapes for programs from before Word 2010: VML, as Word writes it into the Fallback.

VML is the transitional drawing language (ECMA-376 part 4, clause 19). Measures are points; inside the
group coordinates are twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docgen.meetingtypes.authoring.drawing import Arrow, Box, Line, Shape
from docgen.meetingtypes.authoring.extensions import node

Paragraphs = Callable[[Line], Any]


def picture(
    shapes: Sequence[Shape], width: float, height: float, *, description: str, paragraph: Paragraphs
) -> Any:
    """A ``w:pict`` that holds the group; ``paragraph`` makes the paragraph for a line of text."""
    drawn = (_box(shape, paragraph) if isinstance(shape, Box) else _arrow(shape) for shape in shapes)
    look = {
        "alt": description,
        "style": f"width:{width:g}pt;height:{height:g}pt;mso-position-vertical-relative:line",
        "coordorigin": "0,0",
        "coordsize": _pair(width, height),
    }
    return node("w:pict", {}, node("v:group", look, *drawn))


def _box(box: Box, paragraph: Paragraphs) -> Any:
    style = f"position:absolute;left:{_unit(box.x)};top:{_unit(box.y)}"
    style += f";width:{_unit(box.width)};height:{_unit(box.height)}"
    style += "" if box.top else ";v-text-anchor:middle"
    look = {"style": style, "fillcolor": f"#{box.fill}"}
    look |= {"strokecolor": f"#{box.outline}", "strokeweight": f"{box.weight:g}pt"}
    look["arcsize"] = f"{box.radius / min(box.width, box.height):.4f}"
    across, down = box.inset
    inset = {"inset": f"{across:g}pt,{down:g}pt,{across:g}pt,{down:g}pt"}
    words = node("w:txbxContent", {}, *map(paragraph, box.lines))
    return node("v:roundrect", look, node("v:textbox", inset, words))


def _arrow(arrow: Arrow) -> Any:
    look = {"from": _pair(*arrow.start), "to": _pair(*arrow.end)}
    look |= {"strokecolor": f"#{arrow.colour}", "strokeweight": f"{arrow.weight:g}pt"}
    return node("v:line", look, node("v:stroke", {"endarrow": "block"}))


def _pair(first: float, second: float) -> str:
    return f"{_unit(first)},{_unit(second)}"


def _unit(points: float) -> str:
    return str(round(points * 20))
