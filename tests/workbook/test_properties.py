"""What holds for any workbook, tried with many."""

import datetime as dt
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.model import NOWHERE, EnvelopeWindow, Institution, Workbook
from docgen.workbook import read
from docgen.workbook.columns import SHEETS, Column, Form, Sheet
from docgen.workbook.dates import date_in, time_in
from docgen.workbook.rows import rows_of
from docgen.workbook.text import clean, has_cpr, has_ten_digits
from docgen.workbook.writer import workbook_bytes

from .books import DAY

DATES = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0, fold=0))
FORMS = (
    "{d:02}-{m:02}-{y}", "{d}.{m}.{y}", "{d}/{m} {y}", "{d}/{m}-{y}", "{y}-{m:02}-{d:02}", "{d}. {month} {y}",
    "{d}. {abbreviated} {y}", "{weekday} den {d}. {month} {y}", "{weekday} d. {d}/{m} {y}",
)  # fmt: skip


def is_plain(text: str) -> bool:
    return clean(text) == (text, False) and not has_cpr(text) and not has_ten_digits(text)


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).filter(is_plain)
NUMBER = st.from_regex(r"[A-Z][0-9]{1,3}", fullmatch=True)


@given(date=DATES, form=st.sampled_from(FORMS), upper=st.booleans())
def test_a_date_in_any_form_reads_back(date: dt.date, form: str, upper: bool) -> None:
    text = form.format(
        d=date.day, m=date.month, y=date.year, month=format_date(date, "MMMM", locale="da"),
        abbreviated=format_date(date, "MMM", locale="da"), weekday=format_date(date, "EEEE", locale="da"),
    )  # fmt: skip
    assert date_in(text.upper() if upper else text) == date


@given(time=TIMES, form=st.sampled_from(("{h:02}:{m:02}", "{h}.{m:02}", "kl. {h}.{m:02}", "{h:02}{m:02}")))
def test_a_time_in_any_form_reads_back(time: dt.time, form: str) -> None:
    assert time_in(form.format(h=time.hour, m=time.minute)) == time


def value_of(column: Column) -> st.SearchStrategy[Any]:
    """Any value that the model may hold under this column, a blank one included where it may be."""
    if column.choices:
        return choice_of(column.choices)
    return {
        Form.DATE: DATES,
        Form.TIME: TIMES,
        Form.MINUTES: st.integers(column.low, column.high),
        Form.WHOLE: st.integers(column.low, column.high),
        Form.PERCENT: st.integers(column.low, column.high),
        Form.DECIMAL: st.integers(0, 600).map(lambda tenths: tenths / 10),
        Form.YES_NO: st.booleans(),
        Form.PEOPLE: st.lists(NUMBER, unique=True, max_size=3).map(tuple),
        Form.TEXT: TEXT,
        Form.WINDOW: windows(),
    }.get(column.form, NUMBER)


def windows() -> st.SearchStrategy[EnvelopeWindow]:
    """Any window on the page that has room for an address, to a tenth of a millimetre."""

    def tenths(low: int, high: int) -> st.SearchStrategy[float]:
        return st.integers(low, high).map(lambda number: number / 10)

    return st.builds(EnvelopeWindow, tenths(0, 900), tenths(250, 700), tenths(600, 1200), tenths(200, 780))


def choice_of(choices: type[StrEnum]) -> st.SearchStrategy[StrEnum]:
    return st.sampled_from(list(choices))


def row_of(sheet: Sheet) -> st.SearchStrategy[Any]:
    """Any row of this sheet; a text that must be filled is not blank."""
    values = {}
    for column in sheet.columns:
        value = value_of(column)
        default = st.just(sheet.default(column))
        values[column.attribute] = value.filter(is_filled) if column.required else default | value
    return st.fixed_dictionaries(values).map(lambda held: sheet.row(**held))


def is_filled(value: object) -> bool:
    return value != ""


def rows(sheet: Sheet) -> st.SearchStrategy[Any]:
    if sheet.fields:
        return row_of(sheet)
    # A row without anything in it is no row: decisions can be all blank.
    return st.lists(row_of(sheet).filter(lambda row: row != sheet_blank(sheet)), max_size=3).map(tuple)


def sheet_blank(sheet: Sheet) -> object:
    required = any(column.required for column in sheet.columns)
    return None if required else sheet.row()


WORKBOOKS = st.fixed_dictionaries({sheet.attribute: rows(sheet) for sheet in SHEETS}).map(
    lambda held: Workbook(name="bog", **held)
)


def without_places(workbook: Workbook) -> Workbook:
    held = {
        sheet.attribute: tuple(replace(row, at=NOWHERE) for row in getattr(workbook, sheet.attribute))
        for sheet in SHEETS
        if not sheet.fields
    }
    institution: Institution = replace(workbook.institution, at=NOWHERE)
    return replace(workbook, institution=institution, **held)  # type: ignore[arg-type]


def reread(data: bytes) -> Workbook:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bog.xlsx"
        path.write_bytes(data)
        return read(path)


@settings(max_examples=40)
@given(workbook=WORKBOOKS)
def test_what_the_writer_writes_reads_back_the_same(workbook: Workbook) -> None:
    assert without_places(reread(workbook_bytes(rows_of(workbook), DAY))) == workbook


@settings(max_examples=25)
@given(workbook=WORKBOOKS, data=st.data())
def test_the_order_of_sheets_rows_and_columns_does_not_matter(
    workbook: Workbook, data: st.DataObject
) -> None:
    def shuffled(items: Sequence[Any]) -> list[Any]:
        return data.draw(st.permutations(items))

    mixed = [replace(sheet, columns=tuple(shuffled(sheet.columns))) for sheet in shuffled(SHEETS)]
    rows = {name: shuffled(held) for name, held in rows_of(workbook).items()}
    read_back = without_places(reread(workbook_bytes(rows, DAY, sheets=mixed)))
    assert read_back.institution == workbook.institution
    for sheet in SHEETS[1:]:
        ours, theirs = getattr(workbook, sheet.attribute), getattr(read_back, sheet.attribute)
        assert sorted(map(repr, theirs)) == sorted(map(repr, ours))
