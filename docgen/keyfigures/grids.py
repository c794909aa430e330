"""Tables in words: as they stand in the Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen import danish
from docgen.keyfigures.amounts import counted
from docgen.keyfigures.charts import is_single
from docgen.keyfigures.values import BEFORE, NOW, Cell, KeyFigures, Table
from docgen.keyfigures.words import ReportWords


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words: the first cell of a row is its title, the last row the total."""

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grid_of(table: Table, figures: KeyFigures, words: ReportWords) -> Grid:
    """A table in words: both months side by side, or, where there are several columns, in one cell each."""
    names = list(dict.fromkeys(name for name, _ in table.columns))
    total = words.say("tabel.i_alt")
    rows = [(row.title or words.say(f"raekke.{row.key}"), row.cells) for row in table.rows]
    rows.append((total, table.total))
    if is_single(table):
        period = figures.period
        header = [danish.month_name(period.first), danish.month_name(period.before().first)]
        cells = [(title, *(counted(cell, words) for cell in held)) for title, held in rows]
    else:
        header = [words.say(f"kolonne.{name}") for name in names]
        cells = [(title, *_paired(table, held, words)) for title, held in rows]
    return Grid(
        title=words.say(f"skema.{table.key}.titel"),
        note=words.say(f"skema.{table.key}.note"),
        header=(words.say(f"skema.{table.key}.foerste"), *(name.capitalize() for name in header)),
        rows=tuple(cells),
    )


def _paired(table: Table, cells: Sequence[Cell], words: ReportWords) -> Iterator[str]:
    """``14 (12)``: this month and the one before."""
    held = dict(zip(table.columns, cells, strict=True))
    for name in dict.fromkeys(name for name, _ in table.columns):
        now, before = counted(held[name, NOW], words), counted(held[name, BEFORE], words)
        if held[name, NOW].hidden and held[name, BEFORE].hidden:
            yield now
            continue
        yield words.say("vis.foer_i_parentes", nu=now, foer=before).replace(" ", danish.NBSP)
