"""Whether a meeting was held, by who came."""

from __future__ import annotations

from docgen.minutes.values import FilledMinutes, Presence
from docgen.model import Meeting, MeetingStatus

_ABSENT = (Presence.DECLINED, Presence.STAYED_AWAY)


def outcome(minutes: FilledMinutes, meeting: Meeting) -> MeetingStatus:
    """What filled minutes say of their meeting: held, or missed.

    A meeting about a resident is missed when the resident was at the table and is marked as not there; any
    other when everybody is. Whoever is not marked at all counts as there: minutes have been written.
    """
    marked = [one for one in minutes.attendance if not meeting.resident or one.person == meeting.resident]
    is_missed = bool(marked) and all(one.presence in _ABSENT for one in marked)
    return MeetingStatus.MISSED if is_missed else MeetingStatus.HELD
