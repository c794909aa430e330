"""Words that tables and plain lines share."""

from __future__ import annotations

from collections.abc import Iterator

from docgen import danish
from docgen.cli.voice import Voice
from docgen.i18n import N_
from docgen.planning import Change, Participant, PlannedMeeting

CHANGES = {
    Change.NEW: N_("new"),
    Change.CHANGED: N_("changed"),
    Change.UNCHANGED: N_("unchanged"),
    Change.CANCELLED: N_("called off"),
}


def everybody(voice: Voice, planned: PlannedMeeting) -> Iterator[tuple[Participant, str]]:
    """Who takes part, then who is only informed, each with as what and why.

    ``udviklingsleder: Leads the meeting.``; labels and the reasons of a type are Danish as they stand.
    """
    seating = planned.seating
    for one in (*seating.participants, *seating.informed):
        reasons = " ".join(map(voice.words.text, seating.reasons(one)))
        yield one, danish.joined((one.label, reasons), ": ")
