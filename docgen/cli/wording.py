"""Words that tables and plain lines share."""

from __future__ import annotations

from docgen.cli.voice import Voice
from docgen.i18n import N_
from docgen.planning import Change

CHANGES = {
    Change.NEW: N_("new"),
    Change.CHANGED: N_("changed"),
    Change.UNCHANGED: N_("unchanged"),
    Change.CANCELLED: N_("called off"),
}


def participant_reason(voice: Voice, label: str, reason: str) -> str:
    """``udviklingsleder: leads the meeting``; labels and the reasons of a type are Danish as they stand."""
    return ": ".join(part for part in (label, voice.words.text(reason)) if part)
