"""Workbooks that are hard to edit: what people put into theirs, and what other programs write."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence

from lxml import etree
from openpyxl import Workbook as Book
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from docgen.workbook.grid import Value, grids
from tests.pictures import png

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

HEADINGS = ("Nr *", "Type", "dato", "Start", "Varighed", "Sted", "Ugedag", "Egne noter")
ROWS = (
    ("M001", "dialogmoede", dt.date(2026, 2, 3), dt.time(10), 60, "Salen", '=TEXT(C2,"ddd")', "husk kaffe"),
    ("M002", "dialogmoede", dt.date(2026, 2, 4), dt.time(11), 45, "Salen", '=TEXT(C3,"ddd")', None),
)

Sheets = Mapping[str, Sequence[Sequence[object]]]


def bytes_of(book: Book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def simple(sheets: Sheets) -> Book:
    """A workbook with these sheets, in openpyxl's plainest look."""
    book = Book()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    return book


def meetings(*, table: bool = False) -> Book:
    """Møder with a column of formulas and one of notes, a look of its own, and a sheet of somebody's own."""
    book = simple({"Møder": (HEADINGS, *ROWS), "Noter": (("Hvad", "Hvor meget"), ("Kaffe", 4), ("Te", 2))})
    page = book.worksheets[0]
    for cell in page[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", start_color="FF1F3B4D")
    for row in page.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True)
        row[2].number_format, row[3].number_format = "d. mmmm yyyy", "hh.mm"
    if table:
        page.add_table(Table(displayName="Moeder", ref="A1:H3"))
    else:
        page.auto_filter.ref = "A1:H3"
    return book


def rich() -> bytes:
    """Møder as ``meetings`` has it, with everything around it that editing could lose."""
    book = meetings(table=True)
    page, notes = book.worksheets
    page["A2"].comment = Comment("Ring til Bo Eksempel", "Inge Eksempel")
    long = CellIsRule("greaterThan", ["90"], fill=PatternFill("solid"))  # type: ignore[no-untyped-call]
    page.conditional_formatting.add("E2:E99", long)
    choice = DataValidation("list", formula1='"dialogmoede,jobmoede"')
    choice.add("B2:B99")
    page.add_data_validation(choice)
    page.column_dimensions["H"].width = 33
    page.freeze_panes = "B2"
    book.defined_names["Laengder"] = DefinedName("Laengder", attr_text="Møder!$E$2:$E$3")
    chart = BarChart()
    chart.add_data(Reference(notes, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    notes.add_chart(chart, "D2")
    return _with_oddities(bytes_of(book))


def _with_oddities(data: bytes) -> bytes:
    """A picture beside the chart, members that only Excel writes, and one whose sizes stand behind it."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    picture = (
        '<oneCellAnchor><from><col>9</col><colOff>0</colOff><row>1</row><rowOff>0</rowOff></from>'
        '<ext cx="360000" cy="360000"/><pic><nvPicPr><cNvPr id="9" name="Billede" descr="Farve"/><cNvPicPr/>'
        f'</nvPicPr><blipFill><a:blip xmlns:a="{drawing}/main" xmlns:r="{RELATIONSHIPS}" r:embed="rId9"/>'
        f'<a:stretch xmlns:a="{drawing}/main"/></blipFill><spPr>'
        f'<a:prstGeom xmlns:a="{drawing}/main" prst="rect"/></spPr></pic><clientData/></oneCellAnchor></wsDr>'
    )  # fmt: skip
    link = f'<Relationship Id="rId9" Type="{RELATIONSHIPS}/image" Target="/xl/media/image1.png"/>'
    extension = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
        b'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/></extLst></worksheet>'
    )
    data = changed(
        data,
        {
            "xl/drawings/drawing1.xml": lambda xml: xml.replace(b"</wsDr>", picture.encode()),
            "xl/drawings/_rels/drawing1.xml.rels": lambda xml: xml.replace(
                b"</Relationships>", link.encode() + b"</Relationships>"
            ),
            "xl/worksheets/sheet1.xml": lambda xml: xml.replace(b"</worksheet>", extension),
            "[Content_Types].xml": lambda xml: xml.replace(
                b"</Types>",
                b'<Default Extension="png" ContentType="image/png"/>'
                b'<Default Extension="bin" ContentType="application/octet-stream"/></Types>',
            ),
        },
    )
    return _streamed(data, {"xl/media/image1.png": png(4, 4), "xl/vbaProject.bin": bytes(range(256)) * 9})


def _streamed(data: bytes, more: Mapping[str, bytes]) -> bytes:
    """The same package as a program writes it that cannot go back, so that sizes stand behind the data."""

    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    out = Stream()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as target:
        target.comment = b"en bemaerkning"
        for info in package.infolist():
            target.writestr(info, package.read(info))
        for name, content in more.items():
            target.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), content)
    return out.getvalue()


def changed(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The package with some members changed by hand; one that was not there begins empty."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in package.namelist():
            content = package.read(name)
            target.writestr(name, changes[name](content) if name in changes else content)
        for name in changes.keys() - set(package.namelist()):
            target.writestr(name, changes[name](b""))
    return out.getvalue()


def handmade(
    sheet: str, *, name: str = "Møder", styles: str = "", book: str = "", prefix: str = "", strings: str = ""
) -> bytes:
    """A package written by hand: the XML of one sheet (its rows, or all of it), and of other parts.

    ``prefix`` is that of the workbook's own elements; ``book`` goes into ``workbook.xml`` before its sheets.
    """
    p = f"{prefix}:" if prefix else ""
    declared = f'xmlns{":" + prefix if prefix else ""}="{MAIN}"'
    if not sheet.startswith("<worksheet"):
        sheet = f"<{p}worksheet {declared}><{p}sheetData>{sheet}</{p}sheetData></{p}worksheet>"
    members = {
        "xl/workbook.xml": f'<{p}workbook {declared} xmlns:r="{RELATIONSHIPS}">{book}<{p}sheets>'
        f'<{p}sheet name="{name}" sheetId="7" r:id="a"/></{p}sheets></{p}workbook>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    kinds = {"xl/workbook.xml": "sheet.main", "xl/worksheets/sheet1.xml": "worksheet"}
    links = {"a": ("worksheet", "worksheets/sheet1.xml")}
    for part, xml, label in (("styles", styles, "s"), ("sharedStrings", strings, "t")):
        if xml:
            members[f"xl/{part}.xml"], kinds[f"xl/{part}.xml"] = xml, part
            links[label] = (part, f"/xl/{part}.xml")
    members["xl/_rels/workbook.xml.rels"] = _links(links)
    members["_rels/.rels"] = _links({"a": ("officeDocument", "xl/workbook.xml")})
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    members["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for member, xml in members.items():
            package.writestr(member, xml)
    return out.getvalue()


def _links(links: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{label}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for label, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def strict(data: bytes) -> bytes:
    """The workbook in ISO 29500's strict form, as Excel saves it when asked."""

    def renamed(xml: bytes) -> bytes:
        return xml.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            RELATIONSHIPS.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )

    return changed(data, dict.fromkeys(members(data), renamed))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def xml(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(members(data)[name])


def opened(data: bytes) -> Book:
    """The workbook as openpyxl reads it; what it says it would lose is what editing must not."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data))


def page(data: bytes, name: str = "Møder") -> Worksheet:
    """The sheet as openpyxl reads it."""
    found = opened(data)[name]
    assert isinstance(found, Worksheet)
    return found


def rows(data: bytes, name: str = "Møder") -> list[list[Value]]:
    """The sheet as calamine, and so our reader, reads it."""
    return next(grid.rows for grid in grids(data) if grid.name == name)
