"""The same group of shapes for programs from before Word 2010: VML, as Word writes it into the Fallback.

VML is the transitional drawing language (ECMA-376 part 4, clause 19). Measures are points; inside the
group coordinates are twentieths of a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.meetingtypes.authoring.extensions import node
from docgen.meetingtypes.authoring.figures.drawing import Arrow, Box, Form, Shape
from docgen.meetingtypes.authoring.figures.shapes import paragraph

_ELEMENTS = {Form.RECTANGLE: "v:roundrect", Form.ELLIPSE: "v:oval", Form.DIAMOND: "v:shape"}
_DIAMOND = {  # VML has no element for it: the path and the text's place, in a plane of 21,600 by 21,600
    "coordsize": "21600,21600",
    "path": "m10800,0l0,10800,10800,21600,21600,10800xe",
}
_DIAMOND_TEXT = {"textboxrect": "5400,5400,16200,16200"}

IN_LINE = "mso-position-vertical-relative:line"
"""The place of a group in line with the text."""


def on_page(across: float, down: float) -> str:
    """The place of a group behind the text, so far from the page's upper left corner."""
    place = f"position:absolute;margin-left:{across:g}pt;margin-top:{down:g}pt;z-index:-1"
    return f"{place};mso-position-horizontal-relative:page;mso-position-vertical-relative:page"


def picture(shapes: Sequence[Shape], width: float, height: float, *, description: str, place: str) -> Any:
    """A ``w:pict`` that holds the group; ``description`` is its alt text.

    ``place`` is the part of the group's style that says where it stands: ``IN_LINE`` or ``on_page``.
    """
    drawn = (_box(shape) if isinstance(shape, Box) else _arrow(shape) for shape in shapes)
    look = {
        "alt": description,
        "style": f"width:{width:g}pt;height:{height:g}pt;{place}",
        "coordorigin": "0,0",
        "coordsize": _pair(width, height),
    }
    return node("w:pict", {}, node("v:group", look, *drawn))


def _box(box: Box) -> Any:
    style = f"position:absolute;left:{_unit(box.x)};top:{_unit(box.y)}"
    style += f";width:{_unit(box.width)};height:{_unit(box.height)}"
    style += "" if box.top else ";v-text-anchor:middle"
    look = {"style": style} | _painted(box)
    path = []
    if box.form is Form.RECTANGLE:
        look["arcsize"] = f"{box.radius / min(box.width, box.height):.4f}"
    elif box.form is Form.DIAMOND:
        look |= _DIAMOND
        path.append(node("v:path", _DIAMOND_TEXT))
    across, down = box.inset
    inset = {"inset": f"{across:g}pt,{down:g}pt,{across:g}pt,{down:g}pt"}
    words = [node("v:textbox", inset, node("w:txbxContent", {}, *map(paragraph, box.lines)))]
    return node(_ELEMENTS[box.form], look, *path, *(words if box.lines else ()))


def _painted(box: Box) -> dict[str, str]:
    """Fill and outline; blank ones are none."""
    fill = {"fillcolor": f"#{box.fill}"} if box.fill else {"filled": "f"}
    if not box.outline:
        return fill | {"stroked": "f"}
    return fill | {"strokecolor": f"#{box.outline}", "strokeweight": f"{box.weight:g}pt"}


def _arrow(arrow: Arrow) -> Any:
    look = {"from": _pair(*arrow.start), "to": _pair(*arrow.end)}
    look |= {"strokecolor": f"#{arrow.colour}", "strokeweight": f"{arrow.weight:g}pt"}
    return node(
        "v:line", look, node("v:stroke", {"endarrow": "block"} if arrow.head else {"endcap": "square"})
    )


def _pair(first: float, second: float) -> str:
    return f"{_unit(first)},{_unit(second)}"


def _unit(points: float) -> str:
    return str(round(points * 20))
