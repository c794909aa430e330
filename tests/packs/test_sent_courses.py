"""What was sent of a course, and then the course changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen.meetingtypes.definition import MeetingType
from docgen.model import BrokenRow, Closure, CourseStatus, Meeting, MeetingStatus, Role, Workbook
from docgen.planning import Change, Window
from docgen.planning.courses.series import slot
from tests import making
from tests.calendars.itip import Calendar
from tests.packs.building import tree
from tests.packs.posting import Post, course_type

NEXT = dt.datetime(2026, 1, 20, 9, tzinfo=making.COPENHAGEN)
TODAY = NEXT.date()
NUMBERS = [f"F001-0{number}" for number in range(1, 6)]
FIRST, SECOND, LAST = "F001-01", "F001-02", "F001-05"
UIDS = {nr: f"{nr}.abc123def456@elmegaarden.example" for nr in NUMBERS}
PLAN = "F001-plan.abc123def456@elmegaarden.example"


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    return course_type(tmp_path_factory.mktemp("typer"))


@pytest.fixture
def post(pack: Path, kind: MeetingType) -> Post:
    return Post(pack, [kind])


def book(*rows: Meeting, closures: tuple[Closure, ...] = (), house: Any = None, **course: Any) -> Workbook:
    """F001 of B001 with these changes: every fortnight four times from 5 February, then 16 April."""
    made = making.course(
        **{"start": dt.date(2026, 2, 5), "time": dt.time(12), "end": dt.date(2026, 4, 20), **course}
    )
    resident = making.resident(case_coordinator="P001")
    return making.book(
        making.meeting(nr="M001", date=dt.date(2026, 2, 4)),
        *rows,
        courses=(made,),
        residents=(resident,),
        closures=closures,
        institution=house or making.house(),
    )


def days(post: Post, workbook: Workbook, now: dt.datetime = NEXT) -> dict[str, str]:
    return {
        one.nr: f"{one.meeting.date:%d-%m} {one.meeting.start:%H}"
        for one in post.plan(workbook, now).calendar
    }


def feed(post: Post, person: str) -> Calendar:
    """The calendar of somebody who imports theirs for the first time."""
    calendar = Calendar()
    calendar.receive(post.data(f"kalendere/{person}.ics"))
    return calendar


def off(post: Post) -> list[str]:
    return [name.removesuffix(".ics") for name in post.names("aflysninger") if name.endswith(".ics")]


def test_all_its_meetings_are_sent_and_only_the_first_with_letters(post: Post) -> None:
    assert post.sent(book()).invited == (*NUMBERS, "M001")
    assert {nr: post.told(nr).letters for nr in NUMBERS} == {nr: nr == FIRST for nr in NUMBERS}


def test_beyond_the_window_they_stand_in_calendars_alone_and_are_sent_all_the_same(post: Post) -> None:
    near = Window(making.NOW.date(), dt.date(2026, 2, 20))
    post.build(book(), window=near)
    assert {name.rpartition("_")[2] for name in post.names("moeder")} == {FIRST, SECOND, "M001"}
    assert post.send().invited == (*NUMBERS, "M001")
    later = NEXT
    post.build(book(time=dt.time(13)), later, near)
    events = feed(post, "B001").events
    assert {
        nr: (events[uid].sequence, f"{events[uid].start:%H}") for nr, uid in UIDS.items()
    } == dict.fromkeys(NUMBERS, (1, "13"))


def test_when_the_letters_are_due_the_calendar_entry_stays_as_it_is(post: Post) -> None:
    post.sent(book())
    before = post.invite(SECOND)
    due = dt.datetime(2026, 1, 22, 9, tzinfo=making.COPENHAGEN)
    assert post.sent(book(), due).invited == (SECOND,)
    assert "erstatter" not in post.letter("B001", SECOND)
    assert (post.invite(SECOND).sequence, post.invite(SECOND).start) == (0, before.start)


class TestItEnds:
    @pytest.mark.parametrize(
        "changes", [{"status": CourseStatus.ENDED}, {"end": dt.date(2026, 2, 25)}], ids=["Afsluttet", "Slut"]
    )
    def test_what_was_sent_and_lies_beyond_is_called_off(self, post: Post, changes: dict[str, Any]) -> None:
        post.sent(book())
        now = dt.datetime(2026, 2, 10, 9, tzinfo=making.COPENHAGEN)
        post.build(book(**changes), now)
        gone = [nr for nr in NUMBERS[1:] if nr != SECOND or "status" in changes]
        assert off(post) == gone
        assert {name.rpartition("_")[2] for name in post.names("moeder")}.isdisjoint(gone)
        assert post.send(day=now.date()).called_off == tuple(gone)

    def test_a_letter_goes_to_those_who_had_one(self, post: Post) -> None:
        post.sent(book())
        post.build(book(status=CourseStatus.ENDED), NEXT)
        assert [name for name in post.names("aflysninger") if name.endswith("docx")] == [
            f"{FIRST}_{person}.docx" for person in ("B001", "P001", "P002")
        ]

    def test_taken_up_again_the_meetings_have_the_uids_they_had(self, post: Post) -> None:
        post.sent(book())
        post.sent(book(status=CourseStatus.ENDED), NEXT)
        post.build(book(), NEXT)
        assert {nr: (post.invite(nr).uid, post.invite(nr).sequence) for nr in NUMBERS} == {
            nr: (uid, 2) for nr, uid in UIDS.items()
        }

    def test_not_while_its_row_cannot_be_read(self, post: Post) -> None:
        post.sent(book())
        files = {name: data for name, data in tree(post.pack).items() if name.startswith("moeder")}
        unread = replace(book(), courses=(), broken=(BrokenRow(making.at("Forløb", 2), "F001"),))
        post.build(unread, NEXT)
        assert off(post) == []
        assert {name: data for name, data in tree(post.pack).items() if name.startswith("moeder")} == files
        assert post.send(day=TODAY).is_empty


class TestItMoves:
    def test_every_meeting_keeps_its_number_and_its_uid_and_rises(self, post: Post) -> None:
        post.sent(book())
        moved = book(start=dt.date(2026, 2, 9))
        assert post.sent(moved, NEXT).updated == tuple(NUMBERS)
        assert {nr: post.invite(nr).uid for nr in NUMBERS} == UIDS
        assert {post.invite(nr).sequence for nr in NUMBERS} == {1}
        assert days(post, moved)[FIRST] == "09-02 12"
        assert "flyttet fra torsdag den 5. februar 2026" in post.letter("B001", FIRST)

    def test_what_comes_to_lie_in_the_past_is_called_off_for_those_who_await_it(self, post: Post) -> None:
        post.sent(book())
        earlier = book(start=dt.date(2026, 1, 15))
        assert post.sent(earlier, NEXT).called_off == (FIRST,)
        assert post.calendar(f"aflysninger/{FIRST}.ics").start.date() == dt.date(2026, 2, 5)
        post.build(book(), NEXT)
        assert post.invite(FIRST).sequence == 2

    def test_a_closed_day_moves_one_meeting_alone(self, post: Post) -> None:
        post.sent(book())
        closed = book(closures=(Closure(first=dt.date(2026, 2, 19), reason="Kursus"),))
        assert post.sent(closed, NEXT).updated == (SECOND,)
        assert post.invite(FIRST).sequence == 0

    def test_opened_again_it_stays_where_people_were_told_it_is_no_more(self, post: Post) -> None:
        post.sent(book(closures=(Closure(first=dt.date(2026, 2, 19), reason="Kursus"),)))
        told = post.told(SECOND).told.date
        post.build(book(), NEXT)
        assert post.invite(SECOND).start.date() == told
        assert post.send(day=TODAY).is_empty

    def test_what_people_write_in_its_way_does_not_move_what_was_told(self, post: Post) -> None:
        """Computed meetings make way for rows; but then they are told so."""
        post.sent(book())
        row = making.meeting(3, nr="M009", date=dt.date(2026, 2, 19), start=dt.time(12), place="Kontoret")
        done = post.sent(book(row), NEXT)
        assert (done.invited, done.updated) == (("M009",), (SECOND,))
        assert post.invite(SECOND).sequence == 1


class TestItsRows:
    """Rows of Møder with the number of a computed meeting."""

    def test_written_back_as_it_is_nothing_is_new(self, post: Post) -> None:
        post.sent(book())
        row = computed(post, SECOND)
        assert post.change(book(row), SECOND, NEXT) is Change.UNCHANGED
        assert post.sent(book(row), NEXT).is_empty

    def test_moved_by_people_it_is_the_same_meeting(self, post: Post) -> None:
        post.sent(book())
        row = replace(computed(post, SECOND), date=dt.date(2026, 2, 20), start=dt.time(9))
        assert post.sent(book(row), NEXT).updated == (SECOND,)
        assert (post.invite(SECOND).uid, post.invite(SECOND).sequence) == (UIDS[SECOND], 1)

    def test_deleted_again_the_course_has_it_back(self, post: Post) -> None:
        post.sent(book())
        row = replace(computed(post, SECOND), date=dt.date(2026, 2, 20))
        post.sent(book(row), NEXT)
        post.build(book(), NEXT)
        assert off(post) == []
        assert (post.invite(SECOND).sequence, post.invite(SECOND).start.date()) == (2, dt.date(2026, 2, 19))

    def test_called_off_it_is_cancelled_and_the_others_stay(self, post: Post) -> None:
        post.sent(book())
        row = replace(computed(post, SECOND), status=MeetingStatus.CANCELLED)
        assert post.sent(book(row), NEXT).called_off == (SECOND,)
        assert post.invite("F001-03").sequence == 0

    def test_one_that_docgen_wrote_goes_with_its_course(self, post: Post) -> None:
        post.sent(book())
        row = computed(post, SECOND)
        post.build(book(row, status=CourseStatus.ENDED), NEXT)
        assert SECOND in off(post)

    def test_one_that_people_moved_stays_when_the_course_ends(self, post: Post) -> None:
        post.sent(book())
        row = replace(computed(post, SECOND), date=dt.date(2026, 2, 20))
        post.build(book(row, status=CourseStatus.ENDED), NEXT)
        assert off(post) == [nr for nr in NUMBERS if nr != SECOND]


def computed(post: Post, nr: str) -> Meeting:
    """The row that ``docgen plan --write`` puts on Møder for this meeting."""
    (planned,) = (one for one in post.plan(book()).calendar if one.nr == nr)
    meeting = planned.meeting
    return replace(meeting, computed=slot(meeting.date, meeting.start), at=making.at("Møder", 4))


class TestItsDeadlines:
    """They stand in the calendar of whoever coordinates."""

    def test_a_deadline_that_moves_rises(self, post: Post) -> None:
        post.sent(book())
        calendar = feed(post, "P001")
        before = calendar.events[PLAN]
        post.build(book(start=dt.date(2026, 2, 9)), NEXT)
        assert PLAN in calendar.receive(post.data("kalendere/P001.ics"))
        after = calendar.events[PLAN]
        assert (before.sequence, after.sequence) == (0, 1)
        assert after.start == before.start + dt.timedelta(days=4)

    def test_one_that_stays_is_as_it_was(self, post: Post) -> None:
        post.sent(book())
        before = post.data("kalendere/P001.ics")
        post.build(book(), NEXT)
        assert post.data("kalendere/P001.ics") == before

    def test_it_keeps_its_uid_whatever_the_calendar_id_becomes(self, post: Post) -> None:
        post.sent(book())
        post.build(book(house=making.house(calendar_id="nyt")), NEXT)
        assert [uid for uid in feed(post, "P001").events if uid.startswith("F001-plan")] == [PLAN]

    def test_gone_and_back_on_another_day_it_is_no_older_version_of_itself(self, post: Post) -> None:
        post.sent(book())
        calendar = feed(post, "P001")
        post.sent(book(status=CourseStatus.ENDED))
        calendar.receive(post.data("kalendere/P001.ics"))
        post.build(book(start=dt.date(2026, 2, 9)), NEXT)
        calendar.receive(post.data("kalendere/P001.ics"))
        assert calendar.events[PLAN].sequence == 1

    def test_another_coordinator_has_it_in_theirs(self, post: Post) -> None:
        post.sent(book())
        coordinator = making.person("P020", Role.CASE_COORDINATOR, 9)
        workbook = replace(
            book(),
            people=(*making.staff(), coordinator),
            residents=(making.resident(case_coordinator="P020"),),
        )
        post.build(workbook, NEXT)
        assert list(feed(post, "P020").events) == [PLAN]
        assert PLAN not in feed(post, "P001").events
