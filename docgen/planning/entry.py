"""A meeting in the timetable: when it is, whose it is, and who is bound by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from docgen.model import Meeting
from docgen.planning.participants import Seating
from docgen.planning.scheduling.diary import Booking
from docgen.planning.scheduling.moved import Moved


class Origin(StrEnum):
    """Whose meeting it is: what people wrote is never moved."""

    PEOPLE = "people"  # a row of Møder as people want it
    OWN_ROW = "own row"  # a row of Møder that docgen wrote, and that nobody has changed since
    COURSE = "course"  # a meeting of a course without a row


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting at its time.

    ``aim`` is the slot that its cadence wishes for ("" for rows that people wrote), ``moved`` why it is held
    at another. ``seating`` is its table where that is known already, ``booking`` whom and which room it takes
    up; a meeting that is called off has neither.
    """

    meeting: Meeting
    origin: Origin = Origin.PEOPLE
    aim: str = ""
    moved: Moved | None = None
    seating: Seating | None = None
    booking: Booking | None = None
