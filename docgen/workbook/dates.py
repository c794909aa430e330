"""Dates and times of day in the forms in which Danes write them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
          "november", "december")  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

EARLIEST, LATEST = 2000, 2099  # years that a meeting, a consent or a course can have

_SEP = r"\s*[-./]\s*"
_DAY_FIRST = re.compile(rf"(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}})(?:{_SEP}|\s+)(?P<y>\d{{4}}|\d{{2}})")
_YEAR_FIRST = re.compile(rf"(?P<y>\d{{4}}){_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<d>\d{{1,2}})(?:[t ]00:00(?::00)?)?")
_IN_WORDS = re.compile(r"(?P<d>\d{1,2})\.?\s*(?P<name>[a-zæøå]{3,9})\.?\s+(?P<y>\d{4})")
_WEEKDAY = re.compile(r"(?P<name>[a-zæøå]{3,7})\.?,?\s+(?:(?:den|d\.?)\s+)?(?P<rest>\d.*)")
_TIME = re.compile(r"(?:kl(?:okken)?\.?\s*)?(?P<h>\d{1,2})(?:[.:,]?(?P<m>\d{2})(?:[.:]00)?)?")


def date_in(text: str) -> dt.date | None:
    """The date that ``text`` says, or ``None`` when it says none that exists from 2000 to 2099.

    ``03-02-2026``, ``3.2.2026``, ``3/2 2026``, ``3/2-26``, ``2026-02-03``, ``3. februar 2026``, each also
    after a weekday (``tirsdag den …``), which must be the right one.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    named = _WEEKDAY.fullmatch(plain)
    if named:
        date = date_in(named["rest"])
        return date if date and _begins(WEEKDAYS[date.weekday()], named["name"]) else None
    for form in (_DAY_FIRST, _YEAR_FIRST, _IN_WORDS):
        match = form.fullmatch(plain)
        if match:
            return _date(match)
    return None


def time_in(text: str) -> dt.time | None:
    """The time of day that ``text`` says: ``10.00``, ``10:00``, ``kl. 10``, ``10``, ``1030``, ``9.15``."""
    match = _TIME.fullmatch(" ".join(text.casefold().split()))
    if not match:
        return None
    return _time(int(match["h"]), int(match["m"] or 0))


def is_plausible(date: dt.date) -> bool:
    """Whether the year is one that the workbook can mean."""
    return EARLIEST <= date.year <= LATEST


def _date(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    month = _month(parts["name"]) if "name" in parts else int(parts["m"])
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    try:
        date = dt.date(year, month, int(parts["d"]))
    except ValueError:
        return None
    return date if is_plausible(date) else None


def _month(name: str) -> int:
    """The month's number, 0 for a word that is no month; three letters are enough."""
    return next((n for n, month in enumerate(MONTHS, 1) if _begins(month, name)), 0)


def _begins(word: str, start: str) -> bool:
    return len(start) >= 3 and word.startswith(start)


def _time(hour: int, minute: int) -> dt.time | None:
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
