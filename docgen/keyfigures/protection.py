"""Small numbers taken out of what is to be shared, so that nobody can be recognised by them.

A number is small when there are people behind it, and fewer than the threshold. Nobody (0) is no small
number: that none is left behind tells of the house, and of no one.

Of a figure nothing is left when one of the groups of people that it tells apart is small: "19 of 20" says as
much of the one as "1 of 20". In a table, where numbers add up to a total, a small one could be worked out
from the others; so the next smallest goes with it, until at least two are hidden and as many people as the
threshold stand behind them together. All hidden numbers of a table look alike, or the larger one would give
the smaller away. The month before is treated in the same way by itself.

Changes from one month to the next are left: people come and go at the same time, and how many of each is not
told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docgen.keyfigures.values import (
    Caveat,
    Cell,
    Figure,
    KeyFigures,
    Measure,
    People,
    Row,
    Section,
    Table,
    summed,
)

LOWEST = 3
"""Below this, taking numbers out protects nobody."""
_HIDDEN_MEASURE = Measure(hidden=True)
_HIDDEN_CELL = Cell(hidden=True)


def protected(figures: KeyFigures, threshold: int) -> KeyFigures:
    """The same figures without small numbers, and without the people: what may leave the house."""
    return replace(
        figures,
        threshold=threshold,
        sections=tuple(_section(one, threshold) for one in figures.sections),
        caveats=tuple(Caveat(one.key, _shown(one.cell, threshold)) for one in figures.caveats),
    )


def _section(section: Section, threshold: int) -> Section:
    tables = tuple(_table(one, threshold) for one in section.tables)
    figures = tuple(_figure(one, tables, threshold) for one in section.figures)
    return replace(section, figures=figures, tables=tables)


def _figure(figure: Figure, tables: Iterable[Table], threshold: int) -> Figure:
    """The figure without small numbers, and without one that a table hides."""
    rows = {(table.key, row.key): row for table in tables for row in table.rows}
    gone = [cell.hidden for cell in rows[figure.cell].cells] if figure.cell in rows else [False, False]
    now, before = (
        _HIDDEN_MEASURE if is_gone else _measure(one, threshold)
        for one, is_gone in zip(figure.months, gone, strict=True)
    )
    return replace(figure, months=(now, before))


def _measure(measure: Measure, threshold: int) -> Measure:
    if any(is_small(group, threshold) for group in measure.groups):
        return _HIDDEN_MEASURE
    return replace(measure, groups=())


def is_small(people: People, threshold: int) -> bool:
    """Whether there is somebody behind a number, and too few."""
    return 0 < len(people) < threshold


def _shown(cell: Cell, threshold: int) -> Cell:
    return _HIDDEN_CELL if is_small(cell.people, threshold) else Cell(cell.amount)


def _table(table: Table, threshold: int) -> Table:
    """The table with each of its columns protected; totals are small numbers like others."""
    columns = [
        _column([row.cells[at] for row in table.rows], table.parts, threshold)
        for at in range(len(table.columns))
    ]
    rows = tuple(
        Row(row.key, tuple(column[place] for column in columns), row.title)
        for place, row in enumerate(table.rows)
    )
    return replace(table, rows=rows, total=tuple(_shown(cell, threshold) for cell in table.total))


def _column(cells: Sequence[Cell], parts: Iterable[frozenset[int]], threshold: int) -> list[Cell]:
    hidden = hidden_places(cells, (frozenset(range(len(cells))), *parts), threshold)
    return [_HIDDEN_CELL if at in hidden else Cell(cell.amount) for at, cell in enumerate(cells)]


def hidden_places(cells: Sequence[Cell], sums: Sequence[frozenset[int]], threshold: int) -> frozenset[int]:
    """Which cells must be hidden when a reader may know what each of these sets of cells adds up to.

    A set that has nothing left to hide stays as it is.
    """
    hidden = {at for at, cell in enumerate(cells) if is_small(cell.people, threshold)}
    while more := _next(cells, sums, hidden, threshold):
        hidden |= more
    return frozenset(hidden)


def _next(
    cells: Sequence[Cell], known: Iterable[frozenset[int]], hidden: set[int], threshold: int
) -> set[int]:
    """The smallest cell that must go as well; none when every sum is safe, or has nothing left to hide."""
    for places in known:
        gone = places & hidden
        left = [at for at in sorted(places - hidden) if cells[at].amount]
        if gone and left and not _is_safe([cells[at] for at in gone], threshold):
            return {min(left, key=lambda at: (cells[at].amount, at))}
    return set()


def _is_safe(gone: Sequence[Cell], threshold: int) -> bool:
    """Whether what is hidden together could be anything: two numbers at least, and people enough."""
    return len(gone) > 1 and len(summed(gone).people) >= threshold
