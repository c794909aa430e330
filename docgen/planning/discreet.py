"""Cells of meetings that stand in letters and calendars, and must name nobody without consent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.findings import Finding
from docgen.model import MeetingStatus, Source
from docgen.planning.decisions.unnamed import Discretion, discretion_about, words_in
from docgen.planning.judging import Case
from docgen.planning.register import Register


def naming_findings(cases: Iterable[Case], register: Register, today: dt.date) -> Iterator[Finding]:
    """An error for each cell of a meeting ahead that names somebody without the consent for it.

    The cell is named, and nobody in it. What a meeting has from its course is the course's cell.
    """
    reader = _Reader(register)
    ahead = (case for case in cases if case.kind and case.meeting.date >= today)
    planned = (case for case in ahead if case.meeting.status is MeetingStatus.PLANNED)
    found = (finding for case in planned for finding in reader.findings(case))
    yield from dict.fromkeys(found)


@dataclass(slots=True)
class _Reader:
    register: Register
    kept: dict[str, Discretion] = field(default_factory=dict)
    words: frozenset[str] = field(init=False)
    """Every word of anybody's name or number: a text without any of them names nobody."""

    def __post_init__(self) -> None:
        named = [f"{who.name} {who.nr}" for who in self.register.everybody]
        named += [f"{row.name} {row.nr}" for row in self.register.unread]
        self.words = frozenset(word for text in named for word in words_in(text))

    def findings(self, case: Case) -> Iterator[Finding]:
        for heading, text, at in self._cells(case):
            if not self.words.isdisjoint(words_in(text)) and self._discretion(case).keeps_back(text):
                yield Finding.of("E-077", at.place(heading))

    def _cells(self, case: Case) -> Iterator[tuple[str, str, Source]]:
        meeting = case.meeting
        course = self.register.courses.get(meeting.course)
        has_theme = course is not None and course.theme == meeting.theme
        yield "Tema", meeting.theme, course.at if course and has_theme else meeting.at
        yield "Sted", meeting.place, meeting.at
        yield "Praktisk", meeting.practical, meeting.at
        yield "Link", meeting.link, meeting.at

    def _discretion(self, case: Case) -> Discretion:
        nr = case.resident.nr if case.resident else ""
        if nr not in self.kept:
            self.kept[nr] = discretion_about(self.register, case.resident, case.kind)
        return self.kept[nr]
