"""Who sits at the table, and who only hears of the meeting: the values that planning hands on."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.findings import Finding
from docgen.meetingtypes.definition import Audience
from docgen.model import Person, Resident, Role
from docgen.planning.claims import LEADS


@dataclass(frozen=True, slots=True)
class Participant:
    """One person at the table: as whom (``label``, Danish), and why (``reason``).

    ``by_consent`` says that they are there because the resident allows it.
    """

    who: Resident | Person
    label: str
    reason: str
    by_consent: bool = False

    @property
    def nr(self) -> str:
        return self.who.nr

    @property
    def name(self) -> str:
        return self.who.name

    @property
    def takes_calls(self) -> bool:
        """Whether letters may ask others to ring this person: the telephone of a resident is their own."""
        return isinstance(self.who, Person) and bool(self.who.phone)

    @property
    def audience(self) -> Audience:
        """Which kind of letter this person gets."""
        if isinstance(self.who, Resident):
            return Audience.RESIDENT
        if self.who.role is Role.GP:
            return Audience.GP
        return Audience.PRIVATE if self.by_consent else Audience.STAFF


@dataclass(frozen=True, slots=True)
class Seating:
    """Who comes to a meeting, the resident first, and who leads it (``None`` when nobody does).

    ``informed`` get a letter and have no seat: the GP. ``unknown`` are numbers that a cell names and no
    readable row has.
    """

    participants: tuple[Participant, ...] = ()
    facilitator: Participant | None = None
    informed: tuple[Participant, ...] = ()
    findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()

    def reasons(self, one: Participant) -> tuple[str, ...]:
        """Why this one takes part: by their own reason, and because they lead; each in words of its own."""
        leads = self.facilitator is not None and one.nr == self.facilitator.nr
        return tuple(dict.fromkeys(filter(None, (one.reason, LEADS if leads else ""))))
