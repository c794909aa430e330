"""A bar chart as DrawingML says it (ECMA-376 part 1, 21.2): horizontal bars, two of them a category.

Word draws a chart from the numbers cached in it, and opens the workbook beside it for "Edit Data"; both hold
the same. This month's bars are dark and full, the other month's light with an outline: so they can be told
apart in grey print too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from docgen.keyfigures.charts import Chart, Series
from docgen.meetingtypes.authoring.page import ACCENT, QUIET

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "Data"
"""The sheet of the workbook that the chart's numbers stand in: names in A, the months in B and C."""
_NAMES = {"c": C, "a": A, "r": R}
_FONT, _SIZE = "Calibri", 850  # hundredths of a point
_LIGHT = "C9D6DB"
_PERCENT, _WHOLE = '0" %"', "0"
_AXES = ("111111101", "111111102")


def chart_xml(chart: Chart, workbook: str) -> bytes:
    """The part ``word/charts/chartN.xml``; ``workbook`` is the relation to the embedded workbook."""
    space = _node(
        "c:chartSpace",
        _node("c:date1904", val="0"),
        _node("c:roundedCorners", val="0"),
        _node(
            "c:chart",
            _node("c:autoTitleDeleted", val="1"),
            _node("c:plotArea", _node("c:layout"), _bars(chart), _categories(), _values(chart)),
            _node("c:legend", _node("c:legendPos", val="b"), _node("c:overlay", val="0"), _text()),
            _node("c:plotVisOnly", val="1"),
            _node("c:dispBlanksAs", val="gap"),
        ),
        _node("c:spPr", _node("a:noFill"), _node("a:ln", _node("a:noFill"))),
        _text(),
        _node("c:externalData", _node("c:autoUpdate", val="0"), relation=workbook),
    )
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def _bars(chart: Chart) -> Any:
    looks = ((ACCENT, ACCENT), (_LIGHT, QUIET))
    series = [
        _one_series(at, one, chart, look)
        for at, (one, look) in enumerate(zip(chart.series, looks, strict=True))
    ]
    return _node(
        "c:barChart",
        _node("c:barDir", val="bar"),
        _node("c:grouping", val="clustered"),
        _node("c:varyColors", val="0"),
        *series,
        _node("c:gapWidth", val="45"),
        _node("c:overlap", val="0"),
        *(_node("c:axId", val=axis) for axis in _AXES),
    )


def _one_series(at: int, series: Series, chart: Chart, look: tuple[str, str]) -> Any:
    fill, line = look
    column, last = "BC"[at], len(chart.categories) + 1
    number = _PERCENT if chart.is_percent else _WHOLE
    return _node(
        "c:ser",
        _node("c:idx", val=str(at)),
        _node("c:order", val=str(at)),
        _node("c:tx", _texts(f"{SHEET}!${column}$1", [series.name])),
        _node("c:spPr", _solid(fill), _node("a:ln", _solid(line), w="6350")),
        _node("c:invertIfNegative", val="0"),
        _labels(number),
        _node("c:cat", _texts(f"{SHEET}!$A$2:$A${last}", chart.categories)),
        _node("c:val", _numbers(f"{SHEET}!${column}$2:${column}${last}", series.values, number)),
    )


def _labels(number: str) -> Any:
    """The number at the end of each bar."""
    shows = {"LegendKey": "0", "Val": "1", "CatName": "0", "SerName": "0", "Percent": "0", "BubbleSize": "0"}
    return _node(
        "c:dLbls",
        _node("c:numFmt", formatCode=number, sourceLinked="0"),
        _node("c:spPr", _node("a:noFill"), _node("a:ln", _node("a:noFill"))),
        _text(),
        _node("c:dLblPos", val="outEnd"),
        *(_node(f"c:show{name}", val=value) for name, value in shows.items()),
    )


def _texts(cells: str, texts: Sequence[str]) -> Any:
    points = (_node("c:pt", _node("c:v", text=text), idx=str(at)) for at, text in enumerate(texts))
    cache = _node("c:strCache", _node("c:ptCount", val=str(len(texts))), *points)
    return _node("c:strRef", _node("c:f", text=cells), cache)


def _numbers(cells: str, values: Sequence[float | None], number: str) -> Any:
    """Numbers with those that are missing left out: a gap, and no bar of nought."""
    points = (
        _node("c:pt", _node("c:v", text=f"{value:g}"), idx=str(at))
        for at, value in enumerate(values)
        if value is not None
    )
    head = (_node("c:formatCode", text=number), _node("c:ptCount", val=str(len(values))))
    return _node("c:numRef", _node("c:f", text=cells), _node("c:numCache", *head, *points))


def _categories() -> Any:
    """The names at the left, the first one on top."""
    own, other = _AXES
    return _node(
        "c:catAx",
        _node("c:axId", val=own),
        _node("c:scaling", _node("c:orientation", val="maxMin")),
        _node("c:delete", val="0"),
        _node("c:axPos", val="l"),
        *_ticks(labels="low"),
        _node("c:spPr", _node("a:ln", _solid(QUIET), w="9525")),
        _text(),
        _node("c:crossAx", val=other),
        _node("c:crosses", val="autoZero"),
        _node("c:auto", val="0"),
        _node("c:lblAlgn", val="ctr"),
        _node("c:lblOffset", val="100"),
        _node("c:noMultiLvlLbl", val="1"),
    )


def _values(chart: Chart) -> Any:
    """The scale, which nobody needs to see: every bar has its number. Shares go from 0 to 100."""
    own, other = reversed(_AXES)
    ends = [_node("c:max", val="100")] if chart.is_percent else []
    return _node(
        "c:valAx",
        _node("c:axId", val=own),
        _node("c:scaling", _node("c:orientation", val="minMax"), *ends, _node("c:min", val="0")),
        _node("c:delete", val="1"),
        _node("c:axPos", val="t"),
        _node("c:numFmt", formatCode="General", sourceLinked="0"),
        *_ticks(labels="none"),
        _node("c:crossAx", val=other),
        _node("c:crosses", val="autoZero"),
        _node("c:crossBetween", val="between"),
    )


def _ticks(labels: str) -> Iterator[Any]:
    yield _node("c:majorTickMark", val="none")
    yield _node("c:minorTickMark", val="none")
    yield _node("c:tickLblPos", val=labels)


def _text() -> Any:
    """The house's type, small."""
    run = _node("a:defRPr", _solid(QUIET), _node("a:latin", typeface=_FONT), sz=str(_SIZE), b="0")
    paragraph = _node("a:p", _node("a:pPr", run), _node("a:endParaRPr", lang="da-DK"))
    return _node("c:txPr", _node("a:bodyPr"), _node("a:lstStyle"), paragraph)


def _solid(colour: str) -> Any:
    return _node("a:solidFill", _node("a:srgbClr", val=colour))


def _node(name: str, *children: Any, text: str = "", relation: str = "", **attributes: str) -> Any:
    """A new element; ``relation`` is its ``r:id``."""
    prefix, _, local = name.partition(":")
    made = etree.Element(f"{{{_NAMES[prefix]}}}{local}", attrib=attributes, nsmap=_NAMES)
    if relation:
        made.set(f"{{{R}}}id", relation)
    made.extend(children)
    if text:
        made.text = text
    return made
