"""Answers as values: dates, times, choices and boxes, with a finding for each that is none.

What was written is not repeated: in a field there may stand anything, the name of a relative, a CPR number.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from docgen.findings import Finding, Place
from docgen.minutes.reading.answer import Answer
from docgen.minutes.reading.names import Names
from docgen.minutes.reading.wordtext import plain
from docgen.minutes.values import Presence
from docgen.workbook.dates import date_in, time_in

_LEAD_IN = re.compile(r"(?:senest|inden|før|den|d\.)\s+", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:[-–—]|\btil\b)\s*")
_ABOUT = re.compile(r"(?:ca\.?|cirka|omkring|fra)\s+", re.IGNORECASE)
_WITH_HOUR = re.compile(r"(.*?\S)[\s,]+(kl(?:okken)?\b.*)", re.IGNORECASE | re.DOTALL)
_T = TypeVar("_T")


@dataclass(slots=True)
class Typist:
    """Reads values out of answers, and notes what is wrong; ``day`` is the meeting's, if it is known."""

    file: str
    names: Names
    day: dt.date | None = None
    findings: list[Finding] = field(default_factory=list)

    def date(self, answer: Answer, tag: str) -> dt.date | None:
        """A date; one without a year is the first from the meeting's day on."""
        return self._read(answer, tag, "W-312", self._date_in)

    def time(self, answer: Answer, tag: str) -> dt.time | None:
        """A time of day, the first of ``9.00–10.00``."""
        return self._read(
            answer, tag, "W-313", lambda text: time_in(_UNTIL.split(_ABOUT.sub("", text, 1))[0])
        )

    def presence(self, answer: Answer, tag: str, choices: Sequence[str]) -> Presence | None:
        """Whether somebody came; ``choices`` are the words for it, in the order of ``Presence``."""
        chosen = self.choice(answer, tag, choices)
        return dict(zip(choices, Presence, strict=False)).get(chosen)

    def choice(self, answer: Answer, tag: str, choices: Sequence[str]) -> str:
        """The choice as it is written in the type, ``""`` for none."""
        found = next((one for one in choices if plain(one) == plain(answer.text)), "")
        if answer.text and not found:
            self.note("W-314", tag, choices=" · ".join(choices))
        return found

    def note(self, code: str, tag: str, **data: object) -> None:
        """A finding about the field that has this tag."""
        place = Place(file=self.file, part=self.names.said_of(tag))
        self.findings.append(Finding.of(code, place, **data))

    def _read(self, answer: Answer, tag: str, code: str, read: Callable[[str], _T | None]) -> _T | None:
        value = read(answer.text) if answer.text else None
        if answer.text and value is None:
            self.note(code, tag)
        return value

    def _date_in(self, text: str) -> dt.date | None:
        wanted = _LEAD_IN.sub("", " ".join(text.split())).rstrip(".")
        if (found := date_in(wanted)) or self.day is None:
            return found
        years = (self.day.year, self.day.year + 1)
        dates = (date_in(f"{wanted.rstrip(' .-/')} {year}") for year in years)
        # A wrong weekday is right in another year, and no reason to believe that one.
        return next((one for one in dates if one and self.day <= one < _year_after(self.day)), None)


def _time_in(text: str) -> dt.time | None:
    return time_in(_UNTIL.split(_ABOUT.sub("", text, count=1))[0])


def day_and_hour(day: Answer, hour: Answer) -> tuple[Answer, Answer]:
    """The two apart, where people wrote both into the field for the day: ``3/3 kl. 10``."""
    both = _WITH_HOUR.fullmatch(day.text)
    return (Answer(both[1]), Answer(both[2])) if both and not hour else (day, hour)


def _year_after(day: dt.date) -> dt.date:
    """The same day of the next year; the first of March for one that only leap years have."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return dt.date(day.year + 1, 3, 1) if is_leap_day else day.replace(year=day.year + 1)
