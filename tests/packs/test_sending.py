"""What becomes of a meeting between building and sending: the states of the workbook guide, one by one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from docgen.calendars import Status
from docgen.errors import PackError, UsageError
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Archived, BrokenRow, MeetingStatus, Workbook
from docgen.packs.ledger import history_of, opened
from docgen.packs.records import Written
from docgen.planning import Action, Change, Window
from tests import making
from tests.packs.building import M001, MOVED, codes, edit, tree
from tests.packs.posting import Post, course_type

TODAY, LATER = making.NOW.date(), making.LATER.date()
DAY_AFTER = dt.datetime(2026, 2, 4, 9, tzinfo=making.COPENHAGEN)
ASTA, LENE, BO = "B001", "P001", "P002"


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    return course_type(tmp_path_factory.mktemp("typer"))


@pytest.fixture
def post(pack: Any, kind: MeetingType) -> Post:
    return Post(pack, [kind])


def book(**first: Any) -> Workbook:
    """M001, with these changes."""
    return making.book(making.meeting(**first))


def called_off() -> Workbook:
    return book(status=MeetingStatus.CANCELLED)


def without() -> Workbook:
    """A workbook in which another meeting stands, and M001 no longer."""
    return making.book(making.meeting(nr="M002", date=dt.date(2026, 2, 5)))


class TestSending:
    def test_the_first_time_everything_is_an_invitation(self, post: Post) -> None:
        done = post.sent(making.book(making.meeting(), making.meeting(3, nr="M002", date=MOVED)))
        assert (done.invited, done.updated, done.called_off, done.taken_out) == (("M001", "M002"), (), (), ())
        told = post.told()
        assert (told.uid, told.sequence, told.on) == ("M001.abc123def456@elmegaarden.example", 0, TODAY)
        assert told.receivers == {ASTA, LENE, BO}
        assert (told.told.date, told.told.start, told.told.place) == (
            dt.date(2026, 2, 3),
            dt.time(10),
            "Mødelokale 1",
        )

    def test_the_second_time_there_is_nothing_new(self, post: Post) -> None:
        post.sent(book())
        told, files = post.told(), tree(post.pack)
        assert post.send(day=LATER).is_empty
        assert post.sent(book(), making.LATER).is_empty
        assert post.told() == told, "the day of sending is still the first"
        assert {name: data for name, data in tree(post.pack).items() if name.startswith("moeder")} == {
            name: data for name, data in files.items() if name.startswith("moeder")
        }

    def test_what_was_built_counts_not_what_the_workbook_says_since(self, post: Post) -> None:
        post.build(book())
        post.plan(book(date=MOVED))
        post.send()
        assert post.told().told.date == dt.date(2026, 2, 3)

    def test_one_meeting_may_be_sent_by_its_number(self, post: Post) -> None:
        workbook = making.book(making.meeting(), making.meeting(3, nr="M002", date=MOVED))
        post.build(workbook)
        assert post.send("M002").invited == ("M002",)
        actions = {one.nr: one.action for one in post.plan(workbook).meetings}
        assert actions == {"M001": Action.INVITE, "M002": Action.NOTHING}
        assert post.send().invited == ("M001",)

    def test_an_unknown_number_is_refused_and_nothing_is_marked(self, post: Post) -> None:
        post.build(book())
        with pytest.raises(UsageError) as error:
            post.send("M001", "M007", "M008")
        assert [(found.code, dict(found.data)["value"]) for found in error.value.findings] == [
            ("E-181", "M007"),
            ("E-181", "M008"),
        ]
        assert history_of(post.pack).sent == {}

    def test_where_nothing_was_built_nothing_can_be_sent(self, post: Post) -> None:
        for is_there in (False, True):
            if is_there:
                post.pack.mkdir()
            with pytest.raises(PackError) as error:
                post.send()
            assert [found.code for found in error.value.findings] == ["E-180"]
        assert list(post.pack.iterdir()) == []

    def test_what_was_not_built_to_the_end_is_named_and_not_marked(self, post: Post) -> None:
        post.build(making.book(making.meeting(), making.meeting(3, nr="M002", date=MOVED)))
        half = making.planned(book(theme="Nyt"), *post.kinds, built=history_of(post.pack).built)
        with opened(post.pack) as ledger:
            ledger.intend([(half, {"dagsorden.docx": "1"})])
            ledger.record([Written(half, {}, frozenset(), complete=False)])
        done = post.send()
        assert (done.invited, done.unfinished) == (("M002",), ("M001",))
        assert post.sent(book(theme="Nyt")).invited == ("M001",)

    def test_of_what_has_passed_nothing_is_sent(self, post: Post) -> None:
        post.build(book())
        assert post.send(day=DAY_AFTER.date()).is_empty
        assert post.send(day=dt.date(2026, 2, 3)).invited == ("M001",), "on the day itself there is time"

    def test_it_may_be_said_of_an_earlier_day(self, post: Post) -> None:
        post.build(book())
        post.send(day=dt.date(2026, 1, 12))
        assert "erstatter brevet af 12. januar 2026" in _moved_letter(post)


def _moved_letter(post: Post) -> str:
    post.build(book(date=MOVED), making.LATER)
    return post.letter(ASTA)


class TestDrafts:
    """Before anything is sent one may change it as often as one likes."""

    def test_until_it_is_sent_the_sequence_is_0(self, post: Post) -> None:
        for changes in ({}, {"date": MOVED}, {"start": dt.time(13)}, {"place": "Haven"}, {"length": 45}):
            post.build(book(**changes))
            assert post.invite().sequence == 0
        assert post.send().invited == ("M001",)

    def test_a_new_draft_has_a_new_stamp_so_that_calendars_take_it_all_the_same(self, post: Post) -> None:
        post.build(book())
        post.build(book(start=dt.time(13)), making.LATER)
        assert (post.invite().sequence, post.invite().stamp) == (0, making.LATER)

    def test_called_off_before_it_was_sent_its_files_go_and_nobody_hears_of_it(self, post: Post) -> None:
        post.build(book())
        post.build(called_off())
        assert (post.names("moeder"), post.names("aflysninger")) == ([], [])
        assert post.send().is_empty
        assert post.change(book()) is Change.NEW

    def test_deleted_before_it_was_sent_likewise(self, post: Post) -> None:
        post.build(making.book(making.meeting(), making.meeting(3, nr="M002", date=MOVED)))
        post.build(making.book(making.meeting(3, nr="M002", date=MOVED)))
        assert post.names("aflysninger") == []
        assert post.send().called_off == ()

    def test_a_calendar_id_chosen_before_sending_counts(self, post: Post) -> None:
        post.build(book())
        other = making.house(calendar_id="nyt")
        post.build(making.book(institution=other))
        assert post.invite().uid == "M001.nyt@elmegaarden.example"


class TestChanges:
    """After sending a change is an update: the same UID, and one SEQUENCE more (RFC 5546 §2.1.4)."""

    @pytest.mark.parametrize(
        "changes",
        [
            {"date": MOVED},
            {"start": dt.time(13)},
            {"length": 45},
            {"place": "Haven"},
            {"link": "https://a.example"},
        ],
        ids=lambda changes: str(*changes),
    )
    def test_the_sequence_rises_by_one(self, post: Post, changes: dict[str, Any]) -> None:
        post.sent(book())
        before = post.invite()
        assert post.sent(book(**changes), making.LATER).updated == ("M001",)
        after = post.invite()
        assert (after.uid, after.sequence, after.stamp) == (before.uid, 1, making.LATER)

    def test_however_many_drafts_there_were(self, post: Post) -> None:
        post.sent(book())
        for hour in (11, 12, 13, 14):
            post.build(book(start=dt.time(hour)), making.LATER)
            assert post.invite().sequence == 1
        assert post.send(day=LATER).updated == ("M001",)
        post.build(book(start=dt.time(9)), making.LATER)
        assert post.invite().sequence == 2

    def test_changed_back_before_sending_it_is_as_it_was_sent(self, post: Post) -> None:
        post.sent(book())
        sent = post.invite()
        post.build(book(date=MOVED), making.LATER)
        post.build(book(), making.LATER)
        after = post.invite()
        assert (after.uid, after.sequence, after.start) == (sent.uid, 0, sent.start)
        assert "erstatter" not in post.letter(ASTA)
        assert post.send(day=LATER).is_empty
        assert post.plan(book(), making.LATER).meetings[0].action is Action.NOTHING

    def test_without_a_build_in_between_not_a_byte_is_another(self, post: Post) -> None:
        post.sent(book())
        files = post.folder()
        post.plan(book(date=MOVED), making.LATER)
        post.build(book(), making.LATER)
        assert post.folder() == files

    def test_a_theme_is_no_matter_of_calendars_but_of_letters(self, post: Post) -> None:
        post.sent(book())
        assert post.sent(book(theme="Nyt"), making.LATER).updated == ("M001",)
        assert post.invite().sequence == 0
        assert "erstatter brevet af 19. januar 2026" in post.letter(ASTA)
        assert "flyttet" not in post.letter(ASTA)

    def test_once_sent_the_uid_stays_whatever_the_calendar_id_becomes(self, post: Post) -> None:
        post.sent(book())
        for calendar_id in ("nyt", ""):
            house = making.house(calendar_id=calendar_id, domain="andet.example")
            post.sent(making.book(making.meeting(date=MOVED), institution=house), making.LATER)
            assert post.invite().uid == "M001.abc123def456@elmegaarden.example"
            off = making.book(making.meeting(status=MeetingStatus.CANCELLED), institution=house)
            post.build(off, making.LATER)
            assert post.calendar("aflysninger/M001.ics").uid == "M001.abc123def456@elmegaarden.example"

    def test_a_filter_calls_nothing_off(self, post: Post) -> None:
        both = making.book(making.meeting(), making.meeting(3, nr="M002", date=MOVED))
        post.sent(both)
        files = tree(post.pack)
        windows = (
            Window(meetings=frozenset({"M002"})),
            Window(first=MOVED),
            Window(types=frozenset({"andet"})),
            Window(dt.date(2027, 1, 1)),
        )
        for window in windows:
            post.build(both, making.LATER, window)
            assert {name: data for name, data in tree(post.pack).items() if name != "oversigt.html"} == {
                name: data for name, data in files.items() if name != "oversigt.html"
            }
            assert post.send(day=LATER).is_empty

    def test_what_a_filter_left_as_it_was_is_not_sent_as_it_should_be_by_now(self, post: Post) -> None:
        post.sent(book())
        post.build(book(date=MOVED), making.LATER, Window(meetings=frozenset({"M002"})))
        assert post.invite().start.date() == dt.date(2026, 2, 3)
        assert b"20260210T" not in post.data("kalendere/B001.ics"), "the calendar is not ahead of the folder"
        assert post.send(day=LATER).is_empty
        assert post.sent(book(date=MOVED), making.LATER).updated == ("M001",)
        assert post.invite().sequence == 1

    @pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.MISSED])
    def test_of_what_was_held_or_missed_nothing_is_sent_any_more(
        self, post: Post, status: MeetingStatus
    ) -> None:
        post.sent(book())
        files = post.folder()
        assert post.sent(book(status=status, place="Haven"), DAY_AFTER).is_empty
        assert post.names("aflysninger") == []
        assert post.folder() == files


class TestCallingOff:
    def test_a_sent_meeting_is_cancelled_for_everybody(self, post: Post) -> None:
        post.sent(book())
        result = post.build(called_off(), making.LATER)
        assert post.names("aflysninger") == ["M001.ics", "M001_B001.docx", "M001_P001.docx", "M001_P002.docx"]
        assert not (post.pack / M001).exists()
        off = post.calendar("aflysninger/M001.ics")
        assert (off.method, off.status, off.sequence) == ("CANCEL", Status.CANCELLED, 1)
        assert (off.uid, off.start.date()) == ("M001.abc123def456@elmegaarden.example", dt.date(2026, 2, 3))
        assert b"ATTENDEE" not in post.data("aflysninger/M001.ics")
        assert "aflysninger/M001_B001.docx" in result.written
        assert post.send(day=LATER).called_off == ("M001",)

    def test_the_letter_says_which_meeting_and_which_letter(self, post: Post) -> None:
        post.sent(book())
        post.build(called_off(), making.LATER)
        words = post.said("aflysninger/M001_B001.docx")
        assert words.splitlines() == [
            "Mødet er aflyst",
            "Kære Asta Eksempel",
            "tirsdag den 3. februar 2026 kl. 10.00–11.00, Mødelokale 1, vores brev af 19. januar 2026",
            "alle",
        ]

    def test_it_says_what_people_were_told_whatever_was_drafted_since(self, post: Post) -> None:
        post.sent(book())
        post.build(book(date=MOVED, place="Haven"), making.LATER)
        post.build(book(date=MOVED, place="Haven", status=MeetingStatus.CANCELLED), making.LATER)
        off = post.calendar("aflysninger/M001.ics")
        assert (off.start.date(), off.location, off.sequence) == (dt.date(2026, 2, 3), "Mødelokale 1", 1)

    def test_once_sent_the_cancellation_stays_as_it_is_until_the_day_has_passed(self, post: Post) -> None:
        post.sent(book())
        assert post.sent(called_off(), making.LATER).called_off == ("M001",)
        file = post.data("aflysninger/M001.ics")
        assert post.sent(called_off(), making.LATER + dt.timedelta(days=1)).is_empty
        assert post.data("aflysninger/M001.ics") == file
        assert post.plan(called_off(), making.LATER).cancellations[0].is_sent
        post.build(called_off(), DAY_AFTER)
        assert post.names("aflysninger") == []

    def test_back_on_before_the_cancellation_was_sent_it_is_as_before(self, post: Post) -> None:
        post.sent(book())
        post.build(called_off(), making.LATER)
        post.build(book(), making.LATER)
        assert post.names("aflysninger") == []
        assert post.invite().sequence == 0
        assert post.send(day=LATER).is_empty

    def test_back_on_after_it_was_sent_it_is_invited_to_anew_under_the_same_uid(self, post: Post) -> None:
        post.sent(book())
        uid = post.invite().uid
        post.sent(called_off(), making.LATER)
        assert post.plan(book(), making.LATER).meetings[0].action is Action.UPDATE
        post.build(book(), making.LATER)
        assert (post.invite().uid, post.invite().sequence) == (uid, 2)
        assert "erstatter" not in post.letter(ASTA), "a cancellation is no letter that is replaced"
        assert post.names("aflysninger") == []
        done = post.send(day=LATER)
        assert (done.invited, done.updated, done.called_off) == ((), ("M001",), ())
        assert post.sent(called_off(), making.LATER).called_off == ("M001",)
        assert post.calendar("aflysninger/M001.ics").sequence == 3

    def test_minutes_that_somebody_began_stay_and_do_not_bring_the_meeting_back(self, post: Post) -> None:
        post.sent(book())
        edit(post.pack / M001 / "referat.docx")
        assert post.sent(called_off(), making.LATER).called_off == ("M001",)
        assert post.names(M001) == ["referat.docx"]
        assert post.send(day=LATER).is_empty
        assert post.told().cancelled
        assert post.sent(book(), making.LATER).updated == ("M001",)
        assert post.invite().sequence == 2

    def test_nor_do_they_when_it_is_called_off_a_second_time(self, post: Post) -> None:
        post.sent(book())
        post.sent(called_off(), making.LATER)
        post.build(book(), making.LATER)
        edit(post.pack / M001 / "referat.docx")
        post.build(called_off(), making.LATER)
        assert post.send(day=LATER).is_empty
        assert post.told().cancelled

    def test_of_a_draft_that_was_never_sent_they_make_no_invitation(self, post: Post) -> None:
        post.build(book())
        edit(post.pack / M001 / "referat.docx")
        assert post.sent(called_off(), making.LATER).is_empty
        post.build(called_off(), making.LATER)
        assert post.names("aflysninger") == []
        assert post.sent(book(), making.LATER).invited == ("M001",)
        assert sorted(post.folder()) == [
            "dagsorden.docx",
            *(f"invitation_{nr}.docx" for nr in (ASTA, LENE, BO)),
            "moede.ics",
            "referat.docx",
        ]

    def test_a_draft_that_was_never_sent_is_not_sent_with_the_cancellation(self, post: Post) -> None:
        post.sent(book())
        post.build(book(date=MOVED), making.LATER)
        edit(post.pack / "moeder/2026-02-10_1000_samtale_M001/referat.docx")
        done = post.sent(called_off(), making.LATER)
        assert (done.updated, done.called_off) == ((), ("M001",))
        assert (post.told().told.date, post.told().sequence) == (dt.date(2026, 2, 3), 1)

    def test_of_what_has_passed_nothing_is_called_off(self, post: Post) -> None:
        post.sent(book())
        assert post.sent(called_off(), DAY_AFTER).is_empty
        assert post.names("aflysninger") == []

    def test_nor_is_it_when_the_day_passed_between_building_and_sending(self, post: Post) -> None:
        post.sent(book())
        post.build(called_off(), making.LATER)
        assert post.send(day=DAY_AFTER.date()).is_empty

    def test_by_its_number_one_cancellation_is_sent_and_others_wait(self, post: Post) -> None:
        on = (making.meeting(), making.meeting(3, nr="M002", date=MOVED))
        off = tuple(making.meeting(row, nr=one.nr, date=one.date, status=MeetingStatus.CANCELLED)
                    for row, one in enumerate(on, 2))  # fmt: skip
        post.sent(making.book(*on))
        post.build(making.book(*off), making.LATER)
        assert post.send("M002", day=LATER).called_off == ("M002",)
        assert post.send(day=LATER).called_off == ("M001",)


class TestDeleting:
    def test_a_row_deleted_after_sending_is_a_cancellation(self, post: Post) -> None:
        post.sent(book())
        assert post.sent(without(), making.LATER).called_off == ("M001",)
        assert post.calendar("aflysninger/M001.ics").status is Status.CANCELLED

    def test_put_back_it_is_on_again(self, post: Post) -> None:
        post.sent(book())
        post.sent(without(), making.LATER)
        post.build(book(), making.LATER)
        assert post.invite().sequence == 2

    @pytest.mark.parametrize("nr", ["M001", ""], ids=["its own", "one without a number"])
    def test_not_while_a_row_cannot_be_read_that_may_be_its_own(self, post: Post, nr: str) -> None:
        post.sent(book())
        files = post.folder()
        unread = BrokenRow(making.at("Møder", 9), nr)
        rows = making.meeting(nr="M002", date=dt.date(2026, 2, 5))
        post.build(making.book(rows, broken=(unread,)), making.LATER)
        assert post.names("aflysninger") == []
        assert post.folder() == files
        assert post.send(day=LATER).called_off == ()

    def test_a_row_that_cannot_be_read_and_is_another_ones_does_not_hold_it_up(self, post: Post) -> None:
        post.sent(book())
        unread = BrokenRow(making.at("Møder", 9), "M008")
        rows = making.meeting(nr="M002", date=dt.date(2026, 2, 5))
        post.build(making.book(rows, broken=(unread,)), making.LATER)
        assert "M001.ics" in post.names("aflysninger")

    def test_what_went_to_the_archive_is_not_deleted(self, post: Post) -> None:
        post.sent(book())
        rows = making.meeting(nr="M002", date=dt.date(2026, 2, 5))
        post.build(making.book(rows, archived=(Archived(nr="M001", date=dt.date(2026, 2, 3)),)), making.LATER)
        assert post.names("aflysninger") == []

    def test_what_has_passed_is_not_called_off_when_its_row_goes(self, post: Post) -> None:
        post.sent(book())
        post.build(without(), DAY_AFTER)
        assert post.names("aflysninger") == []
        assert post.send(day=DAY_AFTER.date()).called_off == ()


class TestNumbers:
    """A number that was sent means that person and that kind of meeting for ever."""

    def test_another_resident_under_a_sent_number_is_an_error(self, post: Post) -> None:
        post.sent(book())
        files = post.folder()
        other = making.resident(3, nr="B002", first_name="Berta")
        workbook = making.book(making.meeting(resident="B002"), residents=(making.resident(), other))
        result = post.build(workbook, making.LATER)
        assert [(found.code, str(found.place)) for left in result.left_out for found in left.findings] == [
            ("E-231", "Møder!C2 (Beboer)")
        ]
        assert post.folder() == files
        assert post.names("aflysninger") == []
        assert post.send(day=LATER).is_empty

    def test_another_type_likewise(self, post: Post, tmp_path_factory: pytest.TempPathFactory) -> None:
        post.sent(book())
        post.kinds = [*post.kinds, course_type(tmp_path_factory.mktemp("flere"), "andet", "Andet møde")]
        result = post.build(book(type="andet"), making.LATER)
        assert [(found.code, str(found.place)) for left in result.left_out for found in left.findings] == [
            ("E-231", "Møder!B2 (Type)")
        ]

    def test_as_long_as_it_has_not_been_sent_a_number_may_change_hands(self, post: Post) -> None:
        post.build(book())
        other = making.resident(3, nr="B002", first_name="Berta")
        workbook = making.book(making.meeting(resident="B002"), residents=(making.resident(), other))
        assert codes(post.build(workbook)) == []
        assert "invitation_B002.docx" in post.folder()


class TestLetters:
    def test_a_letter_that_replaces_says_so_with_old_and_new_time_and_place(self, post: Post) -> None:
        post.sent(book())
        post.build(book(date=MOVED, start=dt.time(13), place="Haven"), making.LATER)
        for person in (ASTA, LENE, BO):
            assert post.letter(person).splitlines()[:5] == [
                "26. januar 2026",
                "tirsdag den 10. februar 2026 kl. 13.00–14.00, Haven",
                "erstatter brevet af 19. januar 2026",
                "flyttet fra tirsdag den 3. februar 2026 kl. 10.00–11.00",
                "før i Mødelokale 1",
            ]

    def test_sent_and_built_again_it_is_the_same_letter(self, post: Post) -> None:
        post.sent(book())
        post.sent(book(date=MOVED), making.LATER)
        files = post.folder()
        post.sent(book(date=MOVED), making.LATER + dt.timedelta(days=1))
        assert post.folder() == files

    def test_the_next_change_replaces_the_second_letter(self, post: Post) -> None:
        post.sent(book())
        post.sent(book(date=MOVED), making.LATER)
        post.build(book(date=MOVED, start=dt.time(13)), making.LATER)
        words = post.letter(ASTA)
        assert "erstatter brevet af 26. januar 2026" in words
        assert "flyttet fra tirsdag den 10. februar 2026" in words

    def test_who_had_no_letter_is_not_told_of_one(self, post: Post) -> None:
        post.sent(book())
        post.build(book(date=MOVED, extra=("P003",)), making.LATER)
        assert "erstatter" in post.letter(ASTA)
        assert "erstatter" not in post.letter("P003")
        assert "flyttet" not in post.letter("P003")

    def test_where_only_calendars_went_out_no_letter_is_replaced(self, post: Post) -> None:
        far = dt.date(2026, 3, 31)
        done = post.sent(book(date=far))
        assert (done.invited, post.told().letters) == (("M001",), False)
        assert [name for name in post.folder() if name.startswith("invitation")] == []
        due = dt.datetime(2026, 3, 3, 9, tzinfo=making.COPENHAGEN)
        assert post.sent(book(date=far), due - dt.timedelta(days=1)).is_empty
        assert post.sent(book(date=far), due).invited == ("M001",), "the letters are the first ones"
        assert "erstatter" not in post.letter(ASTA)
        assert (post.invite().sequence, post.told().letters) == (0, True)

    def test_moved_in_calendars_alone_the_invite_rises_and_the_letter_is_a_first_one(
        self, post: Post
    ) -> None:
        post.sent(book(date=dt.date(2026, 3, 31)))
        post.build(book(date=dt.date(2026, 4, 8)), making.LATER)
        assert post.invite().sequence == 1
        post.build(book(date=MOVED), making.LATER)
        assert post.invite().sequence == 1
        assert "erstatter" not in post.letter(ASTA)

    def test_called_off_in_calendars_alone_nobody_gets_a_letter(self, post: Post) -> None:
        far = dt.date(2026, 3, 31)
        post.sent(book(date=far))
        post.build(book(date=far, status=MeetingStatus.CANCELLED), making.LATER)
        assert post.names("aflysninger") == ["M001.ics"]

    def test_a_meeting_named_by_its_number_has_letters_before_they_are_due(self, post: Post) -> None:
        far = dt.date(2026, 3, 31)
        post.build(book(date=far), window=Window(meetings=frozenset({"M001"})))
        assert "invitation_B001.docx" in post.folder()
        post.build(book(date=far))
        assert "invitation_B001.docx" in post.folder(), "and keeps them"

    def test_a_type_without_a_letter_for_it_says_so(self, samtale: MeetingType, post: Post) -> None:
        post.kinds = [samtale]
        post.sent(book())
        result = post.build(called_off(), making.LATER)
        assert post.names("aflysninger") == ["M001.ics"]
        assert codes(result) == [("W-173", "aflysninger/M001.ics")]
