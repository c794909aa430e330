"""An invented meeting of any type: what templates are checked, previewed and measured with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from docgen.documents.context import document_context, meeting_context
from docgen.documents.coursecontext import course_context
from docgen.documents.samplehouse import EFFORTS, GROUP, HOUSE, PEOPLE, RESIDENT, course_of
from docgen.meetingtypes.definition import DocumentRule, MeetingType, Rule, Scope
from docgen.model import Forum, Meeting, Workbook
from docgen.planning import PlannedMeeting, make_plan
from docgen.planning.plan import Window

_NOW = dt.datetime(2026, 1, 19, tzinfo=ZoneInfo("Europe/Copenhagen"))
_THEME = "Flere timer i gartneriet, og hvordan pauserne bliver gode"
_GROUP_THEME = "Det, vi har lært det sidste halve år"
_WEEKS_BETWEEN = 4


def sample_meeting(
    kind: MeetingType, *, easy_read: bool = False, length: int | None = None
) -> PlannedMeeting:
    """A planned meeting of this type between invented people, with every optional value filled in.

    It has the type's usual length unless told otherwise. Raises ``ValueError`` when the type's own rules
    leave such a meeting out.
    """
    return _planned(kind, _meeting(kind, length=length), easy_read=easy_read)[0]


def sample_course(kind: MeetingType, *, easy_read: bool = False) -> tuple[PlannedMeeting, ...]:
    """Three meetings of one course, four weeks apart; raises as ``sample_meeting`` does."""
    return _planned(kind, *(_meeting(kind, number) for number in (1, 2, 3)), easy_read=easy_read)


def sample_context(kind: MeetingType, rule: DocumentRule, *, length: int | None = None) -> Mapping[str, Any]:
    """What the tags of one of the type's documents can say, with invented values."""
    if rule.scope is Scope.COURSE:
        course = sample_course(kind, easy_read=rule.easy_read)
        return course_context(course_of(kind.name), kind, course, HOUSE, rule.title)
    planned = sample_meeting(kind, easy_read=rule.easy_read, length=length)
    shared = meeting_context(planned, HOUSE)
    receivers = (document.receiver for document in planned.documents if document.rule == rule)
    return document_context(shared, next(receivers, None), rule.title)


def _planned(kind: MeetingType, *meetings: Meeting, easy_read: bool) -> tuple[PlannedMeeting, ...]:
    workbook = Workbook(
        name="eksempel",
        institution=HOUSE,
        residents=(replace(RESIDENT, easy_read=easy_read),),
        people=PEOPLE,
        meetings=meetings,
        courses=(course_of(kind.name),) if kind.about_resident else (),
        efforts=EFFORTS,
    )
    plan = make_plan(workbook, (kind,), (), now=_NOW, window=Window())
    if len(plan.meetings) < len(meetings):
        raise ValueError(kind.name)
    return plan.meetings


def _meeting(kind: MeetingType, number: int = 1, *, length: int | None = None) -> Meeting:
    """The ``number``-th meeting of the course; of a group, a meeting of its own."""
    led_by_rule = kind.about_resident and any(rule.facilitates for rule in kind.participants)
    return Meeting(
        nr=f"M{number:03}",
        type=kind.name,
        resident=RESIDENT.nr if kind.about_resident else "",
        course=course_of(kind.name).nr if kind.about_resident else "",
        forum=Forum.STAFF if Rule.FORUM in kind.rules else None,
        date=dt.date(2026, 2, 3) + dt.timedelta(weeks=_WEEKS_BETWEEN * (number - 1)),
        start=dt.time(10, 0),
        length=length,
        place="Mødelokalet, Parkvænget 1",
        link=f"https://moede.example/m{number:03}",
        practical="Døren står åben fra kl. 9.45. Sig til, hvis du ønsker tolk.",
        theme=_THEME if kind.about_resident else _GROUP_THEME,
        occasion=kind.occasions[0] if kind.occasions else "",
        facilitator="" if led_by_rule else "P001",
        extra=("P004",) if kind.about_resident else GROUP,
    )
