"""Decisions on their way to Beslutninger: what is new, what follows the minutes, what is people's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from docgen.findings import Finding, Place
from docgen.minutes.collecting.memory import Memory, fingerprint
from docgen.minutes.values import Agreed, FilledMinutes, label
from docgen.model import Decision, DecisionStatus
from docgen.workbook.editing import RowEdit
from docgen.workbook.text import clean, has_cpr

SHEET = "Beslutninger"
_LONGEST = 32_767  # characters that a cell holds (ECMA-376-1, 18.3.1.96; Excel's own limit)


@dataclass(slots=True)
class Minutebook:
    """The decisions of one meeting's minutes beside those on the sheet, and what is to be done."""

    minutes: FilledMinutes
    rows: Sequence[Decision]
    memory: Memory
    now: dt.datetime
    added: list[Agreed] = field(default_factory=list)
    corrected: list[Agreed] = field(default_factory=list)
    edits: list[RowEdit] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    prints: dict[str, str] = field(default_factory=dict)

    def collect(self) -> None:
        """Fills in all that follows from the minutes; ``prints`` is what is to be remembered of them."""
        known = self.memory.decisions()
        ready = (ready for one in self.minutes.decisions if (ready := self._ready(one)))
        once: dict[str, Agreed] = {}
        for one in ready:  # what is written twice is decided once
            once.setdefault(print_of(one), one)
        for key, one in _matched([*once.values()], known):
            self._one(replace(one, key=key), known.pop(key, ""))
        for key, before in known.items():  # no longer in the minutes, or not to be read there at present
            self.prints[key] = before
            if row := self._row(key, before):
                self._say("W-330", row.at.place("Beslutning"), nr=self.minutes.nr)

    def _one(self, one: Agreed, before: str) -> None:
        value, row = print_of(one), self._row(one.key, before)
        self.prints[one.key] = value
        if before == value:
            return
        if not before:
            self._new(one, value)
        elif row is None:
            self._say("W-331", self._file(), nr=self.minutes.nr, number=one.key)
        elif _of_row(row) == before and row.status is not DecisionStatus.DONE:
            self.corrected.append(one)
            values = {**self._values(one), "Nr": row.number or one.key}  # people may have numbered it anew
            self.edits.append(RowEdit(SHEET, values, row.at.number))
        elif _of_row(row) != value:
            self._say("W-332", row.at.place("Beslutning"), file=label(self.minutes.file))

    def _new(self, one: Agreed, value: str) -> None:
        """A row of its own, unless somebody has written it there already.

        Nor if docgen has, and its memory on Møder was cleared since: then what the row says is people's.
        """
        if any(_of_row(row) == value for row in self.rows):
            return
        if ours := next((row for row in self.rows if row.number == one.key and row.collected), None):
            self._say("W-332", ours.at.place("Beslutning"), file=label(self.minutes.file))
            return
        self.added.append(one)
        status = {"Status": DecisionStatus.OPEN.value}
        self.edits.append(RowEdit(SHEET, {"Møde": self.minutes.nr, **self._values(one), **status}))

    def _values(self, one: Agreed) -> dict[str, str | dt.date | None]:
        return {
            "Nr": one.key,
            "Beslutning": one.text,
            "Ansvarlig": one.responsible,
            "Frist": one.deadline,
            "Referat": label(self.minutes.file),
            "Indlæst": f"{self.now:%d-%m-%Y %H:%M}",
        }

    def _row(self, key: str, before: str) -> Decision | None:
        """The row of a decision: by what it said, whatever its number is now, or by its number."""
        alike = [row for row in self.rows if _of_row(row) == before]
        numbered = [row for row in self.rows if row.number == key]
        return next((row for row in alike if row in numbered), None) or next(iter((*alike, *numbered)), None)

    def _ready(self, one: Agreed) -> Agreed | None:
        """The decision as a cell can hold it; ``None``, with a finding, for one that none may."""
        made = replace(one, text=clean(one.text)[0], responsible=clean(one.responsible)[0])
        if has_cpr(f"{made.text}\n{made.responsible}"):
            self._say("E-308", self._file(), number=one.key)
            return None
        if max(len(made.text), len(made.responsible)) > _LONGEST:
            self._say("E-309", self._file(), number=one.key, limit=_LONGEST)
            return None
        return made

    def _file(self) -> Place:
        return Place(file=label(self.minutes.file))

    def _say(self, code: str, place: Place, **data: object) -> None:
        self.findings.append(Finding.of(code, place, **data))


def print_of(one: Agreed) -> str:
    """The fingerprint of a decision: equal for what is the same in minutes and workbook."""
    return fingerprint(one.text, one.responsible, one.deadline)


def _of_row(row: Decision) -> str:
    return fingerprint(row.decision, row.responsible, row.deadline)


def _matched(decisions: Sequence[Agreed], known: Mapping[str, str]) -> Iterator[tuple[str, Agreed]]:
    """Each decision with the number under which it was collected, or a free one.

    The same words are the same decision, wherever the row has moved; of the others those in the same place.
    """
    by_print = {value: key for key, value in reversed([*known.items()])}
    keys: dict[int, str] = {}
    for index, one in enumerate(decisions):
        key = by_print.pop(print_of(one), "")
        if key:
            keys[index] = key
    taken, last = set(keys.values()), max((int(key) for key in known if key.isdecimal()), default=0)
    for index, one in enumerate(decisions):
        key = keys.get(index) or (one.key if one.key not in taken else "")
        if not key:
            last = max(last, *(int(used) for used in (*taken, one.key) if used.isdecimal())) + 1
            key = str(last)
        taken.add(key)
        yield key, one
