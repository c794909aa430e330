"""Whom a meeting's cells name: by the type's rules, in its own row, in its course. Nobody is seated here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.findings import Finding, Place
from docgen.i18n import N_
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.seats import COLUMNS, CONDITIONS, HOUSE_COLUMNS, ParticipantRule
from docgen.model import Institution, Meeting, Resident
from docgen.planning.register import Register

LEADS = N_("Leads the meeting.")
NAMED = N_("Is named under Deltagere.")
LISTINGS = ("Pårørende", "Netværk")
"""Columns that list who there is in a resident's life, not who is to be invited."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody that a cell names, before it is asked whether they may come: as what, and why.

    A blank ``label`` leaves it to the person's own title or role. ``rule`` is the type's rule behind it;
    ``None`` for those that the meeting or its course names.
    """

    nr: str
    label: str
    reason: str
    cell: Place
    rule: ParticipantRule | None = None

    @property
    def is_listing(self) -> bool:
        """Whether the cell only says that there is such a person: a refusal there is no news to anybody."""
        return self.cell.heading in LISTINGS

    @property
    def always(self) -> bool:
        return self.rule is not None and self.rule.always


def claims(
    meeting: Meeting, kind: MeetingType, resident: Resident | None, register: Register
) -> Iterator[Claim]:
    """Everybody that is named, in the order of the table; one person may be named several times."""
    if resident:
        for rule in kind.participants:
            yield from claims_by(rule, resident, register.house)
    leader = named_leader(meeting, register)
    if leader:
        yield leader
    for nr in meeting.extra:
        yield Claim(nr, "", NAMED, meeting.at.place("Deltagere"))


def claims_by(rule: ParticipantRule, resident: Resident, house: Institution) -> tuple[Claim, ...]:
    """Those whom the rule's column names, or else the first filled one of its fallbacks."""
    if not _holds(rule, resident):
        return ()
    for heading in (rule.heading, *rule.fallbacks):
        row = house if heading in HOUSE_COLUMNS else resident
        numbers = _numbers(row, heading)
        if numbers:
            cell = row.at.place(heading)
            return tuple(Claim(nr, rule.label, rule.reason, cell, rule) for nr in numbers)
    return ()


def named_leader(meeting: Meeting, register: Register) -> Claim | None:
    """Who leads by the meeting's own row, or else by its course's."""
    for row in (meeting, register.courses.get(meeting.course)):
        if row and row.facilitator:
            return Claim(row.facilitator, "", LEADS, row.at.place("Mødeleder"))
    return None


def leader_by_rule(kind: MeetingType, resident: Resident | None, house: Institution) -> str:
    """Who leads when no row says so: the first person of the first filled rule that facilitates."""
    if resident is None:
        return ""
    leading = (rule for rule in kind.participants if rule.facilitates)
    return next((claim.nr for rule in leading for claim in claims_by(rule, resident, house)), "")


def unfilled(
    meeting: Meeting,
    kind: MeetingType,
    resident: Resident,
    house: Institution,
    is_away: Callable[[str], bool],
) -> Iterator[Finding]:
    """A warning for each required role of this resident's that nobody is named for, or nobody left.

    Where a role that always takes part is left out, that has been said already.
    """
    for rule in kind.participants:
        if not (rule.required and rule.heading in COLUMNS and _holds(rule, resident)):
            continue
        own = [claim.nr for claim in claims_by(rule, resident, house)]
        holders = [*own, *(nr for name in rule.satisfied_by for nr in _numbers(resident, name))]
        if not holders:
            yield Finding.of("W-084", resident.at.place(rule.heading), role=rule.label, type=kind.title)
        elif all(map(is_away, holders)) and not (own and rule.always):
            place = meeting.at.place("Deltager ikke")
            yield Finding.of("W-221", place, role=rule.label, type=kind.title)


def _holds(rule: ParticipantRule, resident: Resident) -> bool:
    return not rule.condition or bool(getattr(resident, CONDITIONS[rule.condition]))


def _numbers(row: Resident | Institution, heading: str) -> tuple[str, ...]:
    """The numbers in the row's column of this heading; none for ``Beboer``, which is no column of numbers."""
    attribute = HOUSE_COLUMNS.get(heading) or COLUMNS.get(heading)
    value: str | tuple[str, ...] = getattr(row, attribute) if attribute else ()
    return (value,) * bool(value) if isinstance(value, str) else value
