"""What a meeting is known by in calendars, and how one tells that it has changed."""

from __future__ import annotations

import hashlib
import json
import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import replace

from docgen.meetingtypes.definition import MeetingType
from docgen.model import Institution
from docgen.planning.judging import Case
from docgen.planning.logo import Logo
from docgen.planning.paperwork import PlannedDocument
from docgen.planning.participants import Participant

# What documents and calendar entries can show of each row; a change anywhere else changes no file.
_OF_HOUSE = ("name", "address", "postcode", "city", "phone", "email", "sender", "sender_title", "calendar_id",
             "domain", "reply_days", "names_in_calendar")  # fmt: skip
_OF_MEETING = ("nr", "date", "start", "place", "link", "practical", "theme", "forum")
_OF_RESIDENT = ("nr", "first_name", "last_name", "address", "postcode", "city", "goal")
_OF_RECEIVER = ("nr", "name", "title", "organisation", "address", "postcode", "city")
_OF_EFFORT = ("effort", "kind", "purpose", "start", "end", "hours")
_OF_LEADER = ("nr", "phone", "email")


def identified(institution: Institution, workbook_name: str) -> Institution:
    """The institution with both halves of its UIDs filled in, where cells are blank.

    A blank Domæne is the e-mail address's. A blank Kalender-id is derived from the names of institution
    and workbook, and so is always the same for this workbook.
    """
    name = unicodedata.normalize("NFC", f"{institution.name}/{workbook_name}")
    return replace(
        institution,
        calendar_id=institution.calendar_id or uuid.uuid5(uuid.NAMESPACE_DNS, name).hex[:12],
        domain=institution.domain or institution.email.rpartition("@")[2] or "docgen.invalid",
    )


def uid(nr: str, institution: Institution) -> str:
    """``<nr>.<kalender-id>@<domæne>``, the same for a meeting for ever (RFC 5545 §3.8.4.7).

    ``institution`` is one that has been ``identified``.
    """
    return f"{nr}.{institution.calendar_id}@{institution.domain}"


def content_of(
    institution: Institution,
    logo: Logo | None,
    kind: MeetingType,
    case: Case,
    documents: Sequence[PlannedDocument],
) -> str:
    """A fingerprint of everything that the meeting's files show: equal for equal content only."""
    seating, leader = case.seating, case.seating.facilitator
    seen = {
        "institution": _shown(institution, _OF_HOUSE),
        "logo": logo.fingerprint if logo else "",
        "meeting": _shown(case.meeting, _OF_MEETING),
        "length": case.length,
        "type": (kind.name, kind.fingerprint),
        "resident": _shown(case.resident, _OF_RESIDENT) if case.resident else (),
        "facilitator": _shown(leader.who, _OF_LEADER) if leader else (),
        "participants": [_participant(participant) for participant in seating.participants],
        "informed": [_participant(participant) for participant in seating.informed],
        "efforts": [_shown(effort, _OF_EFFORT) for effort in case.efforts],
        "documents": [(document.file, document.rule.file) for document in documents],
    }
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _participant(participant: Participant) -> tuple[str, ...]:
    return (participant.label, *_shown(participant.who, _OF_RECEIVER))


def _shown(row: object, attributes: Sequence[str]) -> tuple[str, ...]:
    """These attributes of a row; ``""`` for one that it does not have (a resident has no title)."""
    return tuple(str(getattr(row, attribute, "")) for attribute in attributes)
