"""What the tags of a Word template can say: a planned meeting as plain Danish text.

The vocabulary is the same for every template; ``docs/skabeloner.md`` lists it for those who edit
templates in Word. Blank values are ``""``, so that ``{%p if moede.praktisk %}`` works.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from docgen import danish
from docgen.documents.phases import phase_times
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
        context["kontakt"] = _contact_for(receiver, shared)
    return context


def _institution(house: Institution) -> dict[str, str]:
    return {
        "navn": house.name,
        "adresse": house.address,
        "postnr": house.postcode,
        "by": house.city,
        "adresselinje": danish.joined((house.address, danish.town(house.postcode, house.city))),
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
        # One line each: a place stands inside sentences, a theme in its box.
        "sted": danish.one_line(meeting.place),
        "link": meeting.link,
        "praktisk": meeting.practical,
        "tema": danish.one_line(meeting.theme),
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
    """In the table's order; ``betegnelse`` and ``beskrivelse`` say each of them and nobody else."""
    seated = planned.seating.participants
    namesakes = Counter(participant.name for participant in seated)
    people = [
        _person(who)
        | {
            "betegnelse": _handle(who, namesakes[who.name] == 1),
            "leder_moedet": who == planned.seating.facilitator,
        }
        for who in seated
    ]
    for key in ("organisation", "titel"):
        _tell_apart(people, [person[key] for person in people])
    _tell_apart(people, [f"({person['nr']})" for person in people], " ")
    return people


def _tell_apart(people: Sequence[dict[str, Any]], marks: Sequence[str], separator: str = ", ") -> None:
    """Adds its mark to each description that several share, where the marks differ among them."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, person in enumerate(people):
        alike[person["beskrivelse"]].append(index)
    for group in alike.values():
        if len({marks[index] for index in group}) == len(group) > 1:
            for index in group:
                person = people[index]
                person["beskrivelse"] = danish.joined((person["beskrivelse"], marks[index]), separator)


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
    return danish.lines(who.name, organisation, who.address, danish.town(who.postcode, who.city))


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


def _contact_for(receiver: Participant, shared: Context) -> Mapping[str, str]:
    """The meeting's contact, else the sender, else the house: nobody is told to call themself."""
    house = shared["institution"]
    others = (shared["kontakt"], _sender(house), _sender({**house, "afsender": ""}))
    name = receiver.name.casefold()
    return next((one for one in others if one["navn"].casefold() != name), others[-1])


def _sender(house: Mapping[str, str]) -> dict[str, str]:
    return {"navn": house["afsender"] or house["navn"], "telefon": house["telefon"], "email": house["email"]}
