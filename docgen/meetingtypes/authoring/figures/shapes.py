"""The shapes of a drawing as DrawingML: boxes with text, and arrows, as Word itself writes them.

Each is a ``wps:wsp`` ([MS-ODRAWXML] 2.9 and 2.22), to stand in a group (``group``).

All measures given to this module are points; the file holds EMU, 12,700 to the point.
"""

from __future__ import annotations

from typing import Any

from docgen.meetingtypes.authoring.extensions import node
from docgen.meetingtypes.authoring.figures.drawing import Arrow, Box, Form, Line, Shape

EMU_PER_POINT = 12_700
_PRESETS = {Form.RECTANGLE: "roundRect", Form.ELLIPSE: "ellipse", Form.DIAMOND: "diamond"}


def drawn(shape: Shape, number: int) -> Any:
    """The shape, with ``number`` as its id."""
    return _box(shape, number) if isinstance(shape, Box) else _arrow(shape, number)


def _box(box: Box, number: int) -> Any:
    properties = node(
        "wps:spPr",
        {},
        _position((box.x, box.y), (box.width, box.height)),
        _outline_form(box),
        _fill(box.fill),
        _outline(box.outline, box.weight),
    )
    words = [node("wps:txbx", {}, node("w:txbxContent", {}, *map(paragraph, box.lines)))]
    return node(
        "wps:wsp",
        {},
        node("wps:cNvPr", {"id": str(number), "name": box.name}),
        node("wps:cNvSpPr"),
        properties,
        *(words if box.lines else ()),  # a text box without a paragraph is not valid
        _text_frame(box),
    )


def _outline_form(box: Box) -> Any:
    adjustments = node("a:avLst")
    if box.form is Form.RECTANGLE:
        rounding = round(100_000 * box.radius / min(box.width, box.height))
        adjustments.append(node("a:gd", {"name": "adj", "fmla": f"val {rounding}"}))
    return node("a:prstGeom", {"prst": _PRESETS[box.form]}, adjustments)


def _text_frame(box: Box) -> Any:
    """Insets and anchoring. Word cannot shrink text to a box; whoever makes the box has measured it."""
    across, down = (emu(inset) for inset in box.inset)
    attributes = {"rot": "0", "vert": "horz", "wrap": "square", "anchor": "t" if box.top else "ctr"}
    attributes |= {"lIns": across, "rIns": across, "tIns": down, "bIns": down, "anchorCtr": "0"}
    return node("wps:bodyPr", attributes, node("a:noAutofit"))


def _arrow(arrow: Arrow, number: int) -> Any:
    (left, top), (right, bottom) = arrow.start, arrow.end
    line = _outline(arrow.colour, arrow.weight)
    if arrow.head:
        line.append(node("a:tailEnd", {"type": "triangle", "w": "med", "len": "med"}))
    else:
        line.set("cap", "sq")  # lines that meet at a corner leave no gap
    form = node("a:prstGeom", {"prst": "straightConnector1"}, node("a:avLst"))
    corner, extent = (min(left, right), min(top, bottom)), (abs(right - left), abs(bottom - top))
    position = _position(corner, extent)
    for flip, backwards in (("flipH", right < left), ("flipV", bottom < top)):
        if backwards:
            position.set(flip, "1")
    return node(
        "wps:wsp",
        {},
        node("wps:cNvPr", {"id": str(number), "name": arrow.name}),
        node("wps:cNvCnPr"),
        node("wps:spPr", {}, position, form, line),
        node("wps:bodyPr"),
    )


def paragraph(line: Line) -> Any:
    """A line of text as a paragraph, in a shape of either language."""
    spacing = {
        "w:before": str(round(line.before * 20)),
        "w:after": "0",
        "w:line": "240",
        "w:lineRule": "auto",
    }
    properties = node("w:pPr")
    if line.rule:
        stop = {"w:val": "right", "w:leader": "underscore", "w:pos": str(round(line.rule * 20))}
        properties.append(node("w:tabs", {}, node("w:tab", stop)))
    properties.append(node("w:suppressAutoHyphens"))
    properties.append(node("w:spacing", spacing))
    properties.append(node("w:jc", {"w:val": "left" if line.rule else "center"}))
    properties.append(_run_properties(line))  # of the paragraph mark: its size counts in the line's height
    runs = [node("w:r", {}, _run_properties(line), _words(line.text))]
    if line.rule:
        runs[0].append(node("w:tab"))
    if line.aside:
        runs.append(node("w:r", {}, _run_properties(_aside(line)), _words(f"   {line.aside}")))
    return node("w:p", {}, properties, *runs)


def _aside(line: Line) -> Line:
    return Line(line.aside, line.size, colour=line.quiet)


def _words(text: str) -> Any:
    return node("w:t", {"xml:space": "preserve"}, text=text)


def _run_properties(line: Line) -> Any:
    """Order as in ECMA-376 Part 1, 17.3.2.28: Word is strict about it."""
    half_points = str(round(line.size * 2))
    parts = [node("w:b")] if line.bold else []
    parts += [node("w:caps")] if line.caps else []
    parts.append(node("w:color", {"w:val": line.colour}))
    if line.tracking:
        parts.append(node("w:spacing", {"w:val": str(round(line.tracking * 20))}))
    parts += [node("w:sz", {"w:val": half_points}), node("w:szCs", {"w:val": half_points})]
    return node("w:rPr", {}, *parts)


def _position(corner: tuple[float, float], extent: tuple[float, float]) -> Any:
    offset = {"x": emu(corner[0]), "y": emu(corner[1])}
    return node("a:xfrm", {}, node("a:off", offset), node("a:ext", size(*extent)))


def _fill(colour: str) -> Any:
    if not colour:
        return node("a:noFill")
    return node("a:solidFill", {}, node("a:srgbClr", {"val": colour}))


def _outline(colour: str, weight: float) -> Any:
    return node("a:ln", {"w": emu(weight)}, _fill(colour))


def size(width: float, height: float) -> dict[str, str]:
    """Width and height as attributes, in EMU."""
    return {"cx": emu(width), "cy": emu(height)}


def emu(points: float) -> str:
    """So many points, in EMU."""
    return str(round(points * EMU_PER_POINT))
