"""Why a computed meeting does not stand where its cadence puts it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from docgen import danish
from docgen.i18n import N_

WEEKEND = N_("weekend")
BUSY = N_("somebody is in another meeting then")
ROOM_TAKEN = N_("the room is taken then")
ON_THE_WAY = N_("somebody would not get there in time")
OUTSIDE_HOURS = N_("outside meeting hours")


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the cadence put a meeting, and why it is held at another time.

    ``reason`` is the Danish name of a holiday or the reason of a closed day as they stand, or one of the
    messages of this module, which are translated when shown.
    """

    date: dt.date
    start: dt.time
    reason: str


def in_danish(moved: Moved, reason: str) -> str:
    """``flyttet fra torsdag den 2. april (skærtorsdag)``; ``reason`` is the reason in Danish."""
    day = f"{danish.weekday(moved.date)} den {danish.day_and_month(moved.date)}"
    return f"flyttet fra {day} ({reason})"
