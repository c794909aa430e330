"""Tabs that go to a stop that nobody has set: only where there are such does the distance of stops matter.

Source: ECMA-376 part 1, 17.3.1.38 (``w:tabs``), 17.15.1.25 (``w:defaultTabStop``).
"""

from __future__ import annotations

from lxml.etree import _Element

from docgen.mailing.printfile.stylesheet import PARAGRAPH, Sheet
from docgen.mailing.printfile.wordml import VAL, W, value


def has_loose_tabs(root: _Element, sheet: Sheet) -> bool:
    """Whether any paragraph of a part has more tabs than stops. A hanging indent is one too (17.3.1.12).

    Text that is wider than the way to its stop is passed over.
    """
    runs = (tab.getparent() for tab in root.iter(W + "tab"))
    paragraphs = {
        next(run.iterancestors(W + "p"), None): None for run in runs if run is not None and run.tag == W + "r"
    }
    return any(_tabs(one) > _stops(one, sheet) for one in paragraphs if one is not None)


def _tabs(paragraph: _Element) -> int:
    """The tabs in its text; those in its properties are stops."""
    return sum(1 for run in paragraph.iter(W + "r") for _ in run.iterchildren(W + "tab"))


def _stops(paragraph: _Element, sheet: Sheet) -> int:
    own = paragraph.find(W + "pPr")
    style = value(own, "pStyle", sheet.default(PARAGRAPH))
    groups = [group for group in (own, *sheet.paragraph_properties(style)) if group is not None]
    stops = {
        stop.get(W + "pos")
        for group in groups
        for stop in group.iterfind(f"{W}tabs/{W}tab")
        if stop.get(VAL) not in ("clear", "bar")
    }
    hanging = any(group.find(f"{W}ind[@{W}hanging]") is not None for group in groups)
    return len(stops) + hanging
