"""Tables and the progress bar, with Rich; imported only where somebody watches a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TextIO

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from docgen import danish
from docgen.cli.voice import Voice
from docgen.cli.wording import answered, everybody, moved_from, to_send, what_changed
from docgen.findings import Finding
from docgen.i18n import N_
from docgen.meetingtypes.definition import MeetingType
from docgen.planning import Change, OpenDecision, Plan, PlannedMeeting

if TYPE_CHECKING:
    from docgen.documents.readability import Readability

WIDE = 110  # from here on there is room for one more column
NARROW = 90  # below this, a name and a long word do not fit beside a date and what has changed
STYLES = {Change.NEW: "green", Change.CHANGED: "yellow", Change.UNCHANGED: "dim", Change.CANCELLED: "red"}


def findings(voice: Voice, found: Sequence[Finding], stream: TextIO) -> None:
    """Code, place, what, how to mend it; on a narrow terminal the last two share a column."""
    console = Console(file=stream, highlight=False)
    wide = console.width >= WIDE
    what = (N_("What"), N_("How to mend it")) if wide else (N_("What, and how to mend it"),)
    table = _table(voice, N_("Code"), N_("Where"), *what, lines=True)
    table.columns[0].no_wrap = True
    table.columns[1].max_width = 30 if wide else 22
    for finding in found:
        style = "bold red" if finding.is_error else "yellow"
        said = " ".join(filter(None, (finding.message(voice.words), finding.expected(voice.words))))
        mend = finding.remedy(voice.words)
        cells = (Text(said), Text(mend)) if wide else (Text.assemble(said, "\n" * bool(mend), (mend, "dim")),)
        table.add_row(Text(finding.code, style=style), Text(finding.place.text(voice.words)), *cells)
    console.print(table, "")


def plan(voice: Voice, planned: Plan) -> None:
    """The meetings; with ``-v`` a second table of who takes part and why."""
    console = Console(highlight=False)
    console.print(_meetings(voice, planned, console.width), "")
    if voice.verbose:
        console.print(_participants(voice, planned), "")


def overdue(voice: Voice, late: Sequence[OpenDecision]) -> None:
    """Decisions whose deadline has passed, with who sees to them."""
    table = _table(voice, N_("Overdue"), N_("Decision"), N_("Responsible"), N_("Nr"), N_("Agenda"))
    for one in late:
        day = voice.day(one.deadline) if one.deadline else ""
        cells = (Text(one.text), Text(one.responsible or "–"), Text(one.name), Text(one.agenda or "–"))
        table.add_row(Text(day, style="yellow"), *cells)
    table.columns[0].no_wrap = True
    Console(highlight=False).print(table, "")


def _meetings(voice: Voice, planned: Plan, width: int) -> Table:
    """A line a meeting; where that is too long, two, without the number of files."""
    if width < NARROW:
        table = _table(voice, N_("Nr"), N_("When"), N_("Type and resident"), N_("Change"))
        cells_of: Callable[[Voice, PlannedMeeting], list[Text]] = _narrow_cells
    else:
        place = [N_("Place")] * (width >= WIDE)
        table = _table(
            voice, N_("Nr"), N_("When"), N_("Type"), N_("Resident"), *place, N_("Files"), N_("Change")
        )
        table.columns[-2].justify = "right"
        cells_of = partial(_meeting_cells, wide=width >= WIDE)
    for column in (0, 1):
        table.columns[column].no_wrap = True
    for meeting in planned.meetings:
        table.add_row(*cells_of(voice, meeting))
    return table


def meeting_types(voice: Voice, kinds: Sequence[MeetingType]) -> None:
    """Name, title, usual length and number of files of each type; on a wide terminal its source too."""
    console = Console(highlight=False)
    headings = [N_("Name"), N_("Title"), N_("Minutes"), N_("Files"), N_("Source")]
    shown = len(headings) if console.width >= WIDE else -1
    table = _table(voice, *headings[:shown])
    for kind in kinds:
        cells = (kind.name, kind.title, str(kind.length.usual), str(len(kind.documents)), kind.source)
        table.add_row(*(Text(cell) for cell in cells[:shown]))
    console.print(table)


def readability(voice: Voice, measured: Sequence[Readability]) -> None:
    """LIX, limit and heaviest sentence of each document for residents; in red what is too hard."""
    table = _table(voice, N_("File"), N_("LIX"), N_("At most"), N_("Heaviest sentence, and its LIX"))
    for column in (1, 2):
        table.columns[column].justify = "right"
    decimal = voice.words.decimal
    for one in measured:
        style = "" if one.is_easy_enough else "bold red"
        sentence = f"{one.heaviest} ({decimal(one.heaviest_lix)})" if one.heaviest else ""
        table.add_row(
            Text(one.file), Text(decimal(one.lix), style=style), Text(str(one.limit)), Text(sentence)
        )
    Console(highlight=False).print(table, "")


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that goes away when the work is done; call what it gives with done and total."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _table(voice: Voice, *headings: str, lines: bool = False) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, show_lines=lines, padding=(0, 1, 0, 0), header_style="bold"
    )
    for heading in headings:
        table.add_column(voice.words.text(heading), overflow="fold")
    return table


def _meeting_cells(voice: Voice, planned: PlannedMeeting, *, wide: bool) -> list[Text]:
    row = planned.meeting
    return [
        Text(row.nr),
        Text(f"{voice.weekday(row.date)} {voice.time(row.start)}"),
        Text(planned.kind.title),
        Text(planned.about or "–"),
        *([Text(danish.one_line(row.place))] if wide else []),
        Text(str(len(planned.documents))),
        _change(voice, planned),
    ]


def _narrow_cells(voice: Voice, planned: PlannedMeeting) -> list[Text]:
    row = planned.meeting
    return [
        Text(row.nr),
        Text(f"{voice.weekday(row.date)}\n{voice.time(row.start)}"),
        Text(f"{planned.kind.title}\n{planned.about or '–'}"),
        _change(voice, planned),
    ]


def _change(voice: Voice, planned: PlannedMeeting) -> Text:
    """What has become of it, and under it what is to be sent, what was answered and why it has moved."""
    more = (
        to_send(voice, planned),
        answered(voice, planned),
        moved_from(voice, planned.moved) if planned.moved else "",
    )
    text = Text(what_changed(voice, planned), style=STYLES[planned.change])
    for line in filter(None, more):
        text.append(f"\n{line}", style="dim")
    return text


def _participants(voice: Voice, planned: Plan) -> Table:
    table = _table(voice, N_("Meeting"), N_("Nr"), N_("Name"), N_("As, and why"))
    for meeting in planned.meetings:
        for place, (person, why) in enumerate(everybody(voice, meeting)):
            shown = meeting.nr if place == 0 else ""
            table.add_row(*(Text(cell) for cell in (shown, person.nr, person.name, why)))
        table.add_section()
    return table
