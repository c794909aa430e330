"""Whatever an office does between building and sending, in any order: people's calendars come out right."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from docgen.packs.build import BuildResult, Options, build_pack
from docgen.packs.files import digest
from docgen.packs.ledger import history_of
from docgen.packs.sending import Dispatch, mark_sent
from docgen.planning import Plan, Window
from tests.docx_text import parts
from tests.packs.building import edit, planned
from tests.packs.expected import Expected
from tests.packs.office import PEOPLE, RELATIVE, Appointment
from tests.packs.officework import OfficeWork, numbers
from tests.packs.posting import course_type
from tests.packs.receivers import Receivers, shown

PRIVATE = (RELATIVE, "Karl", "Slægtsen")
OTHERS = ("Asta", "Lene Ledersen", "Bo Enhedsen")
UNREADABLE = "E-020"
MINUTES = "referat.docx"


class Sending(OfficeWork):
    """One office, one pack, and those who are invited.

    ``prints`` are the files of each meeting at the last build, and what they were made of. ``doubtful`` are
    meetings whose files may name anybody: since the ledger was lost, nobody knows whose they are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="docgen-"))
        self.pack = self.home / "pakke"
        self.kind = course_type(self.home / "typer")
        self.expected = Expected(self.office)
        self.receivers = Receivers(PEOPLE)
        self.built_on, self.built_with = self.office.today, self.office.consents
        self.prints: dict[str, tuple[object, dict[str, str]]] = {}
        self.clean: set[str] = set()
        self.told_alone: set[tuple[str, str]] = set()
        self.doubtful: set[str] = set()
        self.was_lost = self.is_lost = False

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    def known(self) -> set[str]:
        return {*self.expected.told, *self.expected.shown}

    def placed(self, nr: str) -> tuple[dt.date, dt.time] | None:
        found = (one.meeting for one in self._plan(Window()).calendar if one.nr == nr)
        return next(((one.date, one.start) for one in found), None)

    @initialize()
    def begin(self) -> None:
        self.build_all()

    @rule()
    def build_all(self) -> None:
        self._build(Window(first=self.office.today))

    @rule(chosen=st.frozensets(numbers, min_size=1, max_size=2))
    def build_some(self, chosen: frozenset[str]) -> None:
        self._build(Window(first=self.office.today, meetings=chosen))

    @rule(weeks=st.integers(1, 5))
    def build_a_period(self, weeks: int) -> None:
        self._build(Window(self.office.today, self.office.today + dt.timedelta(weeks=weeks)))

    @rule(feeds_first=st.booleans())
    def send_all(self, feeds_first: bool) -> None:
        """Not a pack of the day before yesterday: what has passed since is in its calendar files."""
        days = {one.day for one in self.expected.shown.values()}
        if not any(self.built_on <= day < self.office.today for day in days):
            self._send((), feeds_first=feeds_first)

    @rule(nr=numbers)
    def send_one(self, nr: str) -> None:
        """Of a meeting that stands in calendar files alone there is nothing to send by itself."""
        history, expected = history_of(self.pack), self.expected
        is_there = nr in expected.folders or nr not in expected.shown
        if nr in {*history.built, *history.sent} and is_there:
            self._send((nr,))

    @precondition(lambda self: self.office.consents and self.office.consents == self.built_with)
    @rule()
    def lose_the_ledger(self) -> None:
        """Not while somebody is to be told alone: of them no other file may tell."""
        self.receivers.forget_what_is_lost(self.pack)
        shutil.rmtree(self.pack / ".docgen")
        self.was_lost = self.is_lost = True
        self.prints.clear()
        self.build_all()
        self.expected.unknown = self.expected.folders - self.prints.keys()
        self.doubtful |= (self._folders() - self.expected.folders) | self.expected.unknown

    @rule(nr=numbers)
    def write_in_the_minutes(self, nr: str) -> None:
        """Before the meeting, as some do: that file stays, whatever becomes of the meeting."""
        for path in (self.pack / "moeder").glob(f"*_{nr}/{MINUTES}"):
            edit(path)

    @invariant()
    def every_calendar_is_right(self) -> None:
        today, expected = self.office.today, self.expected
        for person in PEOPLE:
            ahead = expected.ahead(person, today)
            self.receivers.check(person, ahead, today, expected.by_feed_alone, expected.behind(person))

    def _plan(self, window: Window) -> Plan:
        return planned(self.office.workbook, [self.kind], self.pack, self.office.now, window)

    def _folders(self) -> set[str]:
        return {path.name.rpartition("_")[2] for path in (self.pack / "moeder").glob("*_*")}

    def _build(self, window: Window) -> None:
        self.office.now += dt.timedelta(minutes=1)
        plan = self._plan(window)
        result = build_pack(plan, self.pack, Options())
        off = [(one.name, one.sequence) for one in plan.cancellations]
        note(f"{self.office.today}: built {[one.nr for one in plan.meetings]}, off {off}")
        errors = {found.code for found in (*plan.findings, *result.findings) if found.is_error}
        assert errors <= {UNREADABLE}
        self.expected.after_building(plan, self._folders())
        self.built_on, self.built_with = self.office.today, self.office.consents
        self._check_unchanged(plan)
        if not self.office.consents:
            self._check_consent(result)

    def _check_unchanged(self, plan: Plan) -> None:
        """A meeting that nobody has changed has the files that it had."""
        before, self.prints = self.prints, {}
        for one in plan.meetings:
            what = self.expected.shown.get(one.nr)
            if one.documents and what and what.day >= self.office.today:
                made_of = (what, one.meeting.theme, one.letters, self.office.house.calendar_id)
                self.prints[one.nr] = (made_of, self._files(one.nr))
        for nr, now in self.prints.items():
            if nr in before and before[nr][0] == now[0]:
                assert before[nr][1] == now[1], nr
        self.prints |= {nr: before[nr] for nr in before.keys() & self.expected.folders - self.prints.keys()}

    def _files(self, nr: str) -> dict[str, str]:
        (folder,) = (self.pack / "moeder").glob(f"*_{nr}")
        files = (path for path in folder.iterdir() if path.name != MINUTES)
        return {path.name: digest(path.read_bytes()) for path in files}

    def _check_consent(self, result: BuildResult) -> None:
        """Without consent nobody is named, but in files that tell that one alone, and name nobody else."""
        for path in sorted(self.pack.rglob("*.*")):
            if path.is_file() and not self._may_name_anybody(path):
                alone = path.parent.name in ("aflysninger", "mail") and path.stem.endswith(f"_{RELATIVE}")
                assert alone or RELATIVE not in path.name, path
                self._check_names(path, OTHERS if alone else PRIVATE)
        said = [*result.written, *result.removed, *result.kept, *(str(one.place) for one in result.findings)]
        assert [name for name in said if RELATIVE in name] == []

    def _may_name_anybody(self, path: Path) -> bool:
        """The ledger, until all are told; what may be people's; what is of a meeting that is over; and
        what has been sent, which stays as it was sent.
        """
        if re.fullmatch(r"post/\d{4}-\d\d-\d\d/.*", path.relative_to(self.pack).as_posix()):
            return True
        nr = path.parent.name.rpartition("_")[2]
        is_peoples = path.name == MINUTES or "redigeret" in path.stem
        in_doubt = nr in self.doubtful or (self.was_lost and path.suffix == ".html")
        return ".docgen" in path.parts or self.office.is_over(nr) or is_peoples or in_doubt

    def _check_names(self, path: Path, names: tuple[str, ...]) -> None:
        data = path.read_bytes()
        key = f"{names} {digest(data)}"
        if key not in self.clean:
            is_word = path.suffix == ".docx"
            inside = b"".join(parts(data).values()) if is_word else data.replace(b"\r\n ", b"")
            assert [name for name in names if name.encode() in inside] == [], path
            self.clean.add(key)

    def _send(self, chosen: tuple[str, ...], *, feeds_first: bool = False) -> None:
        day, before = self.office.today, dict(self.expected.told)
        done = mark_sent(self.pack, day, chosen)
        note(f"{day}: sent {done.invited} {done.updated} {done.called_off} {done.taken_out}")
        self.expected.after_sending(done, chosen, day)
        if feeds_first and not chosen:
            self._deliver_feeds()
        self._deliver(done, before)
        if not (chosen or feeds_first):
            self._deliver_feeds()
        if not self.is_lost:
            self._check_dispatch(done, before)
        if chosen:
            self.told_alone |= {*done.taken_out}
        else:
            self.is_lost = False
        self.receivers.check_uids()
        assert mark_sent(self.pack, day, chosen).is_empty, "what has been sent is not sent again"

    def _deliver(self, done: Dispatch, before: dict[str, Appointment]) -> None:
        for nr in {*done.invited, *done.updated} & self.expected.folders:
            (invite,) = (self.pack / "moeder").glob(f"*_{nr}/moede.ics")
            self.receivers.receive(self.expected.shown[nr].people, invite)
        off = self.pack / "aflysninger"
        for nr in before.keys() & {*done.called_off}:
            self.receivers.receive(before[nr].people, off / f"{nr}.ics")
        for nr, person in done.taken_out:
            self.receivers.receive((person,), off / f"{nr}_{person}.ics")

    def _deliver_feeds(self) -> None:
        """Who takes in nothing else sees the same; somebody who is told alone has no such file for it."""
        today, hidden = self.office.today, self.expected.hidden
        self.receivers.receive_feeds(self.pack / "kalendere")
        for person in {*PEOPLE} - {RELATIVE}:
            ahead = self.expected.ahead(person, today).keys()
            alone = {nr for nr, one in self.told_alone if one == person} - ahead
            found = shown(self.receivers.by_feed[person], today).keys()
            assert found - hidden - alone == ahead - hidden, (person, found ^ ahead)

    def _check_dispatch(self, done: Dispatch, before: dict[str, Appointment]) -> None:
        """What counts as sent now is what people were not told before, and nothing that has passed."""
        told = self.expected.told
        changed = {nr for nr in told if before.get(nr) != told[nr]} - self.expected.unknown
        assert changed <= done.states.keys(), changed
        assert {*done.called_off} == before.keys() - told.keys()
        for nr, state in done.states.items():
            assert max(state.told.date, before[nr].day if nr in before else dt.date.min) >= self.office.today


TestSending = Sending.TestCase
TestSending.settings = settings(max_examples=30, stateful_step_count=40)
