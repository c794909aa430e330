"""Which documents a meeting needs, for whom, and what their files are called.

Names of people never stand in file names; a personal document carries its receiver's ``Nr``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Scope
from docgen.model import Meeting, Resident
from docgen.planning.participants import Participant, Seating


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """One file to write: its name in the meeting's folder, its template's rule and its receiver.

    ``receiver`` is ``None`` for a document that is the same for everybody.
    """

    file: str
    rule: DocumentRule
    receiver: Participant | None = None


def paperwork(kind: MeetingType, seating: Seating, *, letters: bool = True) -> tuple[PlannedDocument, ...]:
    """The documents of a meeting, in the type's order and each rule's receivers in the table's order.

    Those who are informed come after the table. Documents of a course are no meeting's. Without ``letters``
    nobody's own are among them: it is too early to send any.
    """
    of_meeting = (rule for rule in kind.documents if rule.scope is Scope.MEETING)
    rules = (rule for rule in of_meeting if letters or not rule.audience.is_personal)
    return tuple(document for rule in rules for document in _copies(rule, kind, seating))


def is_written_to(kind: MeetingType, participant: Participant) -> bool:
    """Whether the type has a letter for this participant; where nobody gets any, nobody is missed out."""
    audiences = {rule.audience for rule in kind.documents if rule.scope is Scope.MEETING}
    letters = {audience for audience in audiences if audience.is_personal} - {Audience.GP}
    return not letters or participant.audience in letters


def folder_name(meeting: Meeting, kind: MeetingType) -> str:
    """``2026-02-03_1000_opfoelgningsmoede_M001``; the ``_<nr>`` ending is what a meeting is known by."""
    return f"{meeting.date:%Y-%m-%d}_{meeting.start:%H%M}_{kind.name}_{meeting.nr}"


def _copies(rule: DocumentRule, kind: MeetingType, seating: Seating) -> Iterator[PlannedDocument]:
    if not rule.audience.is_personal:
        yield PlannedDocument(f"{rule.stem}.docx", rule)
        return
    for participant in (*seating.participants, *seating.informed):
        if participant.audience is rule.audience and _right_variant(rule, kind, participant):
            yield PlannedDocument(f"{rule.stem}_{participant.nr}.docx", rule, participant)


def _right_variant(rule: DocumentRule, kind: MeetingType, participant: Participant) -> bool:
    """Whether this variant is the receiver's: easy-read for those with Letlæst, if there are both."""
    if not isinstance(participant.who, Resident):
        return True
    variants = {
        other.easy_read
        for other in kind.documents
        if other.stem == rule.stem and other.audience is Audience.RESIDENT
    }
    return len(variants) == 1 or rule.easy_read is participant.who.easy_read
