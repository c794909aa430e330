"""Making a fresh workbook: ``docgen new``, and the samples that are shipped.

Same arguments, same bytes: the zip members and the document's properties carry the date passed in.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from openpyxl import Workbook as Book

from docgen.errors import UsageError, why
from docgen.files import write_whole
from docgen.findings import Finding, Place
from docgen.model import Workbook
from docgen.workbook.columns import SHEETS, Sheet
from docgen.workbook.columns_house import INSTITUTION
from docgen.workbook.examples import example_rows
from docgen.workbook.guidance import add_guidance
from docgen.workbook.rows import Rows, rows_of
from docgen.workbook.sheetmaking import Suggestions, add_fields, add_rows

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def new(
    path: Path,
    calendar_id: str,
    today: dt.date,
    *,
    example: bool = True,
    content: Workbook | None = None,
    suggestions: Suggestions = MappingProxyType({}),
) -> None:
    """A fresh workbook at ``path``, with a guide, all sheets, drop-downs and notes.

    ``calendar_id`` goes into Institution; the caller mints it. ``content`` fills the sheets; without it
    and with ``example``, a few invented rows do, their dates some weeks after ``today``; otherwise the
    sheets are empty but for their headings. ``suggestions`` are drop-downs that advise and forbid
    nothing, by heading: the meeting types under Type, say, which this room knows nothing of.

    Raises ``UsageError`` when ``path`` is there already or cannot be written.
    """
    are_examples = example and content is None
    rows = example_rows(today) if are_examples else rows_of(content) if content else {}
    fields = next(iter(rows.get(INSTITUTION.name, ())), {})
    rows[INSTITUTION.name] = [{**fields, "Kalender-id": calendar_id}]
    save(path, workbook_bytes(rows, today, examples=are_examples, suggestions=suggestions))


def workbook_bytes(
    rows: Rows,
    today: dt.date,
    *,
    examples: bool = False,
    sheets: Iterable[Sheet] = SHEETS,
    suggestions: Suggestions = MappingProxyType({}),
) -> bytes:
    """The bytes of a workbook with these rows; ``examples`` are coloured as such."""
    book = Book()
    book.remove(book.worksheets[0])
    add_guidance(book, sheets)
    for sheet in sheets:
        held = rows.get(sheet.name, ())
        if sheet.fields:
            add_fields(book, sheet, held, examples=examples)
        else:
            add_rows(book, sheet, held, examples=examples, suggestions=suggestions)
    moment = dt.datetime.combine(today, dt.time(), dt.UTC).replace(tzinfo=None)
    properties = book.properties
    properties.title, properties.creator, properties.language = "Møder og invitationer", "docgen", "da-DK"
    properties.created = moment
    written = io.BytesIO()
    book.save(written)
    return dated(written.getvalue(), moment)


def save(path: Path, data: bytes) -> None:
    """``data`` at ``path``, whole or not at all. Raises ``UsageError`` when it is there already."""
    if path.exists():
        raise UsageError(Finding.of("E-014", Place(file=path.name), file=path.name))
    try:
        write_whole(path, data)
    except OSError as error:
        reason = why(error)
        raise UsageError(Finding.of("E-015", Place(file=path.name), file=path.name, reason=reason)) from None


def dated(data: bytes, moment: dt.datetime) -> bytes:
    """The same package with every member dated ``moment``; openpyxl writes the hour of the day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as dated:
        for name in package.namelist():
            member = zipfile.ZipInfo(name, moment.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            content = package.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode(), content)
            dated.writestr(member, content)
    return out.getvalue()
