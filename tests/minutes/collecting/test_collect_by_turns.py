"""Minutes and workbook are worked in by turns, in any order: nothing twice, nothing written over."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from docgen.minutes.values import Agreed
from docgen.model import Decision
from docgen.workbook.editing import RowEdit
from docgen.workbook.writeback import put_edits
from tests.minutes.office import NOW, Office, minutes

SHEET = "Beslutninger"
TEXTS = st.sampled_from(
    ("Asta prøver en time mere", "Bo ringer", "Æbler & <pærer>", "=1+1", "Første\nanden 🌱")
)
DAYS = st.none() | st.dates(dt.date(2026, 2, 4), dt.date(2026, 2, 6))
PLACES = st.integers(0, 3)


class Collecting(RuleBasedStateMachine):
    """One meeting; ``mine`` is what people have made of rows since they were collected."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.office = Office.of(Path(self.folder.name))
        self.said: list[Agreed] = [Agreed("1", "Asta prøver en time mere")]
        self.last = 1
        self.mine: dict[int, Decision] = {}

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    # In the minutes

    @rule(place=PLACES, text=TEXTS, day=DAYS)
    def decide(self, place: int, text: str, day: dt.date | None) -> None:
        self.last += 1
        self.said.insert(min(place, len(self.said)), Agreed(str(self.last), text, deadline=day))

    @precondition(lambda self: self.said)
    @rule(place=PLACES, text=TEXTS, day=DAYS)
    def correct(self, place: int, text: str, day: dt.date | None) -> None:
        at = place % len(self.said)
        self.said[at] = replace(self.said[at], text=text, deadline=day)

    @precondition(lambda self: len(self.said) > 1)
    @rule(place=PLACES)
    def strike_out(self, place: int) -> None:
        del self.said[place % len(self.said)]

    # In the workbook

    @precondition(lambda self: self.office.decisions())
    @rule(place=PLACES, text=TEXTS, is_done=st.booleans())
    def change_a_row(self, place: int, text: str, is_done: bool) -> None:
        rows = self.office.decisions()
        at = rows[place % len(rows)].at.number
        self._write(at, {"Status": "Udført"} if is_done else {"Beslutning": f"{text} (rettet)"})
        self.mine[at] = self._row(at)

    @rule()
    def collect(self) -> None:
        before = {row.at.number: row for row in self.office.decisions()}
        filled = minutes(decisions=tuple(self.said))
        self.office.collect(filled)
        rows = {row.at.number: row for row in self.office.decisions()}
        assert before.keys() <= rows.keys()
        assert all(rows[at] == row for at, row in self.mine.items())
        again = self.office.collect(filled)
        assert (again.edits, again.copy) == ((), None)

    @invariant()
    def every_row_has_a_number_of_its_own(self) -> None:
        if hasattr(self, "office"):
            numbers = [row.number for row in self.office.decisions()]
            assert len(set(numbers)) == len(numbers)

    @invariant()
    def no_decision_is_lost_once_it_was_collected(self) -> None:
        if hasattr(self, "office") and self.office.meeting("M001").collected:
            self.office.collect(minutes(decisions=tuple(self.said)))
            texts = [row.decision for row in self.office.decisions()]
            untouched = [row for row in self.office.decisions() if row.at.number not in self.mine]
            for one in self.said if len(untouched) == len(texts) else ():
                assert one.text in texts

    def _row(self, at: int) -> Decision:
        return next(row for row in self.office.decisions() if row.at.number == at)

    def _write(self, at: int, values: dict[str, str]) -> None:
        source = self.office.book().source
        put_edits(self.office.path, [RowEdit(SHEET, values, at)], source, now=NOW)


TestCollecting = Collecting.TestCase
TestCollecting.settings = settings(max_examples=20, stateful_step_count=10, deadline=None)
