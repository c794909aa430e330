"""A pack whose ledger is lost, or was written by an older docgen."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen.calendars import Status
from docgen.meetingtypes.definition import MeetingType
from docgen.model import CourseStatus, MeetingStatus, Workbook
from docgen.packs.ledger import history_of
from docgen.packs.recovery import history_in
from docgen.packs.schema import FORMAT
from docgen.planning import Change, Window
from tests import making
from tests.calendars.itip import Calendar
from tests.packs.building import MOVED, beside_mailing, codes, edit, tree
from tests.packs.posting import Post, course_type

LATER = making.LATER.date()
BO = "P002"
PLAN = "F001-plan.abc123def456@elmegaarden.example"


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    return course_type(tmp_path_factory.mktemp("typer"))


@pytest.fixture
def post(pack: Path, kind: MeetingType) -> Post:
    return Post(pack, [kind])


def book(**first: Any) -> Workbook:
    """M001, with these changes."""
    return making.book(making.meeting(**first))


def course(last: dt.date = MOVED, **changes: Any) -> Workbook:
    """F001, and M009 on its ``last`` day."""
    made = making.course(**{"start": dt.date(2026, 2, 5), "end": dt.date(2026, 4, 20), **changes})
    resident = making.resident(case_coordinator="P001")
    return making.book(making.meeting(nr="M009", date=last), courses=(made,), residents=(resident,))


def lose(post: Post) -> None:
    shutil.rmtree(post.pack / ".docgen")


def papers(post: Post) -> dict[str, bytes]:
    """All that lies in the pack, but for the overview, which tells of the loss, and the mailing: of letters
    nobody knows whether they were sent.
    """
    found = tree(post.pack)
    return {name: found[name] for name in beside_mailing(found) if name != "oversigt.html"}


class TestALostLedger:
    def test_it_is_made_anew_from_the_files_and_says_so(self, post: Post) -> None:
        post.sent(making.book(making.meeting(), making.meeting(3, nr="M002", date=MOVED)))
        lose(post)
        history, (found,) = history_in(post.pack)
        assert (found.code, str(found.place)) == ("W-170", "elmegaarden-pakke/.docgen/ledger.sqlite")
        assert "2 meetings" in found.text()
        assert {nr: one.uid for nr, one in history.sent.items()} == {
            nr: f"{nr}.abc123def456@elmegaarden.example" for nr in ("M001", "M002")
        }

    def test_a_plan_tells_of_it(self, post: Post) -> None:
        post.sent(book())
        lose(post)
        plan = docgen.plan(book(), post.kinds, now=making.LATER, pack=post.pack)
        assert "W-170" in [found.code for found in plan.findings]
        assert not (post.pack / ".docgen").exists(), "looking makes nothing"

    def test_where_nothing_lies_nothing_is_lost(self, post: Post) -> None:
        post.pack.mkdir()
        assert history_in(post.pack)[1] == ()

    def test_identity_sequence_and_stamp_survive_and_no_file_is_written_again(self, post: Post) -> None:
        workbook = course(dt.date(2026, 4, 8))
        post.sent(course(dt.date(2026, 3, 31)))
        post.sent(workbook, making.LATER)
        files, invites = papers(post), [post.invite(nr) for nr in ("F001-01", "M009")]
        assert [one.sequence for one in invites] == [0, 1]
        here = (post.pack / name for name in (*files, "oversigt.html", ".docgen/ledger.sqlite"))
        written = {path: path.stat().st_mtime_ns for path in here}
        lose(post)
        post.build(workbook, making.LATER + dt.timedelta(hours=1))
        assert [post.invite(nr) for nr in ("F001-01", "M009")] == invites
        assert papers(post) == files
        anew = {path.name for path, when in written.items() if path.stat().st_mtime_ns != when}
        assert anew == {"oversigt.html", "ledger.sqlite"}

    def test_whatever_the_calendar_id_is_by_now(self, post: Post) -> None:
        post.sent(course())
        invite = post.invite("F001-01")
        lose(post)
        post.build(replace(course(), institution=making.house(calendar_id="nyt")), making.LATER)
        after = post.invite("F001-01")
        assert (after.uid, after.sequence) == (invite.uid, 0)

    def test_a_meeting_that_moves_then_has_a_higher_sequence(self, post: Post) -> None:
        post.sent(book())
        post.sent(book(date=MOVED), making.LATER)
        lose(post)
        post.build(book(date=MOVED, start=dt.time(13)), making.LATER)
        assert post.invite().sequence == 2

    def test_a_draft_counts_as_sent_because_it_may_have_been(self, post: Post) -> None:
        post.sent(book())
        post.build(book(date=MOVED), making.LATER)
        lose(post)
        post.build(book(), making.LATER)
        assert (post.invite().sequence, post.invite().start.date()) == (2, dt.date(2026, 2, 3))

    def test_but_no_letter_is_replaced_of_which_nobody_knows(self, post: Post) -> None:
        post.sent(book())
        lose(post)
        post.build(book(date=MOVED), making.LATER)
        assert "erstatter" not in post.letter("B001")

    def test_everything_is_sent_once_more_and_then_all_is_known(self, post: Post) -> None:
        post.sent(book())
        lose(post)
        assert post.sent(book(), making.LATER).invited == ("M001",)
        assert post.send(day=LATER).is_empty
        post.build(book(date=MOVED), making.LATER)
        assert "erstatter brevet af 26. januar 2026" in post.letter("B001")

    def test_nothing_is_marked_that_has_not_been_built_since(self, post: Post) -> None:
        post.sent(making.book(making.meeting(), making.meeting(3, nr="M002", date=MOVED)))
        lose(post)
        both = making.book(making.meeting(), making.meeting(3, nr="M002", date=MOVED))
        post.build(both, making.LATER, Window(meetings=frozenset({"M001"})))
        assert post.send(day=LATER).invited == ("M001",)
        assert post.send(day=LATER).is_empty

    def test_deleted_meanwhile_it_is_called_off(self, post: Post) -> None:
        post.sent(book())
        lose(post)
        post.build(making.book(making.meeting(nr="M002", date=MOVED)), making.LATER)
        off = post.calendar("aflysninger/M001.ics")
        assert (off.status, off.sequence, off.uid) == (
            Status.CANCELLED,
            1,
            "M001.abc123def456@elmegaarden.example",
        )
        for person in ("B001", "P001", BO):
            assert b"M001.abc" in post.data(f"kalendere/{person}.ics"), "it is called off in their calendars"

    def test_called_off_before_the_loss_it_stays_off_and_comes_back_higher(self, post: Post) -> None:
        post.sent(book())
        post.sent(book(status=MeetingStatus.CANCELLED), making.LATER)
        calendar = Calendar()
        calendar.receive(post.data("aflysninger/M001.ics"))
        lose(post)
        post.sent(book(status=MeetingStatus.CANCELLED), making.LATER)
        calendar.receive(post.data("aflysninger/M001.ics"))
        lose(post)
        post.build(book(), making.LATER)
        calendar.receive(post.data("moeder/*_M001/moede.ics"))
        (event,) = calendar.events.values()
        assert not event.is_off

    def test_one_who_is_taken_out_after_the_loss_is_told(self, post: Post) -> None:
        post.sent(book())
        lose(post)
        assert post.sent(book(absent=(BO,)), making.LATER).taken_out == (("M001", BO),)
        assert post.calendar("aflysninger/M001_P002.ics").sequence == 1

    def test_so_is_one_who_was_to_be_told_before_it(self, post: Post) -> None:
        post.sent(book())
        post.build(book(absent=(BO,)), making.LATER)
        lose(post)
        assert post.sent(book(absent=(BO,)), making.LATER).taken_out == (("M001", BO),)

    def test_meetings_that_stand_in_calendars_alone_are_found_there(self, post: Post) -> None:
        post.sent(course())
        for folder in (post.pack / "moeder").iterdir():
            if folder.name.endswith("F001-05"):
                shutil.rmtree(folder)
        lose(post)
        history, _ = history_in(post.pack)
        assert history.sent["F001-05"].receivers == {"B001", "P001", BO}
        post.build(course(end=dt.date(2026, 4, 1)), making.LATER)
        assert post.calendar("aflysninger/F001-05.ics").sequence == 1

    def test_deadlines_go_on_from_where_they_were(self, post: Post) -> None:
        post.sent(course())
        post.sent(course(start=dt.date(2026, 2, 9)), making.LATER)
        calendar = Calendar()
        calendar.receive(post.data("kalendere/P001.ics"))
        lose(post)
        post.build(course(start=dt.date(2026, 2, 12)), making.LATER)
        calendar.receive(post.data("kalendere/P001.ics"))
        assert calendar.events[PLAN].sequence == 2

    def test_calendars_are_not_taken_for_peoples_but_letters_may_be(self, post: Post) -> None:
        post.sent(course())
        lose(post)
        result = post.build(course(status=CourseStatus.ENDED), making.LATER)
        assert [name for name in post.names("kalendere") if "redigeret" in name] == []
        assert [name for name in result.kept if name.startswith("kalendere")] == []
        post.build(course(), making.LATER)
        edit(post.pack / "forloeb/F001/moedeplan.docx")
        lose(post)
        post.build(course(), making.LATER)
        assert post.names("forloeb/F001") == ["moedeplan.docx", "moedeplan_redigeret.docx"]

    @pytest.mark.parametrize("damage", [b"", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"\xff\xfe\x00"])
    def test_files_that_cannot_be_read_tell_nothing_and_stop_nothing(self, post: Post, damage: bytes) -> None:
        post.sent(course())
        for path in (*post.pack.glob("*/*.ics"), *post.pack.glob("moeder/*/*.ics")):
            path.write_bytes(damage)
        lose(post)
        assert history_in(post.pack)[0].sent == {}
        assert codes(post.build(course(), making.LATER)) != []


# What docgen 0.1 wrote: ``_FIRST`` of docgen/packs/schema.py, as it was.
FIRST = """
CREATE TABLE meeting (nr TEXT PRIMARY KEY, uid TEXT NOT NULL, sequence INTEGER NOT NULL,
                      stamp TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE file (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, stale INTEGER NOT NULL,
                   PRIMARY KEY (nr, name));
CREATE TABLE intent (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
                     PRIMARY KEY (nr, name, sha256));
CREATE TABLE consent (nr TEXT NOT NULL, resident TEXT NOT NULL, person TEXT NOT NULL,
                      PRIMARY KEY (nr, resident, person));
"""


def as_of_format_1(post: Post) -> Path:
    """Makes the pack's ledger one of format 1 that remembers the same."""
    path = post.pack / ".docgen" / "ledger.sqlite"
    with sqlite3.connect(path) as new:
        meetings = new.execute("SELECT nr, uid, sequence, stamp, 'old ' || content FROM meeting").fetchall()
        kept = {table: new.execute(f"SELECT * FROM {table}").fetchall() for table in ("file", "consent")}  # noqa: S608
    new.close()
    path.unlink()
    with sqlite3.connect(path) as old:
        old.executescript(FIRST)
        old.executemany("INSERT INTO meeting VALUES (?, ?, ?, ?, ?)", meetings)
        old.executemany("INSERT INTO file VALUES (?, ?, ?, ?)", kept["file"])
        old.executemany("INSERT INTO consent VALUES (?, ?, ?)", kept["consent"])
        old.execute("PRAGMA user_version = 1")
    old.close()
    return path


def format_of(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(version)


class TestALedgerOfFormat1:
    def test_a_plan_reads_it_and_leaves_it_as_it_is(self, post: Post) -> None:
        post.build(book())
        path = as_of_format_1(post)
        before = path.read_bytes()
        (planned,) = post.plan(book(), making.LATER).meetings
        assert (planned.change, planned.uid, planned.sequence) == (
            Change.CHANGED,
            "M001.abc123def456@elmegaarden.example",
            0,
        )
        assert path.read_bytes() == before

    def test_a_build_brings_it_up_to_date(self, post: Post) -> None:
        post.build(book())
        path = as_of_format_1(post)
        post.build(book(), making.LATER)
        assert format_of(path) == FORMAT
        assert post.change(book(), now=making.LATER) is Change.UNCHANGED
        assert post.send(day=LATER).invited == ("M001",)

    def test_what_people_had_edited_is_still_known(self, post: Post) -> None:
        post.build(book())
        edited = edit(post.pack / "moeder/2026-02-03_1000_samtale_M001/referat.docx")
        as_of_format_1(post)
        post.build(book(), making.LATER)
        assert post.folder()["referat.docx"] == edited

    def test_called_off_since_its_files_go(self, post: Post) -> None:
        post.build(book())
        as_of_format_1(post)
        post.build(book(status=MeetingStatus.CANCELLED), making.LATER)
        assert post.names("moeder") == []

    def test_nothing_is_marked_as_sent_before_it_is_built_again(self, post: Post) -> None:
        post.build(book())
        path = as_of_format_1(post)
        assert post.send().is_empty
        assert (format_of(path), history_of(post.pack).sent) == (FORMAT, {})
