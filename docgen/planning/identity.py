"""What a meeting is known by in calendars, and how one tells that it has changed."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import unicodedata
import uuid

from docgen.meetingtypes.definition import MeetingType
from docgen.model import Institution, Meeting, Resident
from docgen.planning.participants import Seating

# What a row holds that no document shows; a change there changes no letter.
_UNSEEN = {"at", "remark", "status", "computed", "course", "type"}
_RESIDENT_SEEN = ("nr", "first_name", "last_name", "address", "postcode", "city", "easy_read", "channel")


def calendar_id(institution: Institution, workbook_name: str) -> str:
    """The institution's Kalender-id; where it is blank, one that is always the same for this workbook."""
    if institution.calendar_id:
        return institution.calendar_id
    name = unicodedata.normalize("NFC", f"{institution.name}/{workbook_name}")
    return uuid.uuid5(uuid.NAMESPACE_DNS, name).hex[:12]


def uid(nr: str, institution: Institution, workbook_name: str) -> str:
    """``<nr>.<kalender-id>@<domæne>``: the same for a meeting for ever (RFC 5545 §3.8.4.7)."""
    domain = institution.domain or institution.email.rpartition("@")[2] or "docgen.invalid"
    return f"{nr}.{calendar_id(institution, workbook_name)}@{domain}"


def content_of(
    institution: Institution, meeting: Meeting, kind: MeetingType, seating: Seating, length: int
) -> str:
    """A fingerprint of everything that the meeting's files can show: equal for equal content only."""
    seen = {
        "institution": _fields(institution),
        "meeting": _fields(meeting),
        "length": length,
        "type": kind.fingerprint,
        "facilitator": seating.facilitator.nr if seating.facilitator else "",
        "participants": [
            (p.label, p.audience.value, _resident(p.who) if isinstance(p.who, Resident) else _fields(p.who))
            for p in seating.participants
        ],
    }
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _fields(row: Institution | Meeting | object) -> dict[str, object]:
    if not dataclasses.is_dataclass(row):
        raise TypeError(type(row))
    return {f.name: getattr(row, f.name) for f in dataclasses.fields(row) if f.name not in _UNSEEN}


def _resident(resident: Resident) -> dict[str, object]:
    return {name: getattr(resident, name) for name in _RESIDENT_SEEN}
