"""What is said of any planned meeting, whatever its type asks for: findings, each about one cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from docgen import danish
from docgen.findings import Finding
from docgen.meetingtypes.definition import LONGEST_THEME, MeetingType
from docgen.model import Channel, Institution, Meeting, MeetingStatus, Resident
from docgen.planning.participants import Seating

SATURDAY = 5


def meeting_findings(
    meeting: Meeting, kind: MeetingType, resident: Resident | None, length: int, today: dt.date
) -> Iterator[Finding]:
    """Findings about a meeting that is still to be held, whatever its type asks for."""
    yield from _date(meeting, today)
    yield from _occasion(meeting, kind)
    yield from _length(meeting, kind, length)
    yield from _theme(meeting)
    if kind.about_resident and not meeting.resident:
        yield Finding.of("E-081", meeting.at.place("Beboer"), type=kind.title)
    if meeting.resident and not kind.about_resident:
        yield Finding.of("W-098", meeting.at.place("Beboer"), type=kind.title)
    if resident and not resident.active:
        yield Finding.of("W-089", meeting.at.place("Beboer"), resident=resident.nr)


def reach_findings(seating: Seating) -> Iterator[Finding]:
    """Those who are written to because the resident agrees, and cannot be reached.

    Nothing else knows who they are; of everybody else the check of the workbook says it.
    """
    for one in (*seating.participants, *seating.informed):
        who = one.who
        if not one.by_consent:
            continue
        if who.channel is Channel.EMAIL and not who.email:
            yield Finding.of("W-071", who.at.place("E-mail"))
        if who.channel is Channel.LETTER and not (who.address and who.postcode and who.city):
            yield Finding.of("W-072", who.at.place("Adresse"))


def house_findings(house: Institution, tables: Iterable[tuple[Meeting, Seating]]) -> Iterator[Finding]:
    """Findings about the institution that matter only for the meetings that are still to be held."""
    if house.phone:
        return
    silent = {
        meeting.nr
        for meeting, seating in tables
        if meeting.status is MeetingStatus.PLANNED
        and not (seating.facilitator and seating.facilitator.takes_calls)
    }
    if silent:
        yield Finding.of("W-091", house.at.place("Telefon"), meetings=", ".join(sorted(silent)))


def _date(meeting: Meeting, today: dt.date) -> Iterator[Finding]:
    place = meeting.at.place("Dato")
    if meeting.date < today:
        yield Finding.of("W-080", place, date=f"{meeting.date:%d-%m-%Y}", today=f"{today:%d-%m-%Y}")
    if meeting.date.weekday() >= SATURDAY and not meeting.exemption:
        yield Finding.of("W-088", place, date=f"{meeting.date:%d-%m-%Y}")


def _occasion(meeting: Meeting, kind: MeetingType) -> Iterator[Finding]:
    if not kind.occasions:
        return
    place = meeting.at.place("Anledning")
    known = " · ".join(kind.occasions)
    if not meeting.occasion:
        if not meeting.course:  # in a course one meeting follows from another
            yield Finding.of("W-085", place, known=known)
    elif meeting.occasion.casefold() not in {occasion.casefold() for occasion in kind.occasions}:
        yield Finding.of("W-086", place, value=meeting.occasion, known=known)


def _length(meeting: Meeting, kind: MeetingType, length: int) -> Iterator[Finding]:
    if not kind.length.shortest <= length <= kind.length.longest:
        yield Finding.of(
            "W-087",
            meeting.at.place("Varighed"),
            length=length,
            type=kind.title,
            shortest=kind.length.shortest,
            longest=kind.length.longest,
        )


def _theme(meeting: Meeting) -> Iterator[Finding]:
    length = len(danish.one_line(meeting.theme))
    if length > LONGEST_THEME:
        yield Finding.of("W-090", meeting.at.place("Tema"), length=length, limit=LONGEST_THEME)
