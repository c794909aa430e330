"""The rules of the practice guides that a type asks for: one small judge each, and the table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.findings import Finding
from docgen.meetingtypes.definition import MeetingType, Rule
from docgen.model import Effort, Forum, Meeting, Resident, Role
from docgen.planning.register import Register


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a rule looks at; a group meeting has no resident."""

    meeting: Meeting
    resident: Resident | None
    efforts: tuple[Effort, ...]
    register: Register


def rule_findings(
    kind: MeetingType,
    meeting: Meeting,
    resident: Resident | None,
    efforts: tuple[Effort, ...],
    register: Register,
) -> Iterator[Finding]:
    """What the type's own rules (``regler`` in ``type.toml``) say of a meeting that lies ahead.

    A finding about the resident is the same for each of their meetings.
    """
    facts = _Facts(meeting, resident, efforts, register)
    for rule in kind.rules:
        yield from _JUDGES[rule](facts)


def _employed(facts: _Facts) -> Iterator[Finding]:
    """Follow-up meetings and dialogue meetings are for residents in employment."""
    if facts.resident and not facts.resident.employed:
        yield Finding.of("W-095", facts.meeting.at.place("Beboer"), resident=facts.resident.nr)


def _goal(facts: _Facts) -> Iterator[Finding]:
    """Element 6: a concrete goal stands in every written document."""
    if facts.resident and not facts.resident.goal.strip():
        yield Finding.of("W-093", facts.resident.at.place("Job- eller uddannelsesmål"))


def _purpose(facts: _Facts) -> Iterator[Finding]:
    """Element 7: the purpose of every effort stands in recommendation and plan."""
    for effort in facts.efforts:
        if not effort.purpose.strip():
            yield Finding.of("W-094", effort.at.place("Formål"))


def _job_broker(facts: _Facts) -> Iterator[Finding]:
    """Element 6: the case coordinator cannot also be the job broker; a mentor who is qualified can."""
    resident = facts.resident
    if resident is None or not resident.job_broker:
        return
    place = resident.at.place("Jobformidler")
    broker = facts.register.people.get(resident.job_broker)
    if resident.job_broker == resident.case_coordinator:
        yield Finding.of("E-092", place)
    elif (
        broker
        and not broker.may_be_job_broker
        and (broker.role is Role.MENTOR or broker.nr == resident.mentor)
    ):
        yield Finding.of("W-092", place)


def _forum(facts: _Facts) -> Iterator[Finding]:
    """The dialogue cards are used at one of three standing meetings."""
    if facts.meeting.forum is None:
        yield Finding.of("W-096", facts.meeting.at.place("Forum"), known=" · ".join(Forum))


_JUDGES: dict[Rule, Callable[[_Facts], Iterator[Finding]]] = {
    Rule.EMPLOYED: _employed,
    Rule.GOAL: _goal,
    Rule.PURPOSE: _purpose,
    Rule.JOB_BROKER: _job_broker,
    Rule.FORUM: _forum,
}
