"""Deadlines of decisions in the calendars of those who see to them.

A stranger who sees the calendar learns nothing: neither what was decided nor by whom, unless the house shows
names in calendars. What is done, or somebody else's by now, is taken out until its day has passed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

from docgen.meetingtypes.definition import MeetingType
from docgen.planning.consent import may_come
from docgen.planning.decisions.lines import Lines
from docgen.planning.decisions.opendecision import Decisions, OpenDecision
from docgen.planning.duedays import DayBook, DueDay

SUMMARY = "kalender.opgave"
_MARK = "b"


def tasks(
    decisions: Decisions, lines: Lines, types: Sequence[MeetingType], book: DayBook
) -> Mapping[str, tuple[DueDay, ...]]:
    """By person: the deadlines from today on, and entries known from before that are to go.

    While a decision may stand in what cannot be read, none is taken for gone. Who may no longer be told of
    the resident's meetings gets nothing, not even that.
    """
    clerk = _Clerk(lines, types, book)
    found: dict[str, dict[str, DueDay]] = defaultdict(dict)
    for one in decisions.open:
        for nr, entry in clerk.entries(one):
            found[nr][entry.uid] = entry
    for nr, entry in clerk.left_over(is_unsure=decisions.is_unsure):
        found[nr].setdefault(entry.uid, entry)
    return {nr: tuple(sorted(of.values(), key=lambda one: (one.day, one.uid))) for nr, of in found.items()}


def to_forget(
    decisions: Decisions, lines: Lines, types: Sequence[MeetingType], book: DayBook
) -> frozenset[str]:
    """Known entries whose person may no longer be told: nothing is to remember them by their number."""
    if decisions.is_unsure:
        return frozenset()
    clerk = _Clerk(lines, types, book)
    known = ((uid, parts_of(uid.partition(".")[0])) for uid in book.history.deadlines)
    return frozenset(uid for uid, parts in known if parts and not clerk.may_be_told(*parts))


def key_of(meeting: str, number: str, person: str) -> str:
    """What the entry's UID begins with: ``M001-b2-P003``, and the three can be told from it again.

    The letter tells it from the promises of a course whose own number has a hyphen (``A-1-plan``).
    """
    return f"{_escaped(meeting)}-{_MARK}{_escaped(number).replace('-', '%2D')}-{person.replace('-', '%2D')}"


def parts_of(key: str) -> tuple[str, str] | None:
    """Meeting and person of a decision's entry; ``None`` for an entry of anything else."""
    meeting, _, person = key.rpartition("-")
    meeting, parted, number = meeting.rpartition("-")
    return (unquote(meeting), unquote(person)) if parted and number.startswith(_MARK) else None


def _escaped(text: str) -> str:
    return quote(text, safe="").replace(".", "%2E")  # a UID's first full stop ends the key


@dataclass(frozen=True, slots=True)
class _Clerk:
    lines: Lines
    types: Sequence[MeetingType]
    book: DayBook

    def entries(self, one: OpenDecision) -> Iterator[tuple[str, DueDay]]:
        """The deadline in the calendar of each who is responsible."""
        if one.has_own_number and one.deadline and one.deadline >= self._today:
            for nr in one.reached:
                key = key_of(one.meeting, one.number, nr)
                yield nr, self.book.entry(key, one.deadline, self._title(one.meeting, one.text))

    def left_over(self, *, is_unsure: bool) -> Iterator[tuple[str, DueDay]]:
        """Every known entry of a day that has not passed, as if no decision asked for it any more."""
        for known, was in self.book.history.deadlines.items():
            parts = parts_of(known.partition(".")[0])
            if parts and was.day >= self._today and self.may_be_told(*parts):
                entry = self.book.as_it_was if is_unsure else self.book.called_off
                yield parts[1], entry(known, self._title(parts[0]))

    @property
    def _today(self) -> dt.date:
        return self.book.now.date()

    def may_be_told(self, meeting: str, nr: str) -> bool:
        register, stop = self.lines.register, self.lines.find(meeting)
        person = register.people.get(nr)
        resident = register.residents.get(stop.resident) if stop else None
        return nr in register.residents or (person is not None and may_come(person, resident))

    def _title(self, meeting: str, text: str = "") -> str:
        """The words of the meeting's type; with what was decided only where calendars may name people."""
        stop = self.lines.find(meeting)
        kind = (stop.kind if stop else None) or min(self.types, key=lambda one: one.name)
        title = str(kind.words[SUMMARY]).replace("{moede}", meeting)  # people write these words
        return f"{title}: {text}" if text and self.book.house.names_in_calendar else title
