"""Native Word drawing: shapes joined in one group that people can edit.

A group (``wpg:wgp``) stands in line with the text, or at a place of its own on the page, inside
``mc:AlternateContent`` (ECMA-376 Part 3, clause 10). Programs that do not know such shapes find the same
group as VML (``vml``). All measures given to this module are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.meetingtypes.authoring.extensions import NAMESPACES, node
from docgen.meetingtypes.authoring.figures.drawing import Shape
from docgen.meetingtypes.authoring.figures.shapes import drawn, emu, size
from docgen.meetingtypes.authoring.figures.vml import IN_LINE, on_page, picture

FIRST_ID = 101
"""The id of a group that is alone: header and footer have pictures of their own, below it."""


def group(shapes: Sequence[Shape], width: float, height: float, *, name: str, description: str) -> Any:
    """A run that holds ``shapes`` as one group of ``width`` by ``height``, in line with the text.

    ``description`` is the alt text. Its ids begin at ``FIRST_ID``, so a document can hold one such group.
    """
    inline = node(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        *_content(shapes, width, height, FIRST_ID, name=name, description=description),
    )
    older = picture(shapes, width, height, description=description, place=IN_LINE)
    return _either(inline, older)


def group_on_page(
    shapes: Sequence[Shape],
    corner: tuple[float, float],
    width: float,
    height: float,
    first_id: int,
    *,
    name: str,
    description: str,
) -> Any:
    """The same, behind the text, with its upper left corner at this place of the page.

    Its ids are ``first_id`` and those that follow, one for each shape; they are unique in the document.
    """
    across, down = (node("wp:posOffset", text=emu(offset)) for offset in corner)
    look = {"distT": "0", "distB": "0", "distL": "0", "distR": "0", "simplePos": "0", "relativeHeight": "2"}
    look |= {"behindDoc": "1", "locked": "1", "layoutInCell": "1", "allowOverlap": "1"}
    extent, effects, *rest = _content(shapes, width, height, first_id, name=name, description=description)
    anchor = node(
        "wp:anchor",
        look,
        node("wp:simplePos", {"x": "0", "y": "0"}),
        node("wp:positionH", {"relativeFrom": "page"}, across),
        node("wp:positionV", {"relativeFrom": "page"}, down),
        extent,
        effects,
        node("wp:wrapNone"),
        *rest,
    )
    older = picture(shapes, width, height, description=description, place=on_page(*corner))
    return _either(anchor, older)


def _either(drawing: Any, older: Any) -> Any:
    shown = node("mc:Choice", {"Requires": "wpg"}, node("w:drawing", {}, drawing))
    return node("w:r", {}, node("mc:AlternateContent", {}, shown, node("mc:Fallback", {}, older)))


def _content(
    shapes: Sequence[Shape], width: float, height: float, first_id: int, *, name: str, description: str
) -> tuple[Any, ...]:
    """What a drawing holds, wherever it stands."""
    return (
        node("wp:extent", size(width, height)),
        node("wp:effectExtent", {"l": "0", "t": "0", "r": "0", "b": "0"}),
        node("wp:docPr", {"id": str(first_id), "name": name, "descr": description}),
        node("wp:cNvGraphicFramePr"),
        node(
            "a:graphic",
            {},
            node("a:graphicData", {"uri": NAMESPACES["wpg"]}, _canvas(shapes, width, height, first_id)),
        ),
    )


def _canvas(shapes: Sequence[Shape], width: float, height: float, first_id: int) -> Any:
    """The group itself; its inner coordinates are the same EMU as outside."""
    frame = node(
        "a:xfrm",
        {},
        node("a:off", {"x": "0", "y": "0"}),
        node("a:ext", size(width, height)),
        node("a:chOff", {"x": "0", "y": "0"}),
        node("a:chExt", size(width, height)),
    )
    members = [drawn(shape, number) for number, shape in enumerate(shapes, start=first_id + 1)]
    return node("wpg:wgp", {}, node("wpg:cNvGrpSpPr"), node("wpg:grpSpPr", {}, frame), *members)
