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

    ``udviklingsleder: leads the meeting``; labels and the reasons of a type are Danish as they stand.
    """
    for seated in planned.seating.participants:
        yield seated, danish.joined((seated.label, voice.words.text(seated.reason)), ": ")
    for informed in planned.seating.informed:
        why = voice.words.text("{reason}; has no seat", reason=voice.words.text(informed.reason))
        yield informed, danish.joined((informed.label, why), ": ")
