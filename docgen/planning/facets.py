"""What a meeting's files show, facet by facet: by these one tells that it has changed, and in what.

A facet is a short text under a name: what stands there where it is no secret and is needed again (a date, a
place), else a fingerprint. The same content gives the same facets, and other content others.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.meetingtypes.definition import MeetingType
from docgen.model import Answer, EnvelopeWindow, Institution, Resident
from docgen.planning.decisions.opendecision import OpenDecision
from docgen.planning.judging import Case
from docgen.planning.logo import Logo
from docgen.planning.paperwork import PlannedDocument
from docgen.planning.participants import Participant

Facets = Mapping[str, str]

# What documents and calendar entries can show of each row; a change anywhere else changes no file.
_OF_HOUSE = ("name", "address", "postcode", "city", "phone", "email", "sender", "sender_title", "calendar_id",
             "domain", "reply_days", "names_in_calendar")  # fmt: skip
_OF_RESIDENT = ("first_name", "last_name", "address", "postcode", "city", "goal")
_OF_RECEIVER = ("nr", "name", "title", "organisation", "address", "postcode", "city")
_OF_EFFORT = ("effort", "kind", "purpose", "start", "end", "hours")
_OF_LEADER = ("nr", "phone", "email")

TOLD = ("date", "start", "length", "place", "link", "practical", "theme", "people")
"""What those who are invited must hear of when it changes."""
_IN_CALENDAR = ("date", "start", "length", "place", "link", "title", "organizer", "people")
"""What a calendar entry is of; ``people`` because one who is taken out, and back in, must follow too."""
_BESIDE_LETTERS = ("answers", "decisions", "papers")
"""What letters and invites say nothing of."""


def facets_of(
    house: Institution,
    logo: Logo | None,
    kind: MeetingType,
    case: Case,
    documents: Sequence[PlannedDocument],
    answers: Sequence[Answer] = (),
) -> Facets:
    """The facets of one meeting; ``documents`` are those that are to be written now."""
    meeting, seating, leader = case.meeting, case.seating, case.seating.facilitator
    return {
        "nr": meeting.nr,
        "type": kind.name,
        "resident": case.resident.nr if case.resident else "",
        "date": meeting.date.isoformat(),
        "start": meeting.start.isoformat("minutes"),
        "length": str(case.length),
        "place": meeting.place,
        "title": calendar_title(kind, case.resident, house),
        "link": _print(meeting.link),
        "practical": _print(meeting.practical),
        "theme": _print(meeting.theme),
        "forum": str(meeting.forum or ""),
        "people": " ".join(sorted(one.nr for one in seating.participants)),
        "table": _print([_participant(one) for one in seating.participants]),
        "informed": _print([_participant(one) for one in seating.informed]),
        "leader": _print(_shown(leader.who, _OF_LEADER) if leader else ()),
        "about": _print(_shown(case.resident, _OF_RESIDENT) if case.resident else ()),
        "efforts": _print([_shown(effort, _OF_EFFORT) for effort in case.efforts]),
        "answers": _print([(answer.person, str(answer.reply)) for answer in answers]),
        "decisions": _print([_decision(one) for one in case.agreed]),
        "organizer": _print((house.email, house.name)),
        "house": _print((*_shown(house, _OF_HOUSE), logo.fingerprint if logo else "", *_window(house))),
        "templates": kind.fingerprint,
        "letters": _print([(one.file, one.rule.file) for one in documents if one.receiver]),
        "papers": _print([(one.file, one.rule.file) for one in documents]),
    }


def calendar_title(kind: MeetingType, resident: Resident | None, house: Institution) -> str:
    """What a meeting is called in calendars: by its type, with a name only where names are turned on."""
    title: str = kind.words.get("kalender.titel") or kind.title
    return f"{title}: {resident.name}" if house.names_in_calendar and resident else title


def fingerprint(facets: Facets) -> str:
    """Equal for equal facets only."""
    return _print(sorted(facets.items()))


def message(facets: Facets) -> Facets:
    """The facets of which letters and invites say something: when these change, they are dated anew."""
    return {name: value for name, value in facets.items() if name not in _BESIDE_LETTERS}


def changed(before: Facets, now: Facets, among: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of the facets that differ, in their own order; of those ``among`` only, if any are given.

    A facet that an older version did not know is no change.
    """
    names = tuple(among) or tuple(now)
    return tuple(name for name in names if name in before and before[name] != now.get(name, ""))


def in_calendar(before: Facets, now: Facets) -> bool:
    """Whether a calendar entry that was made of ``before`` says something else now."""
    return bool(changed(before, now, _IN_CALENDAR))


@dataclass(frozen=True, slots=True)
class Told:
    """When and where a meeting was to be, as people were told. ``length`` is in minutes."""

    date: dt.date
    start: dt.time
    length: int
    place: str
    title: str

    @classmethod
    def of(cls, facets: Facets) -> Told:
        """What these facets say. Raises ``ValueError`` or ``KeyError`` for facets of no meeting."""
        return cls(
            dt.date.fromisoformat(facets["date"]),
            dt.time.fromisoformat(facets["start"]),
            int(facets["length"]),
            facets["place"],
            facets["title"],
        )


def _print(value: object) -> str:
    """A fingerprint of texts, and of lists and tuples of texts: Python writes no two of those alike."""
    return hashlib.sha256(repr(value).encode("utf-8", "backslashreplace")).hexdigest()


def _participant(participant: Participant) -> tuple[str, ...]:
    return (participant.label, *_shown(participant.who, _OF_RECEIVER))


def _decision(one: OpenDecision) -> tuple[str, ...]:
    """What an agenda shows of a decision; that its deadline passes makes another agenda too."""
    return one.text, one.responsible, str(one.deadline or ""), str(one.is_overdue)


def _window(house: Institution) -> tuple[str, ...]:
    """Where the address stands; nothing of the usual window, which older ledgers know nothing of."""
    return () if house.window == EnvelopeWindow() else (str(house.window),)


def _shown(row: object, attributes: Sequence[str]) -> tuple[str, ...]:
    """These attributes of a row; ``""`` for one that it does not have (a resident has no title)."""
    return tuple(str(getattr(row, attribute, "")) for attribute in attributes)
