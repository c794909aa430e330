"""Days, times and findings as the overview says them, in the reader's language."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from docgen import danish
from docgen.findings import Finding
from docgen.i18n import Language
from docgen.planning import PlannedMeeting, Window
from docgen.planning.scheduling.moved import in_danish


def date(day: dt.date, language: Language) -> str:
    """``3. februar 2026``, ``3 February 2026``."""
    return danish.date(day) if language.code == "da" else _english(day, "d MMMM y")


def day(day: dt.date, language: Language) -> str:
    """``tirsdag den 3. februar 2026``, ``Tuesday 3 February 2026``."""
    return danish.full_date(day) if language.code == "da" else _english(day, "EEEE d MMMM y")


def weekday(day: dt.date, language: Language) -> str:
    """``tirsdag den 3. februar``, ``Tuesday 3 February``: where the year goes without saying."""
    if language.code == "da":
        return f"{danish.weekday(day)} den {danish.day_and_month(day)}"
    return _english(day, "EEEE d MMMM")


def day_and_month(day: dt.date, language: Language) -> str:
    """``3. februar``, ``3 February``."""
    return danish.day_and_month(day) if language.code == "da" else _english(day, "d MMMM")


def month(day: dt.date, language: Language) -> str:
    """``februar 2026``, ``February 2026``."""
    return _named(day, "MMMM y", language.code)


def month_name(day: dt.date, language: Language, *, short: bool = False) -> str:
    """``februar``; ``short`` it is ``feb``, without a full stop."""
    return _named(day, "MMM" if short else "MMMM", language.code).rstrip(".")


def moved(planned: PlannedMeeting, language: Language) -> str:
    """``flyttet fra torsdag den 2. april (skærtorsdag)``, ``moved from Thursday 2 April (skærtorsdag)``.

    Of a meeting that is held on the day all the same it says from what time; empty for one that is not moved.
    """
    one = planned.moved
    if one is None:
        return ""
    reason = language.text(one.reason)
    if one.date == planned.meeting.date:
        return language.text("moved from {time} ({reason})", time=clock(one.start, language), reason=reason)
    if language.code == "da":
        return in_danish(one, reason)
    return language.text("moved from {day} ({reason})", day=weekday(one.date, language), reason=reason)


def clock(time: dt.time, language: Language) -> str:
    """``kl. 10.00``, ``10:00``."""
    return danish.at(time) if language.code == "da" else f"{time:%H:%M}"


def times(planned: PlannedMeeting, language: Language) -> str:
    """``kl. 10.00–11.00``, ``10:00–11:00``."""
    return span(planned.meeting.start, planned.length, language)


def span(start: dt.time, minutes: int, language: Language) -> str:
    """From when to when something is that lasts so many minutes."""
    end = danish.minutes_after(start, minutes)
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


def _english(day: dt.date, pattern: str) -> str:
    return _named(day, pattern, "en")


@lru_cache(maxsize=4096)
def _named(day: dt.date, pattern: str, code: str) -> str:
    from babel.dates import format_date  # heavy to import, and not needed by every command

    return str(format_date(day, pattern, locale=code))
