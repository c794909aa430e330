"""The people of a meeting as tags can say them: the table, the leader, a receiver, whom to call."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from docgen import danish
from docgen.model import Institution, Person, Resident
from docgen.planning import Participant, PlannedMeeting
from docgen.planning.addressing import address_lines

Tags = Mapping[str, Any]

# A content control's title holds 64 characters in Word. Up to 18 are the field's own ("Godkendte temaet: "),
# and a number of up to 20 may have to go in too.
_LONG = 22


def house_tags(house: Institution) -> dict[str, str]:
    """``institution``."""
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


def resident_tags(resident: Resident | None) -> dict[str, str]:
    """``beboer``: blank values in a group meeting."""
    if resident is None:
        return dict.fromkeys(("nr", "navn", "fornavn", "adresselinje", "maal"), "")
    return {
        "nr": resident.nr,
        "navn": resident.name,
        "fornavn": resident.first_name,
        "adresselinje": danish.joined((resident.address, danish.town(resident.postcode, resident.city))),
        "maal": danish.one_line(resident.goal),
    }


def table_tags(planned: PlannedMeeting) -> list[dict[str, Any]]:
    """``deltagere``, in the table's order.

    ``betegnelse`` and ``beskrivelse`` say each of them and nobody else.
    """
    seated = planned.seating.participants
    answers = {answer.person: answer.reply.value for answer in planned.answers}
    namesakes = Counter(participant.name for participant in seated)
    people = [
        _person(who)
        | {
            "betegnelse": _handle(who, namesakes[who.name] == 1),
            "leder_moedet": who == planned.seating.facilitator,
            "svar": _small(answers.get(who.nr, "")),
        }
        for who in seated
    ]
    for key in ("organisation", "titel"):
        _tell_apart(people, [person[key] for person in people])
    _tell_apart(people, [f"({person['nr']})" for person in people], " ")
    return people


def receiver_tags(receiver: Participant, table: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """``modtager``: somebody at the table, or one who only receives the document."""
    person = next((person for person in table if person["nr"] == receiver.nr), None)
    if person is None:
        person = _person(receiver) | {"betegnelse": _handle(receiver, only_one=True)}
        person |= {"leder_moedet": False, "svar": ""}
    return person | {"adresselinjer": address_lines(receiver.who)}


def leader_tags(leader: Participant | None) -> dict[str, str]:
    """``moedeleder``: blank values when nobody leads the meeting."""
    keys = ("nr", "navn", "rolle", "titel", "organisation")
    if leader is None:
        return dict.fromkeys((*keys, "telefon", "email"), "")
    person = _person(leader)
    return {key: person[key] for key in keys} | {"telefon": leader.who.phone, "email": leader.who.email}


def contact_tags(leader: Participant | None, house: Institution) -> dict[str, str]:
    """``kontakt``: the facilitator, if others may ring them; else the sender."""
    if leader and leader.takes_calls:
        return {"navn": leader.name, "telefon": leader.who.phone, "email": leader.who.email or house.email}
    return _sender(house_tags(house))


def contact_for(name: str, contact: Tags, house: Tags) -> Tags:
    """The meeting's contact, else the sender, else the house: nobody is told to call themself."""
    others = (contact, _sender(house), _sender({**house, "afsender": ""}))
    own = name.casefold()
    return next((one for one in others if one["navn"].casefold() != own), others[-1])


def _sender(house: Tags) -> dict[str, str]:
    return {"navn": house["afsender"] or house["navn"], "telefon": house["telefon"], "email": house["email"]}


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


def _small(text: str) -> str:
    """With a small first letter, to stand within a sentence."""
    return text[:1].lower() + text[1:]


def _first_name(name: str) -> str:
    """The first of two names. Of three or more it cannot be known how many are first names: then all."""
    first, _, rest = name.partition(" ")
    return name if " " in rest else first


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
