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
from docgen.model import Effort, Institution
from docgen.planning import Participant, PlannedMeeting


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
        "program": programme,
        "faser": phase_times(programme),
    }


def document_context(shared: Tags, receiver: Participant | None, title: str) -> dict[str, Any]:
    """The whole vocabulary for one document; ``modtager`` and ``andre`` only where there is a receiver.

    The receiver need not be at the table: the GP is not.
    """
    context = {**shared, "dokument": {"titel": title}}
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
    }


def appointment(planned: PlannedMeeting) -> dict[str, str]:
    """What a meeting is, when and where: the part of ``moede`` that a list of meetings says too."""
    meeting = planned.meeting
    end = danish.minutes_after(meeting.start, planned.length)
    return {
        "nr": meeting.nr,
        "titel": planned.kind.title,
        "dato": danish.full_date(meeting.date),
        "ugedag": danish.weekday(meeting.date),
        "tid": danish.span(meeting.start, end),
        "varighed": danish.length(planned.length),
        "sted": danish.one_line(meeting.place),  # it stands inside sentences
    }


def _meeting(planned: PlannedMeeting) -> dict[str, str]:
    meeting = planned.meeting
    return appointment(planned) | {
        "type": planned.kind.name,
        "forum": meeting.forum.value if meeting.forum else "",
        "start": danish.at(meeting.start),
        "slut": danish.at(danish.minutes_after(meeting.start, planned.length)),
        "link": meeting.link,
        "praktisk": meeting.practical,
        "tema": danish.one_line(meeting.theme),  # it stands in a box
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
