"""From key figures to what the report says, word for word: the page that Word file and terminal show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from docgen import danish
from docgen.keyfigures.amounts import basis, change, compared, percent, shown
from docgen.keyfigures.charts import Chart, charts_of
from docgen.keyfigures.grids import Grid, grid_of
from docgen.keyfigures.naming import named, title_of
from docgen.keyfigures.values import Figure, KeyFigures, Section, Unit, value_of
from docgen.keyfigures.words import ReportWords

TILES = 4
"""So many figures stand in the box at the top."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure in words; ``change`` compares with ``before``, ``basis`` is what was divided by what."""

    key: str
    title: str
    definition: str
    now: str
    before: str
    change: str
    goal: str
    basis: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section in words: sentences first, then its figures, tables and charts."""

    title: str
    sentences: tuple[str, ...]
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report in words. ``notice`` says who may see it, ``tiles`` are the lines of the box.

    ``method`` says how things are counted: a term, or none, and its meaning.
    """

    title: str
    subtitle: str
    notice: str
    is_internal: bool
    month: str
    month_before: str
    tiles: tuple[Line, ...]
    chapters: tuple[Chapter, ...]
    caveats: tuple[str, ...]
    method: tuple[tuple[str, str], ...]


def page_of(figures: KeyFigures, words: ReportWords, day: dt.date) -> Page:
    """The page; ``day`` is when it is made."""
    period = figures.period
    chapters = tuple(_chapter(section, figures, words) for section in figures.sections)
    lines = [line for chapter in chapters for line in chapter.lines]
    subtitle = words.say("rapport.undertitel", hus=figures.institution.name, dato=danish.date(day))
    return Page(
        title=words.say("rapport.titel", maaned=danish.month(period.first)),
        subtitle=subtitle,
        notice=_notice(figures, words),
        is_internal=figures.is_internal,
        month=danish.month_name(period.first),
        month_before=danish.month_name(period.before().first),
        tiles=tuple(line for line in lines if line.is_main)[:TILES],
        chapters=chapters,
        caveats=tuple(_caveats(figures, words)),
        method=tuple(_method(figures, words)),
    )


def line_of(figure: Figure, figures: KeyFigures, words: ReportWords) -> Line:
    """One figure in words."""
    unit, threshold = figure.unit, figures.threshold
    places = named(figure, words)
    return Line(
        key=figure.key,
        title=title_of(figure, words),
        definition=words.say(f"tal.{figure.words}.definition", **places),
        now=shown(figure.now, unit, words, threshold),
        before=shown(figure.before, unit, words, threshold),
        change=change(figure, words),
        goal="" if figure.goal is None else percent(figure.goal, words),
        basis=basis(figure.now, unit, words),
        is_main=figure.is_main,
    )


def _notice(figures: KeyFigures, words: ReportWords) -> str:
    if figures.is_internal:
        return words.say("rapport.intern")
    return words.say("rapport.deles", mindst=figures.threshold)


def _chapter(section: Section, figures: KeyFigures, words: ReportWords) -> Chapter:
    title = words.say(f"afsnit.{section.key}.titel")
    if section.is_empty:
        return Chapter(title, (words.say(f"afsnit.{section.key}.tom"),), (), (), ())
    return Chapter(
        title=title,
        sentences=tuple(_sentences(section, figures, words)),
        lines=tuple(line_of(one, figures, words) for one in section.figures),
        grids=tuple(grid_of(one, figures, words) for one in section.tables if one.rows),
        charts=charts_of(section, figures, words),
    )


def _sentences(section: Section, figures: KeyFigures, words: ReportWords) -> Iterator[str]:
    """What the figures say, those that say something."""
    before = danish.month_name(figures.period.before().first)
    for figure in section.figures:
        value = shown(figure.now, figure.unit, words, figures.threshold)
        key = f"tal.{figure.words}.{_finding(figure)}"
        if words.has(key) and _says_something(figure):
            goal = "" if figure.goal is None else percent(figure.goal, words)
            against = compared(figure, before, words)
            yield words.say(key, **named(figure, words), nu=value, maal=goal, mod=against)


def _says_something(figure: Figure) -> bool:
    """Whether there is a number; nought of anything but a share is better left to the table."""
    if figure.unit is Unit.SHARE:
        return value_of(figure.now, figure.unit) is not None
    return not figure.now.hidden and figure.now.amount > 0


def _finding(figure: Figure) -> str:
    """Which sentence: one of them says whether the goal has been reached, by the numbers before rounding.

    A single thing that is counted has one of its own.
    """
    if figure.unit is Unit.COUNT:
        return "fund_en" if figure.now.amount == 1 else "fund"
    if figure.goal is None or not figure.now.of:
        return "fund"
    return "fund_naaet" if figure.now.amount * 100 >= figure.goal * figure.now.of else "fund_ikke"


def _caveats(figures: KeyFigures, words: ReportWords) -> Iterator[str]:
    """What the figures cannot know, each with how often."""
    if not figures.period.is_over:
        yield words.say("rapport.ikke_slut", dato=danish.date(figures.period.until))
    for caveat in figures.caveats:
        hidden = words.say("vis.skjult", mindst=figures.threshold)
        amount = hidden if caveat.cell.hidden else danish.number(caveat.cell.amount)
        yield words.say("forbehold.linje", hvad=words.say(f"forbehold.{caveat.key}"), antal=amount)


def _method(figures: KeyFigures, words: ReportWords) -> Iterator[tuple[str, str]]:
    """How each number is counted, and what signs and words in place of numbers mean."""
    for section in figures.sections:
        for line in (line_of(one, figures, words) for one in section.figures):
            yield line.title, line.definition
        for table in section.tables:
            yield words.say(f"skema.{table.key}.titel"), words.say(f"skema.{table.key}.definition")
    if not figures.is_internal:
        yield words.say("metode.skjult_navn"), words.say("metode.skjult", mindst=figures.threshold)
    yield words.say("metode.intet_navn"), words.say("metode.intet")
    yield words.say("metode.runding_navn"), words.say("metode.runding")
