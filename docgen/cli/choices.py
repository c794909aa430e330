"""From what was typed to what the public functions take: clock, window, meeting types, pack.

A name or number that is not there is a wrong call: it stops everything, with the nearest that is.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from docgen.cli.voice import Voice
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.model import Workbook
from docgen.packs import folders
from docgen.planning import Window

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
WEEKS = 26


def clock(today: dt.date | None) -> dt.datetime:
    """Now, in Denmark; midnight at the start of ``today`` where one is given."""
    if today is None:
        return dt.datetime.now(COPENHAGEN)
    return dt.datetime.combine(today, dt.time(), COPENHAGEN)


def pack_of(workbook: Path, pack: Path | None) -> Path:
    """The pack's folder: the one given, else "<workbook name>-pakke" beside the workbook."""
    return pack.absolute() if pack else folders.pack_of(workbook)


def window_of(
    voice: Voice,
    *,
    today: dt.date,
    first: dt.date | None,
    last: dt.date | None,
    types: Sequence[MeetingType],
    numbers: Sequence[str],
) -> Window:
    """The meetings asked for: from ``first`` (today) to ``last`` (26 weeks after ``first``).

    Meetings named by number are wanted whatever their date, unless a date is given too.
    """
    names, meetings = frozenset(kind.name for kind in types), frozenset(numbers)
    if numbers and first is None and last is None:
        return Window(types=names, meetings=meetings)
    begins = first or today
    ends = last or begins + dt.timedelta(weeks=WEEKS)
    if ends < begins:
        problem = voice.words.text(
            "{last} comes before {first}. Give both --from and --to.",
            last=voice.day(ends),
            first=voice.day(begins),
        )
        raise click.BadParameter(problem, param_hint="--to")
    return Window(begins, ends, names, meetings)


def type_called(voice: Voice, name: str, types: Sequence[MeetingType], *, option: str = "") -> MeetingType:
    """The meeting type with this folder name or title, as ``find_type`` has it.

    ``option`` is where the name was given; without it, as the argument TYPE.
    """
    if kind := find_type(types, name):
        return kind
    known = [kind.name for kind in types]
    problem = voice.words.text("There is no meeting type called “{name}”.", name=name)
    where = option or voice.words.text("TYPE")
    raise click.BadParameter(f"{problem} {_nearest(voice, name, known)}", param_hint=where)


def numbers_in(voice: Voice, numbers: Sequence[str], workbook: Workbook) -> tuple[str, ...]:
    """The meeting numbers as the workbook writes them; those of its courses need no row on Møder."""
    rows = [row.nr for row in workbook.meetings] + [row.nr for row in workbook.broken if row.nr]
    known = {nr.casefold(): nr for nr in rows}
    courses = {course.nr.casefold(): course.nr for course in workbook.courses}
    for number in numbers:
        course, _, which = number.rpartition("-")
        if course.casefold() in courses and which.isdecimal() and len(which) > 1:
            known.setdefault(number.casefold(), f"{courses[course.casefold()]}-{which}")
        if number.casefold() not in known:
            problem = voice.words.text("The sheet Møder has no meeting {nr}.", nr=number)
            hint = _nearest(voice, number, list(known.values()))
            raise click.BadParameter(f"{problem} {hint}", param_hint="--meeting")
    return tuple(known[number.casefold()] for number in numbers)


def _nearest(voice: Voice, name: str, known: Sequence[str]) -> str:
    """ "Did you mean …?", or all there are when nothing is near."""
    plain = {word.casefold(): word for word in known}
    near = difflib.get_close_matches(name.casefold(), plain, n=1)
    if near:
        return voice.words.text("Did you mean {name}?", name=plain[near[0]])
    return voice.words.text("There are: {names}.", names=", ".join(known)) if known else ""
