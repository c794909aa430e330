"""A chart in a Word file: its part, the workbook behind it, and its place in the text."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Emu, Length, Mm
from openpyxl import Workbook as Book

from docgen.keyfigures.charts import Chart
from docgen.keyfigures.word.chartxml import SHEET, chart_xml
from docgen.meetingtypes.authoring.oxml import parse
from docgen.meetingtypes.authoring.page import TEXT_WIDTH
from docgen.workbook.sheetmaking import put
from docgen.workbook.writer import dated

_FIRST_ID = 100
"""Drawings of the text are numbered from here; the logo in the header has the number 1."""
_CATEGORY, _AROUND = 8.5, 11.0  # millimetres: for two bars as high as their numbers, for legend and edges


def add_chart(document: Document, chart: Chart, number: int, moment: dt.datetime) -> None:
    """The chart, as wide as the text, in a paragraph of its own; ``number`` is its place in the file.

    ``moment`` dates the workbook inside, so that the same chart gives the same bytes.
    """
    package = document.part.package
    name = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    workbook = Part(name, CONTENT_TYPE.SML_SHEET, _workbook(chart, moment), package)
    first = "rId1"  # the only relation that the chart's part has
    where = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(where, CONTENT_TYPE.DML_CHART, chart_xml(chart, first), package)
    part.rels.get_or_add(RELATIONSHIP_TYPE.PACKAGE, workbook)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Mm(2)
    height = Mm(_CATEGORY * len(chart.categories) + _AROUND)
    paragraph.add_run()._r.append(_inline(relation, chart, number, height))  # noqa: SLF001


def _workbook(chart: Chart, moment: dt.datetime) -> bytes:
    """The numbers that the chart shows, and no others: what is hidden is not in the file."""
    book = Book()
    page = book.worksheets[0]
    page.title = SHEET
    for column, series in zip("BC", chart.series, strict=True):
        put(page[f"{column}1"], series.name)
        for row, value in enumerate(series.values, start=2):
            put(page[f"{column}{row}"], value)
    for row, category in enumerate(chart.categories, start=2):
        put(page[f"A{row}"], category)
    page.column_dimensions["A"].width = 44
    book.properties.creator, book.properties.created = "docgen", moment
    written = io.BytesIO()
    book.save(written)
    return dated(written.getvalue(), moment)


def _inline(relation: str, chart: Chart, number: int, height: Length) -> Any:
    size = f'cx="{Emu(TEXT_WIDTH)}" cy="{Emu(height)}"'
    return parse(
        f"""<w:drawing>
  <wp:inline distT="0" distB="0" distL="0" distR="0">
    <wp:extent {size}/>
    <wp:docPr id="{_FIRST_ID + number}" name={quoteattr(chart.title)} descr={quoteattr(chart.alt)}/>
    <wp:cNvGraphicFramePr/>
    <a:graphic>
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
        <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/>
      </a:graphicData>
    </a:graphic>
  </wp:inline>
</w:drawing>""",
        "w",
        "wp",
        "a",
        "r",
    )
