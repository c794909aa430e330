"""An invented meeting of any type: what templates are checked, previewed and measured with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from docgen.documents.cancelcontext import cancellation_context
from docgen.documents.context import document_context, meeting_context
from docgen.documents.coursecontext import course_context
from docgen.documents.heldcontext import Held, excerpt_context, mail_context
from docgen.documents.samplehouse import AGREED, EFFORTS, GROUP, HOUSE, PEOPLE, RESIDENT, course_of
from docgen.documents.sampleminutes import sample_minutes
from docgen.meetingtypes.definition import DocumentRule, MeetingType, Rule, Scope
from docgen.model import Answer, Forum, Meeting, MeetingStatus, Reply, Workbook
from docgen.planning import NOTHING, Cancellation, History, Plan, PlannedMeeting, Sent, make_plan
from docgen.planning.planned import Window

_NOW = dt.datetime(2026, 1, 19, tzinfo=ZoneInfo("Europe/Copenhagen"))
_SENT_ON = dt.date(2026, 1, 12)
_BEFORE = dt.timedelta(weeks=1)
_PLACE_BEFORE = "Fællesstuen, Parkvænget 1"
_THEME = "Flere timer i gartneriet, og hvordan pauserne bliver gode"
_GROUP_THEME = "Det, vi har lært det sidste halve år"
_WEEKS_BETWEEN = 4


def sample_meeting(
    kind: MeetingType, *, easy_read: bool = False, length: int | None = None
) -> PlannedMeeting:
    """A planned meeting of this type between invented people, with every optional value filled in.

    So its letters take the place of earlier ones, as it has been moved, everybody has answered, and some of
    what was decided the last time is still open. It has the type's usual length unless told otherwise.
    Raises ``ValueError`` when the type's own rules leave such a meeting out.
    """
    (planned,) = _planned(kind, _meeting(kind, length=length), easy_read=easy_read)
    return replace(planned, agreed=AGREED)


def sample_course(kind: MeetingType, *, easy_read: bool = False) -> tuple[PlannedMeeting, ...]:
    """Three meetings of one course, four weeks apart; raises as ``sample_meeting`` does."""
    return _planned(kind, *(_meeting(kind, number) for number in (1, 2, 3)), easy_read=easy_read)


def sample_cancellation(kind: MeetingType, *, alone: bool = False) -> Cancellation:
    """The meeting called off after its letters were sent; ``alone`` it is held without one who was invited.

    Raises as ``sample_meeting`` does.
    """
    meeting = _meeting(kind)
    sent = _sent(_plan(kind, (meeting,)))
    without = replace(meeting, absent=(meeting.extra[-1],))
    now = without if alone else replace(meeting, status=MeetingStatus.CANCELLED)
    return _plan(kind, (now,), history=History(sent=sent)).cancellations[0]


def sample_context(kind: MeetingType, rule: DocumentRule, *, length: int | None = None) -> Mapping[str, Any]:
    """What the tags of one of the type's documents can say, with invented values."""
    if rule.scope is Scope.COURSE:
        course = sample_course(kind, easy_read=rule.easy_read)
        return course_context(course_of(kind.name), kind, course, HOUSE, rule.title)
    if rule.scope is Scope.CANCELLATION:
        called_off = sample_cancellation(kind)
        return cancellation_context(called_off, called_off.receivers[0], HOUSE, rule.title)
    planned = sample_meeting(kind, easy_read=rule.easy_read, length=length)
    if rule.scope is Scope.MINUTES:
        return excerpt_context(_held(planned), sample_minutes(kind), rule.title)
    shared = meeting_context(planned, HOUSE)
    receivers = (document.receiver for document in planned.documents if document.rule == rule)
    return document_context(shared, next(receivers, None), rule.title)


def sample_mail(kind: MeetingType) -> Mapping[str, Any]:
    """What the words of e-mails about the meeting can say."""
    planned = sample_meeting(kind)
    return mail_context(_held(planned), planned.seating.participants[0])


def _held(planned: PlannedMeeting) -> Held:
    """The meeting when it is over."""
    return Held(planned.meeting, planned.kind, planned.length, HOUSE, planned.seating, planned.resident)


def _planned(kind: MeetingType, *meetings: Meeting, easy_read: bool) -> tuple[PlannedMeeting, ...]:
    """The meetings as they are now: people were told of each on another day and in another place."""
    before = [replace(one, date=one.date - _BEFORE, place=_PLACE_BEFORE) for one in meetings]
    sent = _sent(_plan(kind, before, easy_read=easy_read))
    return _plan(kind, meetings, easy_read=easy_read, history=History(sent=sent)).meetings


def _plan(
    kind: MeetingType, meetings: Sequence[Meeting], *, easy_read: bool = False, history: History = NOTHING
) -> Plan:
    workbook = Workbook(
        name="eksempel",
        institution=HOUSE,
        residents=(replace(RESIDENT, easy_read=easy_read),),
        people=PEOPLE,
        meetings=tuple(meetings),
        courses=(course_of(kind.name),) if kind.about_resident else (),
        efforts=EFFORTS,
        answers=tuple(answer for one in meetings for answer in _answers(one)),
    )
    numbers = frozenset(one.nr for one in meetings)  # and not what the course computes around them
    plan = make_plan(workbook, (kind,), (), now=_NOW, window=Window(meetings=numbers), history=history)
    if len(plan.meetings) < len(meetings):
        raise ValueError(kind.name)
    return plan


def _sent(plan: Plan) -> dict[str, Sent]:
    """What is remembered of these meetings once their letters have gone out."""
    return {
        one.nr: Sent(
            one.uid,
            one.sequence,
            one.facets,
            _SENT_ON,
            receivers=frozenset(who.nr for who in one.seating.participants),
        )
        for one in plan.meetings
    }


def _answers(meeting: Meeting) -> Iterator[Answer]:
    """Everybody comes, but for one who cannot and one to whom the time is not convenient."""
    exceptions = {"P002": Reply.DECLINES, "P005": Reply.OTHER_TIME}
    for who in (RESIDENT, *PEOPLE):
        yield Answer(meeting=meeting.nr, person=who.nr, reply=exceptions.get(who.nr, Reply.COMES))


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
