"""What a meeting is known by in calendars, and which version of it they have."""

from __future__ import annotations

import unicodedata
import uuid
from dataclasses import replace

from docgen.model import Institution
from docgen.planning.facets import Facets, in_calendar
from docgen.planning.history import Sent


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


def sequence(sent: Sent | None, facets: Facets) -> int:
    """The SEQUENCE of a meeting that is to be held: one more than was sent, if something else was (RFC 5546
    §2.1.4). Nothing sent yet is 0, however often it has been built.
    """
    if sent is None:
        return 0
    is_other = in_calendar(sent.facets, facets) or bool(sent.receivers - {*facets["people"].split()})
    return sent.sequence + int(sent.cancelled or is_other)


def cancelled_sequence(sent: Sent) -> int:
    """The SEQUENCE of the cancellation of what was sent; that of one that was sent itself stays."""
    return sent.sequence + int(not sent.cancelled)
