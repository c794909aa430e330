"""Days, times and findings as the overview says them, in the reader's language."""

from __future__ import annotations

import datetime as dt

from docgen import danish
from docgen.findings import Finding
from docgen.i18n import Language
from docgen.planning import Moved, PlannedMeeting, Window
from docgen.planning.moved import in_danish


def date(day: dt.date, language: Language) -> str:
    """``3. februar 2026``, ``3 February 2026``."""
    return danish.date(day) if language.code == "da" else _english(day, "d MMMM y")


def day(day: dt.date, language: Language) -> str:
    """``tirsdag den 3. februar 2026``, ``Tuesday 3 February 2026``."""
    return danish.full_date(day) if language.code == "da" else _english(day, "EEEE d MMMM y")


def month(day: dt.date, language: Language) -> str:
    """``februar 2026``, ``February 2026``."""
    from babel.dates import format_date

    return str(format_date(day, "MMMM y", locale=language.code))


def moved(one: Moved, language: Language) -> str:
    """``flyttet fra torsdag den 2. april (skærtorsdag)``, ``moved from Thursday 2 April (skærtorsdag)``."""
    reason = language.text(one.reason)
    if language.code == "da":
        return in_danish(one, reason)
    return language.text("moved from {day} ({reason})", day=_english(one.date, "EEEE d MMMM"), reason=reason)


def _english(day: dt.date, pattern: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale="en"))


def times(planned: PlannedMeeting, language: Language) -> str:
    """``kl. 10.00–11.00``, ``10:00–11:00``."""
    start, end = planned.meeting.start, danish.minutes_after(planned.meeting.start, planned.length)
    return danish.span(start, end) if language.code == "da" else f"{start:%H:%M}–{end:%H:%M}"


def period(window: Window, language: Language) -> str:
    """Which dates were asked for; empty for all."""
    if (window.first, window.last) == (dt.date.min, dt.date.max):
        return ""
    if window.last == dt.date.max:
        return language.text("Meetings from {first}", first=date(window.first, language))
    if window.first == dt.date.min:
        return language.text("Meetings until {last}", last=date(window.last, language))
    first, last = date(window.first, language), date(window.last, language)
    return language.text("Meetings from {first} to {last}", first=first, last=last)


def words(finding: Finding, language: Language) -> dict[str, str]:
    """The parts of a finding, for the columns of a table."""
    return {
        "code": finding.code,
        "place": finding.place.text(language),
        "message": finding.message(language),
        "expected": finding.expected(language),
        "remedy": finding.remedy(language),
    }
