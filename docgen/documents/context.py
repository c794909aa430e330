"""What the tags of a Word template can say: a planned meeting as plain Danish text.

The vocabulary is the same for every template of a meeting; ``docs/skabeloner.md`` lists it for those who
edit templates in Word. Blank values are ``""``, so that ``{%p if moede.praktisk %}`` works. People are in
``people``, documents about a whole course in ``coursecontext``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from docgen import danish
from docgen.documents.people import (
    Tags,
    contact_for,
    contact_tags,
    house_tags,
    leader_tags,
    receiver_tags,
    resident_tags,
    table_tags,
)
from docgen.documents.phases import phase_times, running_order
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Effort, Institution, Meeting
from docgen.planning import OpenDecision, Participant, PlannedMeeting, Told

NOTHING_REPLACED = dict.fromkeys(("erstatter", "flyttet_fra", "sted_foer"), "")
"""What the tags of a first letter say of an earlier one."""
_HAD_ONE = "modtaget_af"
"""Under ``brev``: the numbers of those who had an earlier letter. No tag can say it."""


def meeting_context(planned: PlannedMeeting, institution: Institution) -> dict[str, Any]:
    """The part of the vocabulary that is the same in every document of the meeting."""
    programme = running_order(planned.kind, planned.meeting.start, planned.length)
    return {
        "institution": house_tags(institution),
        "brev": _letter(planned, institution),
        "beboer": resident_tags(planned.resident),
        "moede": _meeting(planned),
        "moedeleder": leader_tags(planned.seating.facilitator),
        "kontakt": contact_tags(planned.seating.facilitator, institution),
        "deltagere": table_tags(planned),
        "indsatser": _efforts(planned.efforts),
        "aftaler": _agreed(planned.agreed),
        "program": programme,
        "faser": phase_times(programme),
    }


def document_context(shared: Tags, receiver: Participant | None, title: str) -> dict[str, Any]:
    """The whole vocabulary for one document; ``modtager`` and ``andre`` only where there is a receiver.

    The receiver need not be at the table: the GP is not.
    """
    letter = {name: value for name, value in shared["brev"].items() if name != _HAD_ONE}
    if receiver is None or receiver.nr not in shared["brev"][_HAD_ONE]:
        letter |= NOTHING_REPLACED
    context = {**shared, "brev": letter, "dokument": {"titel": title}}
    if receiver:
        table = shared["deltagere"]
        context["modtager"] = receiver_tags(receiver, table)
        context["andre"] = [person for person in table if person["nr"] != receiver.nr]
        context["kontakt"] = contact_for(receiver.name, shared["kontakt"], shared["institution"])
    return context


def _letter(planned: PlannedMeeting, house: Institution) -> dict[str, Any]:
    written = planned.stamp.date()
    deadline = planned.meeting.date - dt.timedelta(days=house.reply_days)
    return {
        "dato": danish.date(written),
        "svarfrist": danish.full_date(deadline),
        "svarfrist_overskredet": deadline < written,
        **_replaced(planned),
        _HAD_ONE: planned.replaces.receivers if planned.replaces else (),
    }


def _replaced(planned: PlannedMeeting) -> dict[str, str]:
    """The letter that this one takes the place of, and the meeting's old time and place where they differ."""
    if planned.replaces is None:
        return NOTHING_REPLACED
    before, now = planned.replaces.told, planned.meeting
    has_moved = (before.date, before.start, before.length) != (now.date, now.start, planned.length)
    place = danish.one_line(before.place)
    return {
        "erstatter": danish.date(planned.replaces.on),
        "flyttet_fra": when(before) if has_moved else "",
        "sted_foer": place if place != danish.one_line(now.place) else "",
    }


def when(told: Told) -> str:
    """``tirsdag den 3. februar 2026 kl. 10.00–11.00``."""
    end = danish.minutes_after(told.start, told.length)
    return f"{danish.full_date(told.date)} {danish.span(told.start, end)}"


def appointment(meeting: Meeting, kind: MeetingType, length: int) -> dict[str, str]:
    """What a meeting is, when and where: the part of ``moede`` that other documents say too."""
    end = danish.minutes_after(meeting.start, length)
    return {
        "nr": meeting.nr,
        "titel": kind.title,
        "dato": danish.full_date(meeting.date),
        "ugedag": danish.weekday(meeting.date),
        "tid": danish.span(meeting.start, end),
        "varighed": danish.length(length),
        "sted": danish.one_line(meeting.place),  # it stands inside sentences
    }


def _meeting(planned: PlannedMeeting) -> dict[str, str]:
    meeting = planned.meeting
    return appointment(meeting, planned.kind, planned.length) | {
        "type": planned.kind.name,
        "forum": meeting.forum.value if meeting.forum else "",
        "start": danish.at(meeting.start),
        "slut": danish.at(danish.minutes_after(meeting.start, planned.length)),
        "link": meeting.link,
        "praktisk": meeting.practical,
        "tema": danish.one_line(meeting.theme),  # it stands in a box
        # An interval of ISO 8601, for programs: 2026-02-03T10:00/PT60M.
        "tidsrum": f"{dt.datetime.combine(meeting.date, meeting.start):%Y-%m-%dT%H:%M}/PT{planned.length}M",
    }


def _efforts(efforts: Sequence[Effort]) -> list[dict[str, Any]]:
    """One line each: they stand in the rows of a table."""
    return [
        {
            "nr": number,
            "indsats": danish.one_line(effort.effort),
            "art": effort.kind.value if effort.kind else "",
            "formaal": danish.one_line(effort.purpose),
            "start": danish.date(effort.start),
            "slut": danish.date(effort.end) if effort.end else "",
            "timer": "" if effort.hours is None else danish.number(effort.hours),
        }
        for number, effort in enumerate(efforts, start=1)
    ]


def _agreed(decisions: Sequence[OpenDecision]) -> list[dict[str, Any]]:
    """What is still open from earlier meetings, a row of a table each."""
    return [
        {
            "tekst": one.text,
            "ansvarlig": danish.one_line(one.responsible),
            "frist": danish.date(one.deadline) if one.deadline else "",
            "over_frist": one.is_overdue,
        }
        for one in decisions
    ]
