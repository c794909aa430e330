"""Whatever an office does between building and sending, in any order: people's calendars come out right."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import tempfile
from collections.abc import Set
from dataclasses import replace
from pathlib import Path

from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from docgen.model import Closure, CourseStatus, MeetingStatus
from docgen.packs.build import BuildResult, Options, build_pack
from docgen.packs.ledger import history_of
from docgen.packs.sending import Dispatch, mark_sent
from docgen.planning import Plan, Window
from docgen.planning.courses.series import slot
from tests import making
from tests.calendars.itip import Calendar, Kept
from tests.docx_text import parts
from tests.packs.building import planned
from tests.packs.office import PEOPLE, RELATIVE, Appointment, Office
from tests.packs.posting import course_type

FREE = False
ROWS = ("M001", "M002", "M003", "M004")
OF_COURSE = ("F001-01", "F001-02", "F001-03", "F001-04")
NUMBERS = (*ROWS, *OF_COURSE)
PRIVATE = (RELATIVE.encode(), b"Karl", "Slægtsen".encode())
_numbers = st.sampled_from(NUMBERS)
_hours = st.sampled_from([9, 10, 11, 12, 13])
_TYPES = Path(tempfile.mkdtemp(prefix="docgen-typer"))


class Sending(RuleBasedStateMachine):
    """``shown`` is what the pack says of each meeting, ``told`` what people have been told of it.

    Each person has three calendars: one that takes in all that is for them, one that does so without the
    calendar file of all their meetings, and one that takes in nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="docgen-pakke"))
        self.pack = self.home / "pakke"
        self.kind = course_type(_TYPES)
        self.office = Office()
        self.shown: dict[str, Appointment] = {}
        self.told: dict[str, Appointment] = {}
        self.folders: set[str] = set()
        self.unclear: set[str] = set()
        self.prints: dict[str, tuple[object, dict[str, str]]] = {}
        self.uids: dict[str, str] = {}
        self.checked: set[str] = set()
        self.is_lost = False
        self.was_lost = False
        self.consents, self.built_on = self.office.consents, self.office.today
        self.unknown: set[str] = set()
        self.out: set[tuple[str, str]] = set()
        self.in_calendars: set[str] = set()
        self.by_feed_alone: set[str] = set()
        self.by_mail_alone: set[tuple[str, str]] = set()
        self.left_behind: set[str] = set()
        self.everything = {person: Calendar() for person in PEOPLE}
        self.by_mail = {person: Calendar() for person in PEOPLE}
        self.by_feed = {person: Calendar() for person in PEOPLE}

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    # --- what the office does with its workbook

    @rule(nr=_numbers, days=st.integers(1, 45), hour=_hours)
    def move(self, nr: str, days: int, hour: int) -> None:
        if not self.office.is_over(nr):
            self.office.change(nr, date=self._day(days), start=dt.time(hour), computed="")

    @rule(nr=_numbers, place=st.sampled_from(["Kontoret", "Mødelokale 1", "Haven"]))
    def move_elsewhere(self, nr: str, place: str) -> None:
        self.office.change(nr, place=place)

    @rule(nr=_numbers, theme=st.sampled_from(["", "Nyt tema"]))
    def choose_a_theme(self, nr: str, theme: str) -> None:
        self.office.change(nr, theme=theme)

    @rule(nr=_numbers, length=st.sampled_from([None, 45]))
    def make_shorter(self, nr: str, length: int | None) -> None:
        self.office.change(nr, length=length)

    @rule(nr=st.sampled_from(ROWS), days=st.integers(0, 45), resident=st.sampled_from(["B001", "B002"]))
    def add_a_meeting(self, nr: str, days: int, resident: str) -> None:
        if nr not in {*self.office.rows, *self.office.deleted, *self.told, *self.shown}:
            self.office.write(making.meeting(nr=nr, resident=resident, date=self._day(days)))

    @rule(nr=_numbers)
    def call_off(self, nr: str) -> None:
        if not self.office.is_over(nr):
            self.office.change(nr, status=MeetingStatus.CANCELLED)

    @rule(nr=_numbers)
    def call_on_again(self, nr: str) -> None:
        if not self.office.is_over(nr):
            self.office.change(nr, status=MeetingStatus.PLANNED)

    @rule(nr=_numbers)
    def delete(self, nr: str) -> None:
        if nr in self.office.rows and not (self.office.is_over(nr) and self._is_today(nr)):
            self.office.deleted[nr] = self.office.rows.pop(nr)
            self.office.broken.discard(nr)

    @rule(nr=_numbers)
    def put_back(self, nr: str) -> None:
        if nr in self.office.deleted and nr not in self.office.rows:
            self.office.write(self.office.deleted.pop(nr))

    @rule(nr=_numbers)
    def make_unreadable(self, nr: str) -> None:
        if nr in self.office.rows:
            self.office.broken.add(nr)

    @rule()
    def mend_all(self) -> None:
        self.office.broken.clear()

    @rule(nr=_numbers, person=st.sampled_from(["beboer", "P001", "P002", RELATIVE]))
    def take_out(self, nr: str, person: str) -> None:
        self.office.change(nr, absent=(person,))

    @rule(nr=_numbers)
    def take_all_in_again(self, nr: str) -> None:
        self.office.change(nr, absent=())

    @rule(nr=_numbers, extra=st.sampled_from([(), ("P003",)]))
    def invite_more(self, nr: str, extra: tuple[str, ...]) -> None:
        self.office.change(nr, extra=extra)

    @precondition(lambda self: not self.is_lost)
    @rule(consents=st.sampled_from([(), (RELATIVE,)]))
    def consent(self, consents: tuple[str, ...]) -> None:
        self.office.consents = consents

    @rule(nr=_numbers, status=st.sampled_from([MeetingStatus.HELD, MeetingStatus.MISSED]))
    def hold(self, nr: str, status: MeetingStatus) -> None:
        if nr in self.office.rows and self.office.rows[nr].date <= self.office.today:
            self.office.change(nr, status=status)

    @rule(nr=st.sampled_from(OF_COURSE))
    def write_the_courses_row(self, nr: str) -> None:
        """As ``plan --write`` does."""
        planned_ones = {one.nr: one for one in self._plan(Window()).calendar}
        if nr in planned_ones and nr not in self.office.rows:
            meeting = planned_ones[nr].meeting
            self.office.write(replace(meeting, computed=slot(meeting.date, meeting.start)))

    @rule(days=st.integers(-20, 20))
    def start_the_course_on_another_day(self, days: int) -> None:
        course = self.office.course
        start = min(course.start + dt.timedelta(days=days), course.end or dt.date.max)
        if FREE or start >= self.office.today:
            back = course.fully_back and max(course.fully_back, start)
            self.office.change_course(start=start, fully_back=back)

    @rule(hour=_hours)
    def meet_at_another_hour_in_the_course(self, hour: int) -> None:
        self.office.change_course(time=dt.time(hour))

    @rule(end=st.sampled_from([dt.date(2026, 2, 20), dt.date(2026, 4, 20), dt.date(2026, 5, 20)]))
    def end_the_course_on_another_day(self, end: dt.date) -> None:
        self.office.change_course(end=max(end, self.office.course.start))

    @rule(day=st.none() | st.sampled_from([dt.date(2026, 2, 20), dt.date(2026, 3, 20)]))
    def be_fully_back(self, day: dt.date | None) -> None:
        self.office.change_course(fully_back=max(day, self.office.course.start) if day else None)

    @rule(status=st.sampled_from(CourseStatus))
    def end_the_course(self, status: CourseStatus) -> None:
        self.office.change_course(status=status)

    @rule(days=st.none() | st.integers(1, 45))
    def close(self, days: int | None) -> None:
        self.office.closures = () if days is None else (Closure(first=self._day(days), reason="Kursus"),)

    @rule(calendar_id=st.sampled_from(["abc123def456", "nyt", ""]))
    def choose_a_calendar_id(self, calendar_id: str) -> None:
        self.office.house = replace(self.office.house, calendar_id=calendar_id)

    @rule(days=st.integers(1, 12))
    def let_days_pass(self, days: int) -> None:
        self.office.now += dt.timedelta(days=days)

    # --- what it does with docgen

    @initialize()
    def begin(self) -> None:
        self.build_all()

    @rule()
    def build_all(self) -> None:
        self._build(Window(first=self.office.today))

    @rule(numbers=st.frozensets(_numbers, min_size=1, max_size=2))
    def build_some(self, numbers: frozenset[str]) -> None:
        self._build(Window(first=self.office.today, meetings=numbers))

    @rule(weeks=st.integers(1, 5))
    def build_a_period(self, weeks: int) -> None:
        self._build(Window(self.office.today, self.office.today + dt.timedelta(weeks=weeks)))

    @rule(feeds_first=st.booleans())
    def send_all(self, feeds_first: bool) -> None:
        if not any(self.built_on <= one.day < self.office.today for one in self.shown.values()):
            self._send((), feeds_first=feeds_first)

    @rule(nr=_numbers)
    def send_one(self, nr: str) -> None:
        history = history_of(self.pack)
        if nr in {*history.built, *history.sent} and (nr in self.folders or nr not in self.shown):
            self._send((nr,))

    @precondition(lambda self: (self.pack / ".docgen").is_dir())
    @rule()
    def lose_the_ledger(self) -> None:
        if self.office.consents != self.consents:
            self.build_all()
        shutil.rmtree(self.pack / ".docgen")
        self._forget_deadlines()
        self.is_lost = self.was_lost = True
        self.prints.clear()
        self.build_all()
        folders = {path.name.rpartition("_")[2] for path in (self.pack / "moeder").iterdir()}
        self.unknown = {nr for nr in self.folders if nr not in self.prints}
        self.left_behind |= (folders - self.folders) | self.unknown

    # --- what has to hold

    @invariant()
    def every_calendar_is_right(self) -> None:
        day = self.office.today
        for person in PEOPLE:
            ahead = {nr: one for nr, one in self.told.items() if one.day >= day and person in one.people}
            self._compare(person, self.everything[person], ahead)
            mailed = self._on(self.by_mail[person])
            assert mailed.keys() <= ahead.keys(), (person, mailed.keys() - ahead.keys())
            self._compare(person, self.by_mail[person], {nr: ahead[nr] for nr in mailed}, self.by_feed_alone)

    def _compare(
        self, person: str, calendar: Calendar, ahead: dict[str, Appointment], but: Set[str] = frozenset()
    ) -> None:
        found = {
            nr: (kept.start, (kept.end - kept.start) // dt.timedelta(minutes=1), kept.location)
            for nr, kept in self._on(calendar).items()
            if nr not in but
        }
        wanted = {nr: (one.start, one.minutes, one.place) for nr, one in ahead.items() if nr not in but}
        assert found == wanted, f"{person} on {self.office.today}: {found} instead of {wanted}"

    def _on(self, calendar: Calendar) -> dict[str, Kept]:
        """The events that the calendar shows from today on, by the meeting's number."""
        events = {uid.partition(".")[0]: kept for uid, kept in calendar.events.items()}
        return {
            nr: kept
            for nr, kept in events.items()
            if not kept.is_off
            and isinstance(kept.start, dt.datetime)
            and kept.start.date() >= self.office.today
        }

    # --- how

    def _day(self, days: int) -> dt.date:
        day = self.office.today + dt.timedelta(days=days)
        return day + dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)

    def _is_today(self, nr: str) -> bool:
        return self.office.rows[nr].date >= self.office.today

    def _plan(self, window: Window) -> Plan:
        return planned(self.office.workbook, [self.kind], self.pack, self.office.now, window)

    def _build(self, window: Window) -> None:
        self.office.now += dt.timedelta(minutes=1)
        plan = self._plan(window)
        result = build_pack(plan, self.pack, Options())
        note(
            f"{self.office.today}: built {[one.nr for one in plan.meetings]}, off "
            f"{[(one.name, one.sequence) for one in plan.cancellations]}"
        )
        errors = [found.code for found in (*plan.findings, *result.findings) if found.is_error]
        assert set(errors) <= {"E-020"}
        assert {left.nr for left in result.left_out} <= self.office.broken
        self._follow(plan, window)
        self._check_unchanged(plan)
        self.consents, self.built_on = self.office.consents, self.office.today
        self._check_consent(result)

    def _follow(self, plan: Plan, window: Window) -> None:
        """What the pack must say after the build, by the office's own lights."""
        wanted, today = self.office.wanted(plan), self.office.today
        self.out = {(one.nr, one.person) for one in plan.cancellations}
        self.in_calendars = {one.nr for one in plan.calendar}
        assert self.in_calendars == wanted.keys()
        chosen = {one.nr for one in plan.meetings if one.documents}
        assert {
            nr
            for nr in wanted
            if window.holds(replace(making.meeting(nr=nr), date=wanted[nr].day), self.kind)
        } <= chosen
        self.unclear = {nr for nr in {*self.shown, *self.told} if self._is_out_of_sight(nr)}
        if not FREE:
            off = {one.nr for one in plan.cancellations if not one.person}
            ahead = {nr for nr, one in self.told.items() if nr not in ROWS and one.day >= today}
            self.unclear |= ahead - wanted.keys() - off - self.office.rows.keys()
        self.folders &= {path.name.rpartition("_")[2] for path in (self.pack / "moeder").glob("*_*")}
        self.shown = {nr: self.told[nr] for nr in self.unclear & self.told.keys()} | self.shown
        for nr in {*self.shown} - wanted.keys():
            last = max(one.day for one in (self.shown[nr], self.told.get(nr)) if one)
            if nr in self.unclear or last < today:
                if nr not in self.folders:
                    del self.shown[nr]
                    if nr in self.told:
                        self.shown[nr] = self.told[nr]
            else:
                del self.shown[nr]
                self.folders.discard(nr)
        for nr, one in wanted.items():
            sent = plan.history.sent.get(nr)
            had_letters = sent is not None and sent.letters and not sent.cancelled
            out = self.told[nr].people - one.people if nr in self.told else frozenset()
            if nr in chosen or not (nr in self.folders or had_letters):
                self.shown[nr] = one
            else:
                before = self.shown[nr] if nr in self.folders else self.told[nr]
                self.shown[nr] = replace(before, people=before.people - out)
        self.folders |= chosen
        self.unknown -= chosen

    def _is_out_of_sight(self, nr: str) -> bool:
        row = self.office.rows.get(nr)
        has_passed = row is not None and row.status is MeetingStatus.PLANNED and row.date < self.office.today
        return nr in self.office.broken or self.office.is_over(nr) or has_passed

    def _check_unchanged(self, plan: Plan) -> None:
        """A meeting that nobody has changed has the files that it had."""
        before, self.prints = self.prints, {}
        for one in plan.meetings:
            if one.documents and one.nr in self.shown and self.shown[one.nr].day >= self.office.today:
                key = (self.shown[one.nr], one.meeting.theme, one.letters, self.office.house.calendar_id)
                folder = next((self.pack / "moeder").glob(f"*_{one.nr}"))
                files = {
                    path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()
                }
                self.prints[one.nr] = key, files
                if one.nr in before and before[one.nr][0] == key:
                    assert before[one.nr][1] == files, (
                        folder,
                        sorted({*files.items()} ^ {*before[one.nr][1].items()}),
                    )
        for nr in before.keys() - self.prints.keys():
            if nr in self.folders:
                self.prints[nr] = before[nr]

    def _check_consent(self, result: BuildResult) -> None:
        """Without consent nobody is named, but in the file that tells that one alone."""
        if self.office.consents:
            return
        for path in sorted(self.pack.rglob("*.*")):
            if ".docgen" in path.parts or not path.is_file() or path.stem.endswith("redigeret"):
                continue  # where the ledger was lost, files may be people's
            if path.parent.name.rpartition("_")[2] in self.left_behind or (
                self.was_lost and path.stem == "referat"
            ):
                continue
            if path.suffix == ".html" and self.was_lost:
                continue
            if self.office.is_over(path.parent.name.rpartition("_")[2]):
                continue
            alone = path.parent.name == "aflysninger" and path.stem.endswith(f"_{RELATIVE}")
            assert alone or RELATIVE not in path.name, path
            data = path.read_bytes()
            key = f"{alone} {hashlib.sha256(data).hexdigest()}"
            if key not in self.checked:
                inside = (
                    b"".join(parts(data).values()) if path.suffix == ".docx" else data.replace(b"\r\n ", b"")
                )
                others = ("Asta", "Lene Ledersen", "Bo Enhedsen") if alone and path.suffix == ".ics" else ()
                marks = [mark.encode() for mark in others] if alone else PRIVATE
                assert not [mark for mark in marks if mark in inside], path
                self.checked.add(key)
        said = [*result.written, *result.removed, *result.kept, *(str(one.place) for one in result.findings)]
        assert [name for name in said if RELATIVE in name] == [], result.findings

    def _send(self, numbers: tuple[str, ...], *, feeds_first: bool = False) -> None:
        day = self.office.today
        done = mark_sent(self.pack, day, numbers)
        note(f"{day}: sent {done.invited} {done.updated} {done.called_off} {done.taken_out}")
        before, known = dict(self.told), {*self.shown, *self.told}
        unknown = self.unknown if numbers else self.unknown - self.in_calendars
        for nr in (known & set(numbers) if numbers else known) - unknown:
            if nr in self.shown:
                if max(one.day for one in (self.shown[nr], self.told.get(nr)) if one) >= day:
                    known = self.told[nr].people if nr in self.told else frozenset()
                    known -= {person for off, person in self.out if off == nr}
                    self.told[nr] = replace(self.shown[nr], people=self.shown[nr].people | known)
                    self.by_feed_alone -= {nr} & self.folders
                    self.by_feed_alone |= {nr} - self.folders
            elif self.told[nr].day >= day:
                del self.told[nr]
        if feeds_first and not numbers:
            self._deliver_feeds()
        self._deliver(done, before)
        if not numbers and not feeds_first:
            self._deliver_feeds()
        self._check_dispatch(done, before, day)
        if numbers:
            self.by_mail_alone |= {*done.taken_out}
        else:
            self.is_lost = False
        assert mark_sent(self.pack, day, numbers).is_empty
        for uid in {uid for one in self.everything.values() for uid in one.events}:
            assert self.uids.setdefault(uid.partition(".")[0], uid) == uid

    def _deliver(self, done: Dispatch, before: dict[str, Appointment]) -> None:
        for nr in (*done.invited, *done.updated):
            if nr in self.folders:
                (folder,) = (self.pack / "moeder").glob(f"*_{nr}")
                self._receive(self.told[nr].people, folder / "moede.ics")
        for nr in done.called_off:
            if nr in before:
                self._receive(before[nr].people, self.pack / "aflysninger" / f"{nr}.ics")
        for nr, person in done.taken_out:
            self._receive(frozenset({person}), self.pack / "aflysninger" / f"{nr}_{person}.ics")

    def _forget_deadlines(self) -> None:
        """Of a deadline that is in no file nobody knows any more."""
        there = b"".join(path.read_bytes() for path in (self.pack / "kalendere").glob("*.ics"))
        for calendar in (*self.everything.values(), *self.by_feed.values()):
            for uid, kept in [*calendar.events.items()]:
                if not isinstance(kept.start, dt.datetime) and uid.encode() not in there:
                    del calendar.events[uid]
                    self.uids.pop(uid.partition(".")[0], None)

    def _receive(self, people: frozenset[str], path: Path) -> None:
        for person in people:
            self.by_mail[person].receive(path.read_bytes())
            self.everything[person].receive(path.read_bytes())

    def _deliver_feeds(self) -> None:
        for path in sorted((self.pack / "kalendere").glob("*.ics")):
            assert path.stem in PEOPLE, path
            for calendars in (self.by_feed, self.everything):
                calendars[path.stem].receive(path.read_bytes())
        for person in PEOPLE:
            ahead = {
                nr: one
                for nr, one in self.told.items()
                if one.day >= self.office.today and person in one.people and nr not in self.unclear
            }
            mailed = {nr for nr, one in self.by_mail_alone if one == person} - ahead.keys()
            shown = {nr for nr in self._on(self.by_feed[person]) if nr not in self.unclear | mailed}
            if person != RELATIVE:  # who is told alone has no calendar file for it
                assert shown == ahead.keys(), (person, shown, ahead.keys())

    def _check_dispatch(self, done: Dispatch, before: dict[str, Appointment], day: dt.date) -> None:
        for nr in done.states:
            known = (done.states[nr].told.date, *([before[nr].day] if nr in before else []))
            assert max(known) >= day, f"{nr} has passed"
        if self.is_lost:
            return
        changed = {nr for nr in self.told if before.get(nr) != self.told[nr]} - self.unknown
        assert changed <= done.states.keys(), changed - done.states.keys()
        assert set(done.called_off) == before.keys() - self.told.keys()


class TestSending(Sending.TestCase):  # type: ignore[name-defined,misc]
    settings = settings(max_examples=12, stateful_step_count=30)
