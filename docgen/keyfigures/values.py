"""What key figures are made of: numbers, and the people behind them.

A figure keeps the people only for as long as it takes to see whether it may be shown (``protection``). No
name is among them: they are the numbers of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from docgen.findings import Finding
from docgen.keyfigures.period import Period
from docgen.model import Institution

People = frozenset[str]


class Unit(StrEnum):
    """How a figure's value is read."""

    SHARE = "share"  # a part of a whole, shown in per cent
    AVERAGE = "average"  # an amount for each of those counted
    COUNT = "count"  # an amount, of another one if there is one
    HOURS = "hours"  # hours a week, together


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure in one month: ``amount`` is the numerator, ``of`` the denominator where there is one.

    ``groups`` are the sets of people that the figure tells apart: of a share those in it, those not in it,
    and whoever else is left when one takes its denominator from another figure's. A ``hidden`` measure holds
    nothing any more; of one that is not ``is_known`` the workbook does not tell.
    """

    amount: float = 0
    of: float | None = None
    groups: tuple[People, ...] = ()
    hidden: bool = False
    is_known: bool = True


Both = tuple[Measure, Measure]
"""The month, and the one before."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in the month and in the one before.

    ``key`` is its own, ``words`` the table of ``noegletal.toml`` that says what it is, and ``named`` fills
    the places in those words. ``goal`` is in per cent. ``is_main`` marks what is shown first. ``cell`` names
    the table and the row whose number the figure gives away.
    """

    key: str
    words: str
    unit: Unit
    months: Both
    goal: int | None = None
    named: tuple[tuple[str, object], ...] = ()
    is_main: bool = False
    cell: tuple[str, str] = ("", "")

    @property
    def now(self) -> Measure:
        return self.months[0]

    @property
    def before(self) -> Measure:
        return self.months[1]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table and the people behind it; a ``hidden`` one holds neither."""

    amount: int = 0
    people: People = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: ``title`` where it stands in the workbook or a type, else ``key`` finds its words."""

    key: str
    cells: tuple[Cell, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers that add up: each column of cells to the one in ``total``.

    ``columns`` are keys of words, each with the month it is of: ``(("afholdt", NOW), ("afholdt", BEFORE))``.
    ``parts`` are rows (by place) whose sum can be guessed from another figure.
    """

    key: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    total: tuple[Cell, ...]
    parts: tuple[frozenset[int], ...] = ()


NOW, BEFORE = "nu", "foer"
"""The two months of a column."""


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the report; ``is_empty`` when the workbook holds nothing that it could tell of."""

    key: str
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    is_empty: bool = False


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something that figures cannot know, and how often; ``key`` finds its words."""

    key: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """All that the report tells.

    ``threshold`` is the least number of people behind a number that is shown, 0 in a report for the house
    itself. ``findings`` are those that the figures suffer from, ``all_findings`` every one of the workbook.
    """

    workbook: str
    institution: Institution
    period: Period
    sections: tuple[Section, ...]
    caveats: tuple[Caveat, ...] = ()
    weeks: int = 8
    threshold: int = 0
    findings: tuple[Finding, ...] = field(default=(), compare=False)
    all_findings: tuple[Finding, ...] = field(default=(), compare=False)

    @property
    def is_internal(self) -> bool:
        return self.threshold == 0

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for section in self.sections for figure in section.figures)


def both(period: Period, measure: Callable[[Period], Measure]) -> Both:
    """The measure of the month and of the one before, worked out in the same way."""
    return measure(period), measure(period.before())


def value_of(measure: Measure, unit: Unit) -> float | None:
    """What the measure says, a share in parts of one; ``None`` when it is hidden or not known.

    No denominator is no figure either: nought of nought is not nought per cent.
    """
    if measure.hidden or not measure.is_known:
        return None
    if unit in (Unit.COUNT, Unit.HOURS):
        return measure.amount
    return measure.amount / measure.of if measure.of else None


def summed(cells: Sequence[Cell]) -> Cell:
    """All of these together; somebody behind several of them is one person."""
    return Cell(sum(cell.amount for cell in cells), frozenset().union(*(cell.people for cell in cells)))
