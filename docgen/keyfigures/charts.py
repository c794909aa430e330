"""What the charts show: a few bars of this month beside those of the month before, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen import danish
from docgen.keyfigures.amounts import counted, rounded, shown
from docgen.keyfigures.naming import title_of
from docgen.keyfigures.values import BEFORE, NOW, Cell, Figure, KeyFigures, Section, Table, Unit
from docgen.keyfigures.words import ReportWords


@dataclass(frozen=True, slots=True)
class Series:
    """The bars of one month; ``None`` where there is no number to show."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: ``alt`` says in words what it shows. This month comes first."""

    title: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Series, Series]
    is_percent: bool = False

    @property
    def bars(self) -> int:
        """How many categories have something to show."""
        months = zip(*(one.values for one in self.series), strict=True)
        return sum(any(values) for values in months)

    @property
    def has_gaps(self) -> bool:
        return any(value is None for one in self.series for value in one.values)


LEAST = 3
"""A chart with fewer bars than this says nothing that its table does not."""


def charts_of(section: Section, figures: KeyFigures, words: ReportWords) -> tuple[Chart, ...]:
    """A chart of the section's shares, and one of its first table; none that would have hardly any bars."""
    shares = [one for one in section.figures if one.unit is Unit.SHARE]
    made = [_of_shares(shares, section, figures, words)]
    made += [chart_of(one, figures, words) for one in section.tables[:1]]
    return tuple(one for one in made if one.bars >= LEAST)


def _of_shares(shares: Sequence[Figure], section: Section, figures: KeyFigures, words: ReportWords) -> Chart:
    title = words.say(f"afsnit.{section.key}.figur")
    names = [title_of(one, words) for one in shares]
    told = [
        (name, *(shown(each, one.unit, words, figures.threshold) for each in (one.now, one.before)))
        for name, one in zip(names, shares, strict=True)
    ]
    now = tuple(rounded(one.now, one.unit) for one in shares)
    before = tuple(rounded(one.before, one.unit) for one in shares)
    return _chart(title, told, (now, before), figures, words, is_percent=True)


def is_single(table: Table) -> bool:
    """Whether the table has one column a month."""
    return len({name for name, _ in table.columns}) == 1


def chart_of(table: Table, figures: KeyFigures, words: ReportWords) -> Chart:
    """The rows of a table with one column a month, else its columns' totals."""
    names = list(dict.fromkeys(name for name, _ in table.columns))
    if is_single(table):
        titles = [row.title or words.say(f"raekke.{row.key}") for row in table.rows]
        pairs = [(row.cells[0], row.cells[1]) for row in table.rows]
        title = words.say(f"skema.{table.key}.titel")
    else:
        totals = dict(zip(table.columns, table.total, strict=True))
        titles = [words.say(f"kolonne.{name}") for name in names]
        pairs = [(totals[name, NOW], totals[name, BEFORE]) for name in names]
        title = words.say(f"figur.{table.key}")
    told = [
        (name, counted(now, words), counted(before, words))
        for name, (now, before) in zip(titles, pairs, strict=True)
    ]
    values = tuple(_amount(now) for now, _ in pairs), tuple(_amount(before) for _, before in pairs)
    return _chart(title, told, values, figures, words)


def _chart(
    title: str,
    told: Sequence[tuple[str, ...]],
    values: tuple[tuple[float | None, ...], tuple[float | None, ...]],
    figures: KeyFigures,
    words: ReportWords,
    *,
    is_percent: bool = False,
) -> Chart:
    listed = "; ".join(words.say("figur.alt_tal", navn=n, nu=now, foer=before) for n, now, before in told)
    period = figures.period
    now, before = values
    return Chart(
        title=title,
        alt=words.say("figur.alt", titel=title, tal=listed),
        categories=tuple(name for name, *_ in told),
        series=(
            Series(danish.month_name(period.first).capitalize(), now),
            Series(danish.month_name(period.before().first).capitalize(), before),
        ),
        is_percent=is_percent,
    )


def _amount(cell: Cell) -> float | None:
    return None if cell.hidden else cell.amount
