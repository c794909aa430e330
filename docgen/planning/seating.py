"""How a table fills up: claims to a seat, people left out, consent, and who leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen import danish
from docgen.findings import Finding, Place
from docgen.i18n import N_
from docgen.meetingtypes.definition import Audience, MeetingType
from docgen.meetingtypes.seats import RESIDENT
from docgen.model import Meeting, Person, Resident, Role
from docgen.planning.claims import Claim, claims, leader_by_rule, named_leader, unfilled
from docgen.planning.consent import may_come, needs_consent, refusal
from docgen.planning.paperwork import is_written_to
from docgen.planning.participants import Participant, Seating
from docgen.planning.register import Register

RECEIVES = N_("Receives the recommendation and the plan; has no seat.")


def seat(meeting: Meeting, kind: MeetingType, register: Register) -> Seating:
    """The participants of one meeting with their reasons; nobody is guessed.

    A person who belongs to the resident's private life comes only with the resident's consent, whichever
    column names them, and the finding names the cell alone. A required role that nobody fills is a warning.
    A group meeting has no resident, whatever its row says.
    """
    resident = register.residents.get(meeting.resident) if kind.about_resident else None
    table = _Table(meeting, resident, register)
    for claim in claims(meeting, kind, resident, register):
        table.receive(claim)
    if resident:
        table.findings += unfilled(meeting, kind, resident, register.house, table.is_away)
    elif not kind.about_resident and not meeting.extra:
        table.findings.append(Finding.of("W-097", meeting.at.place("Deltagere")))
    informed = tuple(_informed(kind, table))
    named = named_leader(meeting, register)
    leader = table.leader(named.nr if named else leader_by_rule(kind, resident, register.house), kind)
    participants = (*_themself(kind, table), *table.seated())
    table.findings += _missed_out(kind, table, participants)
    return Seating(participants, leader, informed, tuple(table.findings), tuple(table.unknown))


@dataclass(frozen=True, slots=True)
class _Chair:
    """A person who comes, why, and as what: ``labels`` grow with every claim that says something new.

    ``cell`` is the one that named them first.
    """

    who: Person
    reason: str
    by_consent: bool
    cell: Place
    labels: list[str]

    def taken(self) -> Participant:
        return Participant(self.who, danish.enumeration(self.labels), self.reason, self.by_consent)


@dataclass(slots=True)
class _Table:
    """The table of one meeting while it fills up; ``explained`` are those whose empty chair has a finding."""

    meeting: Meeting
    resident: Resident | None
    register: Register
    chairs: dict[str, _Chair] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    explained: set[str] = field(default_factory=set)

    def is_away(self, nr: str) -> bool:
        """Whether the row leaves this person out; numbers are the same as in any other reference."""
        return nr in self.meeting.absent

    def is_resident_away(self) -> bool:
        """Whether the row leaves the resident out, by number or as ``beboer``, in letters of any case."""
        absent = {name.casefold() for name in self.meeting.absent}
        names = (RESIDENT, self.resident.nr) if self.resident else ()
        return any(name.casefold() in absent for name in names)

    def receive(self, claim: Claim) -> None:
        """Gives the person a chair, or says why not."""
        person = self.register.people.get(claim.nr)
        if self.is_away(claim.nr):
            self._miss(claim, person)
        elif person is None:
            self._wonder(claim)
        elif may_come(person, self.resident):
            self._take_chair(person, claim)
        elif found := refusal(claim, person):
            self.findings.append(found)
            self.explained.add(claim.nr)

    def _wonder(self, claim: Claim) -> None:
        """Notes one whose row cannot be read, unless they are only listed and would not come anyway."""
        consents = self.resident.consents if self.resident else ()
        if not claim.is_listing or claim.nr in consents:
            self.unknown.append(claim.nr)
            self.explained.add(claim.nr)

    def _miss(self, claim: Claim, person: Person | None) -> None:
        """A warning where the row leaves out somebody who always takes part."""
        if claim.always and person and may_come(person, self.resident):
            self.findings.append(
                Finding.of("W-099", self.meeting.at.place("Deltager ikke"), role=claim.label)
            )

    def _take_chair(self, person: Person, claim: Claim) -> None:
        """A chair, or a further label for one who is seated already."""
        chair = self.chairs.get(person.nr)
        if chair is None:
            consent = needs_consent(person, self.resident)
            label = claim.label or _called(person, by_consent=consent)
            self.chairs[person.nr] = _Chair(person, claim.reason, consent, claim.cell, [label])
        elif claim.label not in ("", *chair.labels):
            chair.labels.append(claim.label)

    def leader(self, nr: str, kind: MeetingType) -> Participant | None:
        """Who leads, if they come; a warning when nobody does and nothing has been said of it yet.

        Where it is the resident who is missing, their leader cannot be known.
        """
        if nr in self.chairs:
            return self.chairs[nr].taken()
        is_known = bool(nr or self.resident) or not kind.about_resident
        if is_known and nr not in self.explained:
            self.findings.append(Finding.of("W-083", self.meeting.at.place("Mødeleder")))
        return None

    def seated(self) -> Iterator[Participant]:
        for chair in self.chairs.values():
            yield chair.taken()


def _called(person: Person, *, by_consent: bool) -> str:
    """What somebody is called whom no rule names: their title, or their role.

    Of the resident's own people the role alone: how near they are is nobody else's business.
    """
    return (person.title if not by_consent else "") or person.role.value.lower()


def _themself(kind: MeetingType, table: _Table) -> Iterator[Participant]:
    """The resident, unless the row leaves them out."""
    resident = table.resident
    if resident is None:
        return
    rule = next((rule for rule in kind.participants if rule.heading == RESIDENT), None)
    if not table.is_resident_away():
        yield Participant(resident, rule.label if rule else "", rule.reason if rule else "")
    elif rule and rule.always:
        place = table.meeting.at.place("Deltager ikke")
        table.findings.append(Finding.of("W-099", place, role=rule.label))


def _missed_out(kind: MeetingType, table: _Table, participants: Iterable[Participant]) -> Iterator[Finding]:
    """A warning for each at the table whom the type has no letter for, at the cell that names them."""
    for one in participants:
        if not is_written_to(kind, one):
            chair = table.chairs.get(one.nr)
            cell = chair.cell if chair else table.meeting.at.place(RESIDENT)
            yield Finding.of("W-220", cell, type=kind.title, audience=one.audience.value)


def _informed(kind: MeetingType, table: _Table) -> Iterator[Participant]:
    """The GP, where the type has a letter for one and the resident has said yes. Without that, nothing."""
    resident = table.resident
    if resident is None or not any(rule.audience is Audience.GP for rule in kind.documents):
        return
    if resident.gp not in resident.consents or table.is_away(resident.gp):
        return
    person = table.register.people.get(resident.gp)
    if person is None:
        table.unknown.append(resident.gp)
    elif person.role is Role.GP:
        yield Participant(person, person.role.value.lower(), RECEIVES, by_consent=True)
