"""What the plan says of a meeting, as an entry of a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from docgen.calendars.entry import Entry, Invitee, Status
from docgen.calendars.timezone import COPENHAGEN
from docgen.model import Institution
from docgen.planning import Cancellation, PlannedMeeting


def meeting_entry(planned: PlannedMeeting, institution: Institution) -> Entry:
    """The entry of a planned meeting: nothing in it tells a stranger more than that there is one.

    The title is the type's (its ``[ord.kalender]`` may say another), with the resident's name only where
    the institution has turned names on. Theme, occasion and practical remarks stay out.
    """
    meeting, words = planned.meeting, planned.kind.words
    start = dt.datetime.combine(meeting.date, meeting.start, COPENHAGEN)
    title = planned.facets["title"]
    return Entry(
        uid=planned.uid,
        sequence=planned.sequence,
        stamp=planned.stamp,
        start=start,
        end=start + dt.timedelta(minutes=planned.length),
        summary=title,
        location=meeting.place,
        description=f"{words.get('fakta.online', '')} {meeting.link}".strip() if meeting.link else "",
        reminder=words.get("kalender.paamindelse") or title,
        organizer=institution.email,
        organizer_name=institution.name,
    )


def neutral_entry(entry: Entry, words: Mapping[str, Any]) -> Entry:
    """The entry as it may travel where others can read along: that there is a meeting, when and where.

    ``words`` are a meeting type's; of the description nothing but the link of an online meeting was there.
    """
    return replace(entry, summary=words["kalender.neutral"], reminder=words["kalender.neutral_paamindelse"])


def cancelled_entry(one: Cancellation, institution: Institution) -> tuple[Entry, Invitee | None]:
    """The entry as calendars have it, called off; and who is taken out, when it is not called off for all."""
    told = one.told
    start = dt.datetime.combine(told.date, told.start, COPENHAGEN)
    entry = Entry(
        uid=one.uid,
        sequence=one.sequence,
        stamp=one.stamp,
        start=start,
        end=start + dt.timedelta(minutes=told.length),
        summary=told.title,
        location=told.place,
        description="",
        reminder="",
        organizer=institution.email,
        organizer_name=institution.name,
        status=Status.CANCELLED,
    )
    if not one.person:
        return entry, None
    who = one.invitee
    return entry, Invitee(who.who.email if who else "", who.name if who else "", one.person)
