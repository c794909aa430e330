"""What the tags of a Word template can say: a planned meeting as plain Danish text.

The vocabulary is the same for every template; ``docs/skabeloner.md`` lists it for those who edit
templates in Word. Blank values are ``""``, so that ``{%p if moede.praktisk %}`` works.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

from docgen import danish
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Institution, Person, Resident
from docgen.planning import Participant, PlannedMeeting

Context = Mapping[str, Any]

# A content control's title holds 64 characters in Word. Up to 18 are the field's own ("Godkendte temaet: "),
# and a number of up to 20 may have to go in too.
_LONG = 22


def meeting_context(planned: PlannedMeeting, institution: Institution) -> dict[str, Any]:
    """The part of the vocabulary that is the same in every document of the meeting."""
    participants = _participants(planned)
    return {
        "institution": _institution(institution),
        "brev": _letter(planned, institution),
        "beboer": _resident(planned.resident),
        "moede": _meeting(planned),
        "moedeleder": _leader(planned.seating.facilitator),
        "kontakt": _contact(planned.seating.facilitator, institution),
        "deltagere": participants,
        "faser": phase_times(planned.kind, planned.meeting.start, planned.length),
    }


def document_context(shared: Context, receiver: Participant | None, title: str) -> dict[str, Any]:
    """The whole vocabulary for one document; ``modtager`` and ``andre`` only where there is a receiver."""
    context = {**shared, "dokument": {"titel": title}}
    if receiver:
        everybody = shared["deltagere"]
        (themself,) = (person for person in everybody if person["nr"] == receiver.nr)
        context["modtager"] = themself | {"adresselinjer": _address(receiver)}
        context["andre"] = [person for person in everybody if person is not themself]
        if receiver.nr == shared["moedeleder"]["nr"]:  # nobody is told to call themself
            context["kontakt"] = _sender(shared["institution"])
    return context


def phase_times(kind: MeetingType, start: dt.time, length: int) -> dict[str, dict[str, Any]]:
    """When each phase begins and ends, in proportion to the meeting's length, in whole five minutes.

    The phases fill the meeting without gaps; the last one ends when the meeting does. Meetings too short
    for steps of five minutes are divided by the minute.
    """
    total = sum(phase.minutes for phase in kind.phases) or 1
    step = 5 if length % 5 == 0 and length >= 5 * len(kind.phases) else 1
    least = step if length >= len(kind.phases) else 0
    edges, passed = [0], 0
    for left, phase in zip(range(len(kind.phases) - 1, -1, -1), kind.phases, strict=True):
        passed += phase.minutes
        # Rounded half up to the step. No phase loses all its time, if there are minutes enough.
        edge = (2 * passed * length + total * step) // (2 * total * step) * step
        edges.append(max(edges[-1] + least, min(edge, length - left * least)))
    times = {}
    for phase, first, last in zip(kind.phases, edges, edges[1:], strict=False):
        begins, ends = danish.minutes_after(start, first), danish.minutes_after(start, last)
        times[phase.key] = {
            "start": danish.clock(begins),
            "slut": danish.clock(ends),
            "tid": danish.span(begins, ends),
            "minutter": last - first,
        }
    return times


def _institution(house: Institution) -> dict[str, str]:
    return {
        "navn": house.name,
        "adresse": house.address,
        "postnr": house.postcode,
        "by": house.city,
        "adresselinje": danish.joined((house.address, f"{house.postcode} {house.city}".strip())),
        "telefon": house.phone,
        "email": house.email,
        "afsender": house.sender,
        "afsender_titel": house.sender_title,
        "kalender_id": house.calendar_id,
    }


def _letter(planned: PlannedMeeting, house: Institution) -> dict[str, Any]:
    written = planned.stamp.date()
    deadline = planned.meeting.date - dt.timedelta(days=house.reply_days)
    return {
        "dato": danish.date(written),
        "svarfrist": danish.full_date(deadline),
        "svarfrist_overskredet": deadline < written,
    }


def _resident(resident: Resident | None) -> dict[str, str]:
    if resident is None:
        return {"nr": "", "navn": "", "fornavn": ""}
    return {"nr": resident.nr, "navn": resident.name, "fornavn": resident.first_name}


def _meeting(planned: PlannedMeeting) -> dict[str, str]:
    meeting = planned.meeting
    end = danish.minutes_after(meeting.start, planned.length)
    return {
        "nr": meeting.nr,
        "titel": planned.kind.title,
        "type": planned.kind.name,
        "dato": danish.full_date(meeting.date),
        "ugedag": danish.weekday(meeting.date),
        "start": danish.at(meeting.start),
        "slut": danish.at(end),
        "tid": danish.span(meeting.start, end),
        "varighed": danish.length(planned.length),
        "sted": meeting.place,
        "link": meeting.link,
        "praktisk": meeting.practical,
        "tema": meeting.theme,
    }


def _person(participant: Participant) -> dict[str, Any]:
    who = participant.who
    return {
        "nr": who.nr,
        "navn": who.name,
        "fornavn": who.first_name if isinstance(who, Resident) else _first_name(who.name),
        "rolle": participant.label,
        "titel": who.title if isinstance(who, Person) else "",
        "organisation": who.organisation if isinstance(who, Person) else "",
        "beskrivelse": danish.joined((who.name, participant.label)),
        "er_beboer": isinstance(who, Resident),
    }


def _first_name(name: str) -> str:
    """The first of two names. Of three or more it cannot be known how many are first names: then all."""
    first, _, rest = name.partition(" ")
    return name if " " in rest else first


def _participants(planned: PlannedMeeting) -> list[dict[str, Any]]:
    """The participants in the table's order; ``betegnelse`` names each of them and nobody else."""
    seated = planned.seating.participants
    namesakes = Counter(participant.name for participant in seated)
    return [
        _person(who)
        | {
            "betegnelse": _handle(who, namesakes[who.name] == 1),
            "leder_moedet": who == planned.seating.facilitator,
        }
        for who in seated
    ]


def _handle(participant: Participant, only_one: bool) -> str:
    """The name; with the number for namesakes, and cut short where Word would not take it as a title."""
    name = participant.name
    if only_one and len(name) <= _LONG:
        return name
    return f"{name if len(name) <= _LONG else name[: _LONG - 1].rstrip() + '…'} ({participant.nr})"


def _address(receiver: Participant) -> list[str]:
    """The lines of the address: the name, the workplace of those who have one, street, postcode and city."""
    who = receiver.who
    organisation = who.organisation if isinstance(who, Person) else ""
    return danish.lines(who.name, organisation, who.address, f"{who.postcode} {who.city}".strip())


def _leader(leader: Participant | None) -> dict[str, str]:
    keys = ("nr", "navn", "rolle", "titel", "organisation")
    if leader is None:
        return dict.fromkeys((*keys, "telefon", "email"), "")
    person = _person(leader)
    return {key: person[key] for key in keys} | {"telefon": leader.who.phone, "email": leader.who.email}


def _contact(leader: Participant | None, house: Institution) -> dict[str, str]:
    """Whom to call: the facilitator, if they have a phone and are no resident; else the sender."""
    if leader and leader.who.phone and isinstance(leader.who, Person):
        return {"navn": leader.name, "telefon": leader.who.phone, "email": leader.who.email or house.email}
    return _sender(_institution(house))


def _sender(house: Mapping[str, str]) -> dict[str, str]:
    return {"navn": house["afsender"] or house["navn"], "telefon": house["telefon"], "email": house["email"]}
