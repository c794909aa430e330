"""Rows put on the sheet Møder of a workbook that people keep."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import WorkbookError
from docgen.findings import Finding, Place
from docgen.workbook.columns_meetings import MEETINGS
from docgen.workbook.container import contents
from docgen.workbook.editing import RowEdit, edited, save
from docgen.workbook.rows import CellValue


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What was written: the numbers of new rows and of changed ones, and the copy that was saved before.

    Without anything to write there is no ``copy``.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    copy: Path | None = None


def put_rows(
    path: Path,
    rows: Sequence[tuple[str, int | None, Mapping[str, CellValue]]],
    source: str,
    *,
    now: dt.datetime,
) -> WriteResult:
    """Writes rows of Møder: number, the row's place (``None``: a new one) and its values by heading.

    ``source`` is the SHA-256 of the workbook that the rows were worked out from: another one is refused, as
    its rows may stand elsewhere. Raises ``WorkbookError``.
    """
    edits = [RowEdit(MEETINGS.name, values, row) for _, row, values in rows]
    copy = put_edits(path, edits, source, now=now)
    if copy is None:
        return WriteResult()
    return WriteResult(
        added=tuple(nr for nr, row, _ in rows if row is None),
        changed=tuple(nr for nr, row, _ in rows if row is not None),
        copy=copy,
    )


def put_edits(path: Path, edits: Sequence[RowEdit], source: str, *, now: dt.datetime) -> Path | None:
    """Writes rows of any sheets; the copy that was saved before, ``None`` when nothing had to change.

    ``source`` as in ``put_rows``. Raises ``WorkbookError``.
    """
    if not edits:
        return None
    before = contents(path)
    require_unchanged(path, before, source)
    after = edited(before, edits, name=path.name)
    return None if after is before else save(path, before, after, now=now)


def require_unchanged(path: Path, data: bytes, source: str) -> None:
    """Raises ``WorkbookError`` when these are not the bytes that were read before."""
    if source and hashlib.sha256(data).hexdigest() != source:
        raise WorkbookError(Finding.of("E-017", Place(file=path.name), file=path.name))
