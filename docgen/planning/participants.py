"""Who sits at the table: the type's rules, the resident's row, extra people, people left out, consent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen import danish
from docgen.findings import Finding
from docgen.i18n import N_
from docgen.meetingtypes.definition import Audience, MeetingType
from docgen.model import Meeting, Person, Resident, Role
from docgen.planning.register import Register

# Columns of Beboere that a rule may name, and where the resident keeps their numbers.
RESIDENT = "Beboer"
COLUMNS: dict[str, str] = {
    "Kontaktperson enhed": "unit_contacts",
    "Kontaktperson arbejdsplads": "workplace_contacts",
    "Udviklingsleder": "development_lead",
    "Leder": "leader",
    "Mentor": "mentor",
    "Koordinerende sagsbehandler": "case_coordinator",
    "Jobformidler": "job_broker",
    "Virksomhedskonsulent": "business_consultant",
    "Socialrådgiver": "social_worker",
    "Sundhedskoordinator": "health_coordinator",
    "Familierådgiver": "family_adviser",
    "Uddannelsesvejleder": "education_adviser",
}
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
    heading: str
    on_resident: bool


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
    leader = _leader_number(meeting, kind, resident, register)
    claims = [claim for claim in _claims(meeting, kind, resident, leader) if claim.nr.casefold() not in away]
    findings: list[Finding] = []
    chairs: dict[str, _Chair] = {}
    for claim in claims:
        person = register.people.get(claim.nr)
        if person is None:
            continue
        refusal = _refusal(claim, person, meeting, resident)
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


def _leader_number(meeting: Meeting, kind: MeetingType, resident: Resident | None, register: Register) -> str:
    """The meeting's row counts first, then the course, then the type's rule."""
    course = register.courses.get(meeting.course)
    named = meeting.facilitator or (course.facilitator if course else "")
    if named or resident is None:
        return named
    by_rule = (
        nr for rule in kind.participants if rule.facilitates for nr in numbers_under(resident, rule.heading)
    )
    return next(by_rule, "")


def _claims(meeting: Meeting, kind: MeetingType, resident: Resident | None, leader: str) -> Iterator[_Claim]:
    for rule in kind.participants:
        for nr in numbers_under(resident, rule.heading) if resident else ():
            yield _Claim(nr, rule.label, rule.reason, rule.heading, on_resident=True)
    if leader:
        # A course names its leader on a sheet of its own; the meeting's row is where people look.
        yield _Claim(leader, FACILITATOR, LEADS, "Mødeleder", on_resident=False)
    for nr in meeting.extra:
        yield _Claim(nr, "", ADDED, "Deltagere", on_resident=False)


def _take_chair(chairs: dict[str, _Chair], person: Person, claim: _Claim) -> None:
    """Gives the person a chair, or a further label; a leader who is seated already keeps theirs."""
    chair = chairs.get(person.nr)
    if chair is None:
        chairs[person.nr] = _Chair(person, claim.reason, [claim.label or person.role.value.lower()])
    elif claim.label not in ("", FACILITATOR, *chair.labels):
        chair.labels.append(claim.label)


def _refusal(claim: _Claim, person: Person, meeting: Meeting, resident: Resident | None) -> Finding | None:
    """Why this person may not come, or ``None``. The finding names the cell, never the person."""
    row = resident.at if claim.on_resident and resident else meeting.at
    if person.role is Role.GP:
        return Finding.of("W-082", row.place(claim.heading))
    if person.role.is_private and (resident is None or person.nr not in resident.consents):
        return Finding.of("W-081", row.place(claim.heading))
    return None


def _unfilled(kind: MeetingType, resident: Resident | None) -> Iterator[Finding]:
    if resident is None:
        return
    for rule in kind.participants:
        if rule.required and rule.heading in COLUMNS and not numbers_under(resident, rule.heading):
            yield Finding.of("W-084", resident.at.place(rule.heading), role=rule.label, type=kind.title)
