"""Who sits at the table: the type's rules, the resident's row, extra people, people left out, consent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen import danish
from docgen.findings import Finding, Place
from docgen.i18n import N_
from docgen.meetingtypes.definition import COLUMNS, RESIDENT, Audience, MeetingType
from docgen.model import Meeting, Person, Resident, Role
from docgen.planning.register import Register

LEADS = N_("leads the meeting")
ADDED = N_("added under Deltagere")
FACILITATOR = "mødeleder"


@dataclass(frozen=True, slots=True)
class Participant:
    """One person at the table: as whom (``label``, Danish), and why (``reason``)."""

    who: Resident | Person
    label: str
    reason: str

    @property
    def nr(self) -> str:
        return self.who.nr

    @property
    def name(self) -> str:
        return self.who.name

    @property
    def audience(self) -> Audience:
        """Which kind of letter this person gets."""
        if isinstance(self.who, Resident):
            return Audience.RESIDENT
        return Audience.PRIVATE if self.who.role.is_private else Audience.STAFF


# A resident's number, and that of somebody who may be named with their consent.
Consent = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seating:
    """Who comes to a meeting, the resident first, and who leads it (``None`` when nobody does).

    ``unknown`` are numbers that a cell names and no readable row has.
    """

    participants: tuple[Participant, ...] = ()
    facilitator: Participant | None = None
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """Somebody that a cell names, before it is asked whether they may come."""

    nr: str
    label: str
    reason: str
    cell: Place


@dataclass(frozen=True, slots=True)
class _Chair:
    """A person who comes, why, and as what: ``labels`` grow with every claim that says something new."""

    who: Person
    reason: str
    labels: list[str]

    def taken(self) -> Participant:
        return Participant(self.who, danish.enumeration(self.labels), self.reason)


def seat(meeting: Meeting, kind: MeetingType, register: Register) -> Seating:
    """The participants of one meeting with their reasons; nobody is guessed.

    A person who belongs to the resident's private life comes only with the resident's consent, whichever
    column names them, and the finding names the cell alone. A GP never has a seat (guide
    "Gode ressourceforløb af høj kvalitet", element 4). A required role that nobody fills is a warning.
    """
    resident = register.residents.get(meeting.resident)
    away = {nr.casefold() for nr in meeting.absent}
    named = _named_leader(meeting, register)
    claims = [claim for claim in _claims(meeting, kind, resident, named) if claim.nr.casefold() not in away]
    leader = named.nr if named else _leader_by_rule(kind, resident)
    findings: list[Finding] = []
    chairs: dict[str, _Chair] = {}
    for claim in claims:
        person = register.people.get(claim.nr)
        if person is None:
            continue
        refusal = _refusal(claim, person, resident)
        if refusal:
            findings.append(refusal)
        else:
            _take_chair(chairs, person, claim)
    findings += _unfilled(kind, resident)
    if not leader or leader.casefold() in away:  # one who is unknown or refused has a finding already
        findings.append(Finding.of("W-083", meeting.at.place("Mødeleder")))
    seated = {nr: chair.taken() for nr, chair in chairs.items()}
    comes = resident and kind.about_resident and not away & {"beboer", resident.nr.casefold()}
    first = (_as_themself(resident, kind),) if resident and comes else ()
    unknown = tuple(claim.nr for claim in claims if claim.nr not in register.people)
    return Seating((*first, *seated.values()), seated.get(leader), tuple(findings), unknown)


def _as_themself(resident: Resident, kind: MeetingType) -> Participant:
    rule = next((rule for rule in kind.participants if rule.heading == RESIDENT), None)
    return Participant(resident, rule.label if rule else "", rule.reason if rule else "")


def numbers_under(resident: Resident, heading: str) -> tuple[str, ...]:
    """The numbers that stand in this column of the resident's row; none for a column without numbers."""
    value: str | tuple[str, ...] = getattr(resident, COLUMNS[heading]) if heading in COLUMNS else ()
    return (value,) * bool(value) if isinstance(value, str) else value


def _named_leader(meeting: Meeting, register: Register) -> _Claim | None:
    """Who leads by the meeting's own row, or else by its course's."""
    course = register.courses.get(meeting.course)
    for row in (meeting, course):
        if row and row.facilitator:
            return _Claim(row.facilitator, FACILITATOR, LEADS, row.at.place("Mødeleder"))
    return None


def _leader_by_rule(kind: MeetingType, resident: Resident | None) -> str:
    if resident is None:
        return ""
    headings = (rule.heading for rule in kind.participants if rule.facilitates)
    return next((nr for heading in headings for nr in numbers_under(resident, heading)), "")


def _claims(
    meeting: Meeting, kind: MeetingType, resident: Resident | None, leader: _Claim | None
) -> Iterator[_Claim]:
    if resident:
        for rule in kind.participants:
            for nr in numbers_under(resident, rule.heading):
                yield _Claim(nr, rule.label, rule.reason, resident.at.place(rule.heading))
    if leader:
        yield leader
    for nr in meeting.extra:
        yield _Claim(nr, "", ADDED, meeting.at.place("Deltagere"))


def _take_chair(chairs: dict[str, _Chair], person: Person, claim: _Claim) -> None:
    """Gives the person a chair, or a further label; a leader who is seated already keeps theirs."""
    chair = chairs.get(person.nr)
    if chair is None:
        chairs[person.nr] = _Chair(person, claim.reason, [claim.label or person.role.value.lower()])
    elif claim.label not in ("", FACILITATOR, *chair.labels):
        chair.labels.append(claim.label)


def _refusal(claim: _Claim, person: Person, resident: Resident | None) -> Finding | None:
    """Why this person may not come, or ``None``. The finding names the cell, never the person."""
    if person.role is Role.GP:
        return Finding.of("W-082", claim.cell)
    if person.role.is_private and (resident is None or person.nr not in resident.consents):
        return Finding.of("W-081", claim.cell)
    return None


def _unfilled(kind: MeetingType, resident: Resident | None) -> Iterator[Finding]:
    if resident is None:
        return
    for rule in kind.participants:
        if rule.required and rule.heading in COLUMNS and not numbers_under(resident, rule.heading):
            yield Finding.of("W-084", resident.at.place(rule.heading), role=rule.label, type=kind.title)
