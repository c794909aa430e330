"""Native Word drawing: boxes with text and arrows, joined in one group that people can edit.

What is made here is DrawingML as Word itself writes it: a group (``wpg:wgp``) of shapes (``wps:wsp``),
set in line with the text, inside ``mc:AlternateContent`` (ECMA-376 Part 3, clause 10; the shapes are
[MS-ODRAWXML] 2.9 and 2.22). Programs that do not know such shapes find the same group as VML (``vml``).

All measures given to this module are points; the file holds EMU, 12,700 to the point.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.meetingtypes.authoring.drawing import Arrow, Box, Line, Shape
from docgen.meetingtypes.authoring.extensions import NAMESPACES, node
from docgen.meetingtypes.authoring.vml import picture

EMU_PER_POINT = 12_700
_FIRST_ID = 101  # header and footer have pictures of their own; ids are unique in the whole document


def group(shapes: Sequence[Shape], width: float, height: float, *, name: str, description: str) -> Any:
    """A run that holds ``shapes`` as one group of ``width`` by ``height``, in line with the text.

    ``description`` is the alt text. Ids are fixed, so a document can hold one group only.
    """
    drawn = [_shape(shape, number) for number, shape in enumerate(shapes, start=_FIRST_ID + 1)]
    inline = node(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        node("wp:extent", _size(width, height)),
        node("wp:effectExtent", {"l": "0", "t": "0", "r": "0", "b": "0"}),
        node("wp:docPr", {"id": str(_FIRST_ID), "name": name, "descr": description}),
        node("wp:cNvGraphicFramePr"),
        node(
            "a:graphic", {}, node("a:graphicData", {"uri": NAMESPACES["wpg"]}, _canvas(drawn, width, height))
        ),
    )
    shown = node("mc:Choice", {"Requires": "wpg"}, node("w:drawing", {}, inline))
    older = picture(shapes, width, height, description=description, paragraph=_paragraph)
    instead = node("mc:Fallback", {}, older)
    return node("w:r", {}, node("mc:AlternateContent", {}, shown, instead))


def _canvas(drawn: Sequence[Any], width: float, height: float) -> Any:
    """The group itself; its inner coordinates are the same EMU as outside."""
    frame = node(
        "a:xfrm",
        {},
        node("a:off", {"x": "0", "y": "0"}),
        node("a:ext", _size(width, height)),
        node("a:chOff", {"x": "0", "y": "0"}),
        node("a:chExt", _size(width, height)),
    )
    return node("wpg:wgp", {}, node("wpg:cNvGrpSpPr"), node("wpg:grpSpPr", {}, frame), *drawn)


def _shape(shape: Shape, number: int) -> Any:
    return _box(shape, number) if isinstance(shape, Box) else _arrow(shape, number)


def _box(box: Box, number: int) -> Any:
    rounding = round(100_000 * box.radius / min(box.width, box.height))
    form = node(
        "a:prstGeom",
        {"prst": "roundRect"},
        node("a:avLst", {}, node("a:gd", {"name": "adj", "fmla": f"val {rounding}"})),
    )
    properties = node(
        "wps:spPr",
        {},
        _position((box.x, box.y), (box.width, box.height)),
        form,
        _fill(box.fill),
        _outline(box.outline, box.weight),
    )
    words = node("wps:txbx", {}, node("w:txbxContent", {}, *map(_paragraph, box.lines)))
    return node(
        "wps:wsp",
        {},
        node("wps:cNvPr", {"id": str(number), "name": box.name}),
        node("wps:cNvSpPr"),
        properties,
        words,
        _text_frame(box),
    )


def _text_frame(box: Box) -> Any:
    """Insets and anchoring. Word cannot shrink text to a box; whoever makes the box has measured it."""
    across, down = (_emu(inset) for inset in box.inset)
    attributes = {"rot": "0", "vert": "horz", "wrap": "square", "anchor": "t" if box.top else "ctr"}
    attributes |= {"lIns": across, "rIns": across, "tIns": down, "bIns": down, "anchorCtr": "0"}
    return node("wps:bodyPr", attributes, node("a:noAutofit"))


def _arrow(arrow: Arrow, number: int) -> Any:
    (left, top), (right, bottom) = arrow.start, arrow.end
    line = _outline(arrow.colour, arrow.weight)
    line.append(node("a:tailEnd", {"type": "triangle", "w": "med", "len": "med"}))
    form = node("a:prstGeom", {"prst": "straightConnector1"}, node("a:avLst"))
    position = _position((left, top), (right - left, bottom - top))
    return node(
        "wps:wsp",
        {},
        node("wps:cNvPr", {"id": str(number), "name": arrow.name}),
        node("wps:cNvCnPr"),
        node("wps:spPr", {}, position, form, line),
        node("wps:bodyPr"),
    )


def _paragraph(line: Line) -> Any:
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
    offset = {"x": _emu(corner[0]), "y": _emu(corner[1])}
    return node("a:xfrm", {}, node("a:off", offset), node("a:ext", _size(*extent)))


def _fill(colour: str) -> Any:
    return node("a:solidFill", {}, node("a:srgbClr", {"val": colour}))


def _outline(colour: str, weight: float) -> Any:
    return node("a:ln", {"w": _emu(weight)}, _fill(colour))


def _size(width: float, height: float) -> dict[str, str]:
    return {"cx": _emu(width), "cy": _emu(height)}


def _emu(points: float) -> str:
    return str(round(points * EMU_PER_POINT))
