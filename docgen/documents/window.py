"""The envelope's window: the address of a letter moved into it, and everything else out of it.

The shipped letters have their address (style Adressefelt) and their sender in frames that are placed on the
page (``meetingtypes/authoring/frames.py``; ECMA-376 part 1, 17.3.1.11), and a heading that begins below.
A template without such a frame is left as it is: an office that has placed its address with Word needs
nothing from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml.etree import _Element

from docgen.documents.package import Archive, read
from docgen.documents.parts import W, label, main_part, parsed
from docgen.findings import Place
from docgen.model import EnvelopeWindow
from docgen.planning.envelopes import address_frame

_ADDRESS = "Adressefelt"
_SENDER = ("Afsenderfelt", "Brevdato")
_USUAL = EnvelopeWindow()
_BESIDE, _BELOW = 5.0, 3.0  # what is left clear beside the window, and below window and sender
_NARROWEST = 50.0  # an e-mail address of 30 letters stands on one line of the sender
_TEXT_LEFT = 22.0
_TWIPS = 1440 / 25.4
_MEASURE = re.compile(r"-?\d{1,6}")

_Framed = tuple[_Element, _Element, str]
"""A paragraph, its frame's properties, its style."""


def with_window(template: bytes, name: str, window: EnvelopeWindow) -> bytes:
    """The template with its address in this window (millimetres), and sender and heading clear of it.

    The sender stays where it is unless the window is in its way: then it stands to the right of the window
    if there is room, else to the left, else below. The heading is moved down only. The usual window, and a
    template without the frame, give the same bytes back. ``name`` is the template's name for findings;
    raises ``TemplateError`` for what is no readable template.
    """
    if window == _USUAL:
        return template
    members, place = dict(read(template, name).members), Place(file=name)
    main = main_part(members, place)
    root = parsed(members[main], replace(place, part=label(main)))
    framed = list(_framed(root))
    addresses = [frame for _, frame, style in framed if style == _ADDRESS]
    if not addresses:
        return template
    for frame in addresses:
        _place(frame, address_frame(window))
    lowest = max([window.bottom, *_senders_cleared(framed, window)])
    _push_down(root, framed[-1][0], lowest + _BELOW)
    members[main] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Archive(members).written({})


def _framed(root: _Element) -> Iterator[_Framed]:
    """The paragraphs of address and sender that are in frames, in order."""
    for frame in root.iter(f"{W}framePr"):
        properties = frame.getparent()
        paragraph = properties.getparent() if properties is not None else None
        if properties is not None and paragraph is not None and paragraph.tag == f"{W}p":
            named = properties.find(f"{W}pStyle")
            style = "" if named is None else named.get(f"{W}val", "")
            if style in (_ADDRESS, *_SENDER):
                yield paragraph, frame, style


def _senders_cleared(framed: list[_Framed], window: EnvelopeWindow) -> Iterator[float]:
    """Moves the sender's frames out of the window's way; gives the lower edge of each."""
    for _, frame, style in framed:
        where = _where(frame) if style in _SENDER else None
        if where is not None:
            cleared = _cleared(where, window)
            if cleared != where:
                _place(frame, cleared)
            yield cleared.bottom


def _cleared(box: EnvelopeWindow, window: EnvelopeWindow) -> EnvelopeWindow:
    """The box itself, or a place for it beside or below the window."""
    if box.left >= window.right + _BESIDE or box.right <= window.left - _BESIDE:
        return box
    if box.bottom <= window.top - _BELOW or box.top >= window.bottom + _BELOW:
        return box
    right = max(box.left, window.right + _BESIDE)
    if box.right - right >= _NARROWEST:
        return EnvelopeWindow(right, box.top, box.right - right, box.height)
    left_over = window.left - _BESIDE - _TEXT_LEFT
    if left_over >= _NARROWEST:
        return EnvelopeWindow(_TEXT_LEFT, box.top, min(box.width, left_over), box.height)
    return EnvelopeWindow(box.left, window.bottom + _BELOW, box.width, box.height)


def _push_down(root: _Element, last: _Element, line: float) -> None:
    """The paragraph behind the last frame, which is the first one of the text, begins at this line or below.

    The text begins at the page's margin, so that its place is the space before it. A paragraph without one of
    its own has been placed by somebody else.
    """
    following = last.getnext()
    spacing = None if following is None else following.find(f"{W}pPr/{W}spacing")
    margins = next(root.iter(f"{W}pgMar"), None)
    before = None if spacing is None else _number(spacing, "before")
    top = None if margins is None else _number(margins, "top")
    if spacing is None or before is None or top is None:
        return
    spacing.set(f"{W}before", str(max(before, round(line * _TWIPS) - abs(top))))


def _where(frame: _Element) -> EnvelopeWindow | None:
    """The frame's rectangle; ``None`` unless it is placed on the page by its measures."""
    anchors = {frame.get(f"{W}{axis}Anchor") for axis in "hv"}
    measures = [_number(frame, side) for side in ("x", "y", "w", "h")]
    aligned = frame.get(f"{W}xAlign") or frame.get(f"{W}yAlign")
    if anchors != {"page"} or aligned or None in measures:
        return None
    return EnvelopeWindow(*(round((measure or 0) / _TWIPS, 2) for measure in measures))


def _place(frame: _Element, box: EnvelopeWindow) -> None:
    measures = {"x": box.left, "y": box.top, "w": box.width, "h": box.height}
    for side, measure in measures.items():
        frame.set(f"{W}{side}", str(round(measure * _TWIPS)))
    for axis in "hv":
        frame.set(f"{W}{axis}Anchor", "page")
    etree.strip_attributes(frame, f"{W}xAlign", f"{W}yAlign")  # they would count for more


def _number(element: _Element, name: str) -> int | None:
    """A measure in twips; ``None`` for one that is missing or has a unit of its own."""
    written = element.get(f"{W}{name}", "")
    return int(written) if _MEASURE.fullmatch(written) else None
