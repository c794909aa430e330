"""What is known of courses by the numbers of their meetings: in the ledger, on Møder, and in the archive."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.model import Archived, Meeting


@dataclass(slots=True)
class Traces:
    """What has been made of one course before: its meetings' numbers, and the last of their days."""

    numbers: set[int] = field(default_factory=set)
    last: dt.date = dt.date.min


def course_in(nr: str) -> str:
    """The course that a meeting's number begins with, ``F001`` of ``F001-07``; blank for any other number."""
    course, _, number = nr.rpartition("-")
    return course if number.isdecimal() else ""


def course_of(row: Meeting | Archived) -> str:
    """The course that a row names, or else that its number begins with; blank for neither."""
    return row.course or course_in(row.nr)


def traces(dated: Iterable[tuple[str, dt.date]]) -> Mapping[str, Traces]:
    """What these numbers and days of meetings say, by the course's number in small letters."""
    found: dict[str, Traces] = defaultdict(Traces)
    for nr, day in dated:
        if course := course_in(nr).casefold():
            one = found[course]
            one.numbers.add(int(nr.rpartition("-")[2]))
            one.last = max(one.last, day)
    return found


def archived_by_course(rows: Iterable[Archived]) -> Mapping[str, tuple[Archived, ...]]:
    """The meetings that have left the workbook, by their course's number in small letters."""
    found: dict[str, list[Archived]] = defaultdict(list)
    for row in rows:
        if course := course_of(row).casefold():
            found[course].append(row)
    return {course: tuple(held) for course, held in found.items()}
