"""A chart of a sheet's own cells, drawn by Excel, in the house's colours."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series as Bars
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.keyfigures.charts import Chart
from docgen.meetingtypes.authoring.page import ACCENT, QUIET

_FILLS = (ACCENT, "C9D6DB")
_WIDTH, _AROUND = 22, 4  # centimetres: the chart, and its title and legend; a category takes one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: the row of its headings, its last row, and how many columns of numbers it has.

    ``by_row``: the chart draws the last row, half of its columns a month; else the columns, without that row.
    """

    head: int
    last: int
    columns: int
    by_row: bool


def add_chart(sheet: Worksheet, chart: Chart, place: Place) -> None:
    """The chart, below the table. A cell that holds words has no bar."""
    bars = BarChart()
    bars.type, bars.grouping, bars.style = "bar", "clustered", None
    bars.title, bars.gapWidth = chart.title, 55
    for month, series in enumerate(chart.series):
        drawn = SeriesFactory(_numbers(sheet, place, month))
        drawn.tx = SeriesLabel(v=series.name)
        _dress(drawn, _FILLS[month])
        bars.series.append(drawn)
    bars.set_categories(_names(sheet, place))
    bars.x_axis.scaling.orientation = "maxMin"
    bars.x_axis.delete, bars.y_axis.delete = False, True
    bars.y_axis.majorGridlines = None
    bars.legend.position = "b"
    bars.width, bars.height = _WIDTH, _AROUND + len(chart.categories)
    sheet.add_chart(bars, f"A{place.last + 3}")


def _numbers(sheet: Worksheet, place: Place, month: int) -> Reference:
    """This month's columns stand before those of the month before."""
    if place.by_row:
        half = place.columns // 2
        first = 2 + month * half
        return Reference(sheet, min_col=first, max_col=first + half - 1, min_row=place.last)
    return Reference(sheet, min_col=2 + month, min_row=place.head + 1, max_row=place.last - 1)


def _names(sheet: Worksheet, place: Place) -> Reference:
    if place.by_row:
        return Reference(sheet, min_col=2, max_col=1 + place.columns // 2, min_row=place.head)
    return Reference(sheet, min_col=1, min_row=place.head + 1, max_row=place.last - 1)


def _dress(drawn: Bars, fill: str) -> None:
    """The bars' colour, and the number at the end of each."""
    drawn.graphicalProperties = GraphicalProperties(solidFill=fill)
    drawn.graphicalProperties.line.solidFill = QUIET
    drawn.dLbls = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
