"""What tags can say of a meeting that has been held: in excerpts of its minutes, and in e-mails about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.documents.context import appointment
from docgen.documents.people import (
    contact_for,
    contact_tags,
    house_tags,
    leader_tags,
    receiver_tags,
    resident_tags,
)
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Institution, Meeting, Resident
from docgen.planning import Participant, Seating


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that is over.

    ``length`` is in minutes, ``seating`` who was to come, by the workbook as it is now. Nothing tells when
    the minutes were collected: collected again, the same minutes give the same documents.
    """

    meeting: Meeting
    kind: MeetingType
    length: int
    house: Institution
    seating: Seating
    resident: Resident | None


def excerpt_context(held: Held, said: Mapping[str, Any], title: str) -> dict[str, Any]:
    """The vocabulary of an excerpt of the minutes; ``said`` is ``referat``. It names no participant."""
    return _shared(held) | {
        "moedeleder": leader_tags(held.seating.facilitator),
        "referat": said,
        "dokument": {"titel": title},
    }


def mail_context(held: Held, receiver: Participant) -> dict[str, Any]:
    """The vocabulary of an e-mail about the meeting. Nothing in it says whom the meeting is about."""
    shared = _shared(held)
    del shared["beboer"]
    contact = contact_for(receiver.name, shared["kontakt"], shared["institution"])
    return shared | {"modtager": receiver_tags(receiver, ()), "kontakt": contact}


def _shared(held: Held) -> dict[str, Any]:
    return {
        "institution": house_tags(held.house),
        "beboer": resident_tags(held.resident),
        "moede": appointment(held.meeting, held.kind, held.length),
        "kontakt": contact_tags(held.seating.facilitator, held.house),
    }
