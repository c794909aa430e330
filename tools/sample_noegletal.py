"""A sample for the monthly key figures: thirty citizens of a resource team, and a year of what became of it.

Everything follows from the citizen's number, so that few lines make a large workbook. Meetings up to the end
of last summer have moved to the archive. Nobody in it exists: telephone numbers begin with 70 00 00,
addresses end in ``.example`` (RFC 2606), and the postcode 9999 is not in use.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from docgen.model import (
    Archived,
    Course,
    CourseStatus,
    Decision,
    DecisionStatus,
    Effort,
    EffortKind,
    Institution,
    Meeting,
    MeetingStatus,
    Person,
    Resident,
    Role,
    Workbook,
)
from tools.invented import clock, day, home, mailbox, phone

TEAM, TALK, FOLLOW_UP = "rehabiliteringsmoede", "gennemgang", "ressourceopfoelgning"
SUGGESTIONS = {"Type": (TEAM, TALK, FOLLOW_UP)}
TODAY = day("03-04")
"""The morning on which February is told of."""
_ARCHIVED_BEFORE = day("2025-09-01")
_TEAM_ROOM, _TALK_ROOM = "Mødelokale 1, Åhuset", "Samtalerum 2, Åhuset"
_CITIZENS = range(1, 31)
_GONE = (2, 5)
"""Those whose course has ended, and who have left."""
_FIRST = (
    "Agnete", "Birger", "Carla", "Ditlev", "Esther", "Frode", "Gerda", "Holger", "Inger", "Johan",
    "Kirsten", "Leif", "Merete", "Niels", "Oda", "Palle", "Ragna", "Svend", "Thora", "Uffe",
    "Viola", "Werner", "Ylva", "Aksel", "Bodil", "Carlo", "Dagny", "Egon", "Fanny", "Gustav",
)  # fmt: skip
_LAST = [head + tail for tail in ("vang", "holt", "toft", "høj", "dal", "kær")
         for head in ("Birke", "Lyng", "Elle", "Mose", "Skov")]  # fmt: skip

INSTITUTION = Institution(
    name="Ressourceteam Åhuset",
    address="Åhuset 1",
    postcode="9999",
    city="Prøveby",
    phone="70 00 00 20",
    email="moeder@aahuset.example",
    sender="Grethe Solbjerg",
    sender_title="teamleder",
    calendar_id="aahuset-5d0c7e21b4",
    domain="aahuset.example",
    effort_goal=60,
    standing_social_worker="P003",
    standing_business_consultant="P005",
    standing_health_coordinator="P004",
)


def _staff(nr: str, name: str, role: Role) -> Person:
    return Person(nr=nr, name=name, role=role, title=role.value.lower(), organisation="Åhuset",
                  email=f"{mailbox(name)}@aahuset.example", phone=phone(nr, 20))  # fmt: skip


PEOPLE = (
    _staff("P001", "Signe Tornvang", Role.CASE_COORDINATOR),
    _staff("P002", "Rasmus Kildetoft", Role.CASE_COORDINATOR),
    _staff("P003", "Ditte Hedegaard", Role.SOCIAL_WORKER),
    _staff("P004", "Marianne Bakholm", Role.HEALTH_COORDINATOR),
    _staff("P005", "Kasper Lundtoft", Role.BUSINESS_CONSULTANT),
    _staff("P006", "Amina Strandby", Role.JOB_BROKER),
)


def _citizen(number: int) -> Resident:
    return Resident(
        nr=f"B{number:03}", first_name=_FIRST[number - 1], last_name=_LAST[number - 1],
        **home(f"Prøvevej {number}"), goal="Et job med faste timer",
        case_coordinator="P001" if number % 2 else "P002", job_broker="P006", active=number not in _GONE,
    )  # fmt: skip


def _start(number: int) -> dt.date:
    """The team meeting's day: a new course every 13 days or so, on working days."""
    return _working(day("2025-02-04") + dt.timedelta(days=13 * (number - 1)))


def _working(date: dt.date) -> dt.date:
    return date - dt.timedelta(days=max(0, date.weekday() - 4))


def _course(number: int) -> Course:
    course = Course(nr=f"F{number:03}", resident=f"B{number:03}", type=FOLLOW_UP, start=_start(number),
                    granted=_start(number) + dt.timedelta(days=3), place=_TALK_ROOM)  # fmt: skip
    if number in _GONE:
        return replace(course, end=day("2025-12-19"), status=CourseStatus.ENDED)
    return course


def _meetings(number: int) -> Iterator[Meeting]:
    """The team meeting, the talk after it, and the follow-ups that have been by now."""
    start = _start(number)
    base = Meeting(nr=f"M{2 * number - 1:03}", type=TEAM, resident=f"B{number:03}", course=f"F{number:03}",
                   date=start, start=clock("10:00"), place=_TEAM_ROOM, status=MeetingStatus.HELD)  # fmt: skip
    yield base
    yield replace(base, nr=f"M{2 * number:03}", type=TALK, start=clock("11:15"), place=_TALK_ROOM)
    for at, date in enumerate(_follow_ups(number), start=1):
        if date < min(TODAY, _course(number).end or TODAY):
            yield replace(base, nr=f"F{number:03}-{at:02}", type=FOLLOW_UP, date=date, start=clock("13:00"),
                          place=_TALK_ROOM, status=_became(number, at, date))  # fmt: skip


def _follow_ups(number: int) -> Iterator[dt.date]:
    """The days of the follow-ups: the first one now and then too late."""
    start = _start(number)
    yield _working(start + dt.timedelta(days=9 if number % 5 == 0 else 6))
    yield _working(start + dt.timedelta(days=20))
    for months in (1, 2, 3, 4, 5, 6, 8, 10, 12):
        yield _working(start + relativedelta(months=months) + dt.timedelta(days=2))


def _became(number: int, at: int, date: dt.date) -> MeetingStatus:
    """Most were held. Of two in the last days of February nobody has written it yet."""
    if date >= day("02-26"):
        return MeetingStatus.PLANNED
    if (number + 2 * at) % 13 == 0:
        return MeetingStatus.MISSED
    return MeetingStatus.CANCELLED if at == 2 and number % 5 == 4 else MeetingStatus.HELD


def _efforts(number: int) -> Iterator[Effort]:
    """What the citizen has been offered so far; some had to wait for it longer than they should."""
    kinds = EffortKind
    plans = {
        0: ((kinds.PLACEMENT, 40, 110, 6.0), (kinds.PAID_HOURS, 111, 0, 4.0 + number % 3)),
        1: ((kinds.MENTOR, 30, 0, 1.0), (kinds.PLACEMENT, 60, 130, 3.0), (kinds.PAID_HOURS, 131, 0, 5.5)),
        2: ((kinds.SOCIAL, 20, 0, None), (kinds.PLACEMENT, 60, 120, 8.0), (kinds.PAID_HOURS, 121, 0, 7.5)),
        3: ((kinds.HEALTH, 15, 0, None), (kinds.PLACEMENT, 35, 0, 5.0)),
        4: ((kinds.EDUCATION, 50, 0, 12.0),),
    }
    late = ((kinds.SOCIAL, 200, 0, None), (kinds.PLACEMENT, 220, 0, 6.0))
    for kind, first, last, hours in late if number % 3 == 1 and number < 20 else plans[number % 5]:
        begin = _start(number) + dt.timedelta(days=first)
        end = _start(number) + dt.timedelta(days=last) if last else _course(number).end
        if begin <= TODAY and (end is None or begin <= end):
            yield Effort(resident=f"B{number:03}", effort=_NAMES[kind], kind=kind, start=begin, end=end,
                         hours=hours, purpose="Et skridt på vej mod et job med faste timer")  # fmt: skip


_NAMES = {
    EffortKind.PLACEMENT: "Praktik",
    EffortKind.PAID_HOURS: "Timer med løn",
    EffortKind.MENTOR: "Mentor på arbejdspladsen",
    EffortKind.SOCIAL: "Gældsrådgivning",
    EffortKind.HEALTH: "Motionshold",
    EffortKind.EDUCATION: "Værkstedsforløb",
}


def _decision(number: int) -> Decision:
    """One from the latest follow-up; two of three are done."""
    latest = [row for row in _meetings(number) if row.type == FOLLOW_UP][-1]
    return Decision(meeting=latest.nr, number="1", decision="Aftale timer med arbejdspladsen",
                    responsible="Amina Strandby", deadline=latest.date + dt.timedelta(days=14 + number),
                    status=None if number % 3 == 0 else DecisionStatus.DONE)  # fmt: skip


_EVERY = [meeting for number in _CITIZENS for meeting in _meetings(number)]

NOEGLETAL = Workbook(
    name="noegletal",
    institution=INSTITUTION,
    residents=tuple(map(_citizen, _CITIZENS)),
    people=PEOPLE,
    meetings=tuple(row for row in _EVERY if row.date >= _ARCHIVED_BEFORE),
    courses=tuple(map(_course, _CITIZENS)),
    efforts=tuple(effort for number in _CITIZENS for effort in _efforts(number)),
    decisions=tuple(_decision(number) for number in _CITIZENS if number < 29),
    archived=tuple(
        Archived(nr=row.nr, type=row.type, resident=row.resident, course=row.course, date=row.date,
                 status=row.status)
        for row in _EVERY if row.date < _ARCHIVED_BEFORE
    ),
)  # fmt: skip
