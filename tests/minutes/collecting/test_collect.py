"""What filled minutes bring into the workbook: once, and never over what people have changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.minutes.values import Agreed, Attendance, FilledMinutes, NextMeeting, Presence
from docgen.model import CourseStatus, DecisionStatus, Institution, MeetingStatus
from tests import making
from tests.minutes.office import ASK, MARCH, NOW, TRY, Office, codes, kind, minutes


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.of(tmp_path)


def absent(*who: str) -> tuple[Attendance, ...]:
    """Everybody's rows, with these marked as not there."""
    return tuple(
        Attendance(nr, Presence.STAYED_AWAY if nr in who else Presence.CAME)
        for nr in ("B001", "P001", "P002", "P003")
    )


class TestDecisions:
    def test_each_gets_a_row(self, office: Office) -> None:
        office.collect(minutes(decisions=(TRY, ASK)))
        first, second = office.decisions()
        assert (first.meeting, first.number, first.decision) == ("M001", "1", TRY.text)
        assert (first.responsible, first.deadline) == ("Bo Enhedsen", dt.date(2026, 2, 20))
        assert (first.status, first.collected) == (DecisionStatus.OPEN, "04-02-2026 08:30")
        assert first.minutes == "2026-02-03_1000_samtale_M001/referat.docx"
        assert (second.number, second.decision) == ("2", ASK.text)

    def test_the_second_time_nothing_is_written(self, office: Office) -> None:
        office.collect(minutes(next=MARCH))
        before = office.path.read_bytes()
        again = office.collect(minutes(next=MARCH))
        assert (again.edits, again.copy) == ((), None)
        assert office.path.read_bytes() == before

    def test_a_new_one_is_added_to_those_that_are_there(self, office: Office) -> None:
        office.collect(minutes())
        done = office.collect(minutes(decisions=(TRY, ASK)))
        assert [one.added for one in done.meetings] == [(ASK,)]
        assert [row.number for row in office.decisions()] == ["1", "2"]

    def test_a_row_that_word_put_in_between_moves_none_of_the_others(self, office: Office) -> None:
        office.collect(minutes(decisions=(TRY, ASK)))
        office.edit("Beslutninger", 3, {"Status": "Udført"})
        between = replace(TRY, key="3", text="Bo ringer om fredagen")
        office.collect(minutes(decisions=(TRY, between, ASK)))
        rows = [(row.number, row.decision, row.status) for row in office.decisions()]
        assert rows == [
            ("1", TRY.text, DecisionStatus.OPEN),
            ("2", ASK.text, DecisionStatus.DONE),
            ("3", "Bo ringer om fredagen", DecisionStatus.OPEN),
        ]

    def test_rows_that_have_changed_places_stay_the_same_decisions(self, office: Office) -> None:
        office.collect(minutes(decisions=(TRY, ASK)))
        swapped = (replace(ASK, key="1"), replace(TRY, key="2"))
        assert office.collect(minutes(decisions=swapped)).edits == ()

    def test_one_that_was_pasted_once_more_has_one_row_and_its_first_number(self, office: Office) -> None:
        office.collect(minutes(decisions=(TRY, ASK, replace(TRY, key="6"))))
        assert [(row.number, row.decision) for row in office.decisions()] == [
            ("1", TRY.text),
            ("2", ASK.text),
        ]

    def test_a_correction_in_the_minutes_corrects_the_row(self, office: Office) -> None:
        office.collect(minutes())
        later = replace(TRY, deadline=dt.date(2026, 2, 27))
        assert office.collect(minutes(decisions=(later,))).meetings[0].corrected == (later,)
        (row,) = office.decisions()
        assert (row.number, row.deadline) == ("1", dt.date(2026, 2, 27))

    @pytest.mark.parametrize(
        "change",
        [{"Beslutning": "Asta prøver to timer"}, {"Frist": dt.date(2026, 4, 1)}, {"Status": "Udført"}],
    )
    def test_but_not_over_what_people_have_changed(self, office: Office, change: dict[str, object]) -> None:
        office.collect(minutes())
        office.edit("Beslutninger", 2, change)
        before = office.decisions()
        done = office.collect(minutes(decisions=(replace(TRY, text="Asta prøver tre timer"),)))
        assert codes(done) == ["W-332"]
        assert office.decisions() == before

    def test_rows_that_people_have_numbered_anew_are_corrected_and_keep_their_numbers(
        self, office: Office
    ) -> None:
        office.collect(minutes(decisions=(TRY, ASK)))
        for row, number in ((2, 2), (3, 1)):
            office.edit("Beslutninger", row, {"Nr": number})
        done = office.collect(minutes(decisions=(replace(TRY, text="Asta prøver tre timer"), ASK)))
        assert codes(done) == []
        assert [(row.number, row.decision) for row in office.decisions()] == [
            ("2", "Asta prøver tre timer"),
            ("1", ASK.text),
        ]

    def test_a_row_that_people_have_changed_gets_no_twin_when_what_is_remembered_was_cleared(
        self, office: Office
    ) -> None:
        office.collect(minutes())
        office.edit("Beslutninger", 2, {"Beslutning": "Asta prøver to timer"})
        office.edit("Møder", office.meeting("M001").at.number or 0, {"Indlæst": None})
        assert codes(office.collect(minutes())) == ["W-332"]
        assert [row.decision for row in office.decisions()] == ["Asta prøver to timer"]

    def test_what_people_have_changed_is_left_alone_when_the_minutes_have_not(self, office: Office) -> None:
        office.collect(minutes())
        office.edit("Beslutninger", 2, {"Beslutning": "Asta prøver to timer"})
        done = office.collect(minutes())
        assert (done.edits, codes(done)) == ((), [])

    def test_what_people_have_deleted_does_not_come_back(self, office: Office) -> None:
        office.collect(minutes(decisions=(TRY, ASK)))
        office.delete("Beslutninger", 2)
        assert office.collect(minutes(decisions=(TRY, ASK))).edits == ()
        assert [row.decision for row in office.decisions()] == [ASK.text]

    def test_not_even_changed_but_people_are_told(self, office: Office) -> None:
        office.collect(minutes())
        office.delete("Beslutninger", 2)
        done = office.collect(minutes(decisions=(replace(TRY, text="Asta prøver tre timer"),)))
        assert (codes(done), office.decisions()) == (["W-331"], ())

    def test_one_that_is_taken_out_of_the_minutes_stays_and_is_named(self, office: Office) -> None:
        office.collect(minutes(decisions=(TRY, ASK)))
        done = office.collect(minutes(decisions=(TRY,)))
        assert [(one.code, str(one.place)) for one in done.findings] == [
            ("W-330", "Beslutninger!C3 (Beslutning)")
        ]
        assert len(office.decisions()) == 2

    def test_one_that_people_wrote_themselves_is_not_written_again(self, tmp_path: Path) -> None:
        office = Office.of(tmp_path)
        office.edit("Beslutninger", 2, {"Møde": "M001", "Beslutning": TRY.text, "Ansvarlig": TRY.responsible,
                                        "Frist": TRY.deadline})  # fmt: skip
        assert office.collect(minutes()).meetings[0].added == ()
        assert [row.decision for row in office.decisions()] == [TRY.text]

    def test_a_cpr_number_goes_nowhere_and_is_not_repeated(self, office: Office) -> None:
        done = office.collect(minutes(decisions=(replace(TRY, text="Ring om 010190-1234"), ASK)))
        assert codes(done) == ["E-308"]
        assert "010190" not in str(done.findings[0])
        assert [row.decision for row in office.decisions()] == [ASK.text]

    def test_one_that_no_cell_can_hold_stops_none_of_the_others(self, office: Office) -> None:
        done = office.collect(minutes(decisions=(replace(TRY, text="a" * 40_000), ASK)))
        assert codes(done) == ["E-309"]
        assert [row.decision for row in office.decisions()] == [ASK.text]

    def test_a_text_that_looks_like_a_formula_stays_a_text(self, office: Office) -> None:
        office.collect(minutes(decisions=(replace(TRY, text='=HYPERLINK("x")\nog <b> & "c"'),)))
        assert office.decisions()[0].decision == '=HYPERLINK("x")\nog <b> & "c"'
        assert b"<f>" not in office.path.read_bytes()

    @pytest.mark.parametrize("who", ["Bo Enhedsen", "P002", "bo", "Bo og Mona", "Lene Ledersen; B001", ""])
    def test_whoever_is_known_needs_no_word(self, office: Office, who: str) -> None:
        assert codes(office.collect(minutes(decisions=(replace(TRY, responsible=who),)))) == []

    @pytest.mark.parametrize("who", ["Ukendt", "Ida", "Bo og Ukendt"])
    def test_whoever_is_not_is_told_once_by_the_field_and_never_by_name(
        self, office: Office, who: str
    ) -> None:
        decided = minutes(decisions=(replace(TRY, responsible=who),))
        (found,) = office.collect(decided).findings
        assert str(found.place) == "2026-02-03_1000_samtale_M001/referat.docx (Ansvarlig for beslutning 1)"
        assert (found.code, who in str(found)) == ("W-316", False)
        assert office.decisions()[0].responsible == who
        assert codes(office.collect(decided)) == []


class TestStatus:
    def test_a_meeting_with_minutes_was_held(self, office: Office) -> None:
        assert office.collect(minutes()).meetings[0].status is MeetingStatus.HELD
        assert office.meeting("M001").status is MeetingStatus.HELD

    def test_it_was_missed_when_the_resident_did_not_come(self, office: Office) -> None:
        office.collect(minutes(attendance=absent("B001")))
        assert office.meeting("M001").status is MeetingStatus.MISSED

    def test_but_not_when_somebody_else_did_not(self, office: Office) -> None:
        office.collect(minutes(attendance=absent("P001", "P002")))
        assert office.meeting("M001").status is MeetingStatus.HELD

    def test_a_group_meeting_was_missed_when_nobody_came(self, tmp_path: Path) -> None:
        office = Office.of(tmp_path, making.meeting(resident=""))
        office.types = (kind(about_resident=False),)
        office.collect(minutes(attendance=absent("B001", "P001", "P002", "P003")))
        assert office.meeting("M001").status is MeetingStatus.MISSED

    def test_a_correction_in_the_minutes_corrects_it(self, office: Office) -> None:
        office.collect(minutes(attendance=absent("B001")))
        office.collect(minutes())
        assert office.meeting("M001").status is MeetingStatus.HELD

    def test_what_people_have_set_it_to_stays(self, office: Office) -> None:
        office.edit("Møder", 2, {"Status": "Ikke mødt"})
        office.collect(minutes())
        assert office.meeting("M001").status is MeetingStatus.MISSED

    def test_nothing_is_taken_of_a_meeting_that_was_called_off(self, office: Office) -> None:
        office.edit("Møder", 2, {"Status": "Aflyst"})
        done = office.collect(minutes())
        assert (codes(done), done.edits) == (["W-321"], ())

    def test_nor_of_one_that_lies_ahead(self, office: Office) -> None:
        office.now = NOW.replace(day=2)
        done = office.collect(minutes())
        assert (codes(done), done.edits) == (["W-320"], ())

    def test_minutes_are_collected_on_the_day_itself(self, office: Office) -> None:
        office.now = NOW.replace(day=3)
        assert office.collect(minutes()).meetings[0].status is MeetingStatus.HELD


class TestTheNextMeeting:
    def test_it_gets_a_row_with_the_next_number(self, tmp_path: Path) -> None:
        first = making.meeting(length=45, facilitator="P002", extra=("P003",), absent=("P001",))
        office = Office.of(tmp_path, first)
        office.collect(minutes(next=MARCH))
        row = office.meeting("M002")
        assert (row.type, row.resident, row.date, row.start) == ("samtale", "B001", MARCH.date, MARCH.start)
        assert (row.place, row.length, row.facilitator) == ("Mødelokale 2", 45, "P002")
        assert (row.extra, row.absent) == (("P003",), ("P001",))
        assert (row.status, row.remark, row.theme) == (MeetingStatus.PLANNED, "aftalt på M001", "")

    @pytest.mark.parametrize(
        ("numbers", "expected"),
        [(("M001", "M099"), "M100"), (("M001", "m7"), "M008"), (("M001", "2026-01", "M3"), "M004")],
    )
    def test_the_number_follows_the_others(
        self, tmp_path: Path, numbers: tuple[str, ...], expected: str
    ) -> None:
        rows = [making.meeting(row, nr=nr, type="andet") for row, nr in enumerate(numbers[1:], 3)]
        office = Office.of(tmp_path, making.meeting(), *rows)
        assert office.collect(minutes(next=MARCH)).meetings[0].followup is not None
        assert office.numbers()[-1] == expected

    def test_no_number_of_the_archive_is_given_again(self, tmp_path: Path) -> None:
        office = Office.of(tmp_path, archived=(making.archived("M002"),))
        office.collect(minutes(next=MARCH))
        assert office.numbers() == ["M001", "M003"]

    def test_two_minutes_get_two_numbers(self, tmp_path: Path) -> None:
        office = Office.of(tmp_path, making.meeting(), making.meeting(3, nr="M002", type="andet"))
        office.types = (kind(), kind(name="andet", title="Andet"))
        second = minutes("M002", next=MARCH)
        second = replace(second, identity=replace(second.identity, kind="andet"))
        office.collect(minutes(next=MARCH), second)
        assert [(row.nr, row.type) for row in office.book().meetings][2:] == [
            ("M003", "samtale"),
            ("M004", "andet"),
        ]

    def test_place_and_time_that_were_not_said_are_those_of_this_one(self, office: Office) -> None:
        done = office.collect(minutes(next=NextMeeting(date=MARCH.date)))
        assert codes(done) == ["W-342"]
        row = office.meeting("M002")
        assert (row.start, row.place) == (dt.time(10), "Mødelokale 1")

    def test_a_place_alone_is_no_meeting(self, office: Office) -> None:
        for _ in range(2):  # it is said until it is mended
            done = office.collect(minutes(next=NextMeeting(place="Mødelokale 2")))
            assert codes(done) == ["W-340"]
        assert office.numbers() == ["M001"]

    def test_nor_is_a_day_before_this_one(self, office: Office) -> None:
        done = office.collect(minutes(next=replace(MARCH, date=dt.date(2026, 2, 3))))
        assert codes(done) == ["W-341"]
        assert office.numbers() == ["M001"]

    def test_one_that_people_have_put_there_already_is_left_as_it_is(self, tmp_path: Path) -> None:
        there = making.meeting(3, nr="M002", date=MARCH.date, start=MARCH.start, place="Haven")
        office = Office.of(tmp_path, making.meeting(), there)
        done = office.collect(minutes(next=MARCH))
        assert (codes(done), office.numbers()) == ([], ["M001", "M002"])
        assert office.meeting("M002").place == "Haven"

    def test_also_where_they_have_written_the_types_title(self, tmp_path: Path) -> None:
        same = making.meeting(nr="M002", type=kind().title.upper(), date=MARCH.date, start=MARCH.start)
        office = Office.of(tmp_path, making.meeting(), same)
        assert codes(office.collect(minutes(next=MARCH))) == []
        assert office.numbers() == ["M001", "M002"]

    def test_another_one_that_is_planned_is_named(self, tmp_path: Path) -> None:
        there = making.meeting(3, nr="M002", date=dt.date(2026, 3, 17))
        office = Office.of(tmp_path, making.meeting(), there)
        assert codes(office.collect(minutes(next=MARCH))) == ["W-345"]
        assert office.numbers() == ["M001", "M002", "M003"]

    def test_a_day_and_a_tick_that_none_is_needed_is_a_question(self, office: Office) -> None:
        done = office.collect(minutes(next=replace(MARCH, not_needed=True)))
        assert (codes(done), office.numbers()) == (["W-347"], ["M001"])
        assert codes(office.collect(minutes(next=MARCH))) == []
        assert office.numbers() == ["M001", "M002"]

    @pytest.mark.parametrize("later", [NextMeeting(), NextMeeting(not_needed=True)])
    def test_one_that_is_no_longer_agreed_is_named_until_it_is_called_off(
        self, office: Office, later: NextMeeting
    ) -> None:
        office.collect(minutes(next=MARCH))
        for _ in range(2):
            found = office.collect(minutes(next=later)).findings
            assert [(one.code, one.place.heading) for one in found] == [("W-348", "Status")]
        assert office.meeting("M002").date == MARCH.date
        office.edit("Møder", office.meeting("M002").at.number or 0, {"Status": "Aflyst"})
        assert codes(office.collect(minutes(next=later))) == []

    def test_when_another_day_is_agreed_its_row_follows(self, office: Office) -> None:
        office.collect(minutes(next=MARCH))
        office.collect(minutes(next=replace(MARCH, date=dt.date(2026, 3, 10))))
        assert office.meeting("M002").date == dt.date(2026, 3, 10)
        assert office.numbers() == ["M001", "M002"]

    def test_but_not_where_people_have_moved_it(self, office: Office) -> None:
        office.collect(minutes(next=MARCH))
        office.edit("Møder", 3, {"Dato": dt.date(2026, 3, 6)})
        done = office.collect(minutes(next=replace(MARCH, date=dt.date(2026, 3, 10))))
        assert codes(done) == ["W-344"]
        assert office.meeting("M002").date == dt.date(2026, 3, 6)
        assert office.collect(minutes(next=replace(MARCH, date=dt.date(2026, 3, 10)))).edits == ()

    def test_nor_where_they_have_deleted_it(self, office: Office) -> None:
        office.collect(minutes(next=MARCH))
        office.delete("Møder", 3)
        assert office.collect(minutes(next=MARCH)).edits == ()
        assert codes(office.collect(minutes(next=replace(MARCH, date=dt.date(2026, 3, 10))))) == ["W-346"]
        assert office.numbers() == ["M001"]


class TestInACourse:
    """F001 of B001, from 3 February; its first meeting has no row."""

    @pytest.fixture
    def office(self, tmp_path: Path) -> Office:
        other = making.meeting(nr="M009", type="andet", date=dt.date(2026, 1, 20))
        return Office.of(tmp_path, other, courses=(making.course(),))

    def test_the_meeting_itself_gets_a_row_as_it_was_held(self, office: Office) -> None:
        office.collect(minutes("F001-01"))
        row = office.meeting("F001-01")
        assert (row.status, row.course, row.resident) == (MeetingStatus.HELD, "F001", "B001")
        assert (row.date, row.start, row.length, row.place) == (
            dt.date(2026, 2, 3),
            dt.time(10),
            60,
            "Kontoret",
        )

    def test_the_next_number_stands_where_it_was_agreed(self, office: Office) -> None:
        office.collect(minutes("F001-01", next=MARCH))
        row = office.meeting("F001-02")
        assert (row.type, row.course, row.date, row.start) == ("samtale", "F001", MARCH.date, MARCH.start)
        assert (row.place, row.computed, row.remark) == ("Mødelokale 2", "", "aftalt på F001-01")

    def test_the_next_one_has_one_row_when_it_too_was_held_before_anything_was_collected(
        self, office: Office
    ) -> None:
        office.now = dt.datetime(2026, 4, 1, 8, 30, tzinfo=making.COPENHAGEN)
        first, second = minutes("F001-01", next=MARCH), minutes("F001-02", decisions=(ASK,))
        office.collect(first, second)
        assert office.numbers() == ["M009", "F001-01", "F001-02"]
        row = office.meeting("F001-02")
        assert (row.status, row.date, row.start) == (MeetingStatus.HELD, MARCH.date, MARCH.start)
        before = office.path.read_bytes()
        assert codes(office.collect(first, second)) == []
        assert office.path.read_bytes() == before

    def test_but_not_one_that_by_then_lies_ahead(self, office: Office) -> None:
        found = office.collect(minutes("F001-01", next=MARCH), minutes("F001-02", decisions=(ASK,)))
        assert codes(found) == ["W-320"]
        assert office.meeting("F001-02").status is MeetingStatus.PLANNED

    def test_a_row_that_docgen_wrote_is_moved_and_is_peoples_from_then_on(self, tmp_path: Path) -> None:
        own = making.meeting(nr="F001-02", date=dt.date(2026, 2, 10), start=dt.time(9), course="F001",
                             computed="10-02-2026 09:00", remark="flyttet fra kl. 10.00")  # fmt: skip
        office = Office.of(tmp_path, own, courses=(making.course(),))
        office.collect(minutes("F001-01", next=MARCH))
        row = office.meeting("F001-02")
        assert (row.date, row.start, row.place) == (MARCH.date, MARCH.start, "Mødelokale 2")
        assert (row.computed, row.remark) == ("", "aftalt på F001-01")

    def test_a_row_that_people_have_set_is_not(self, tmp_path: Path) -> None:
        theirs = making.meeting(nr="F001-02", date=dt.date(2026, 2, 12), course="F001",
                                computed="10-02-2026 09:00")  # fmt: skip
        office = Office.of(tmp_path, theirs, courses=(making.course(),))
        assert codes(office.collect(minutes("F001-01", next=MARCH))) == ["W-344"]
        assert office.meeting("F001-02").date == dt.date(2026, 2, 12)

    def test_after_the_meeting_that_opens_it_comes_its_first(self, tmp_path: Path) -> None:
        opening = making.meeting(type="andet", course="F001")
        office = Office.of(tmp_path, opening, courses=(making.course(),))
        office.types = (kind(), kind(name="andet", title="Andet"))
        team = minutes(next=replace(MARCH, date=dt.date(2026, 2, 9)))
        office.collect(replace(team, identity=replace(team.identity, kind="andet")))
        row = office.meeting("F001-01")
        assert (row.type, row.date) == ("samtale", dt.date(2026, 2, 9))

    def test_where_it_meets_unless_another_place_was_agreed(self, office: Office) -> None:
        office.collect(minutes("F001-01", next=replace(MARCH, place="")))
        assert office.meeting("F001-02").place == "Kontoret"

    def test_when_no_more_are_needed_people_are_told_that_it_goes_on(self, office: Office) -> None:
        found = [codes(office.collect(minutes("F001-01", next=NextMeeting(not_needed=True)))) for _ in "12"]
        assert found == [["W-343"], []]  # once: they may mean it
        assert office.numbers() == ["M009", "F001-01"]

    def test_until_it_is_over(self, tmp_path: Path) -> None:
        ended = making.course(status=CourseStatus.ENDED)
        office = Office.of(tmp_path, making.meeting(nr="F001-01", course="F001"), courses=(ended,))
        assert codes(office.collect(minutes("F001-01", next=NextMeeting(not_needed=True)))) == []


class TestWhatIsRefused:
    def test_minutes_of_another_house(self, office: Office) -> None:
        other = minutes()
        done = office.collect(replace(other, identity=replace(other.identity, calendar_id="fremmed")))
        assert (codes(done), done.edits) == (["E-302"], ())

    def test_minutes_of_a_house_without_a_calendar_id_are_its_own(self, tmp_path: Path) -> None:
        house: Institution = making.house(calendar_id="")
        office = Office.of(tmp_path, institution=house)
        plan = making.plan(office.book())
        own = minutes()
        identity = replace(own.identity, calendar_id=plan.institution.calendar_id)
        assert codes(office.collect(replace(own, identity=identity))) == []

    def test_an_unknown_meeting(self, office: Office) -> None:
        assert codes(office.collect(minutes("M404"), minutes())) == ["E-303"]
        assert office.meeting("M001").status is MeetingStatus.HELD

    def test_a_meeting_that_has_been_archived_is_passed_over_in_silence(self, tmp_path: Path) -> None:
        office = Office.of(tmp_path, archived=(making.archived("M007"),))
        done = office.collect(minutes("M007"))
        assert (codes(done), done.edits, done.seen) == ([], (), 1)

    def test_blank_minutes_of_a_meeting_that_is_gone_say_nothing(self, office: Office) -> None:
        blank = FilledMinutes(file=Path("a.docx"), identity=minutes("M404").identity)
        assert codes(office.collect(blank)) == []

    def test_a_meeting_whose_row_cannot_be_read(self, office: Office) -> None:
        office.edit("Møder", 2, {"Dato": "engang"})
        assert codes(office.collect(minutes())) == ["E-307"]

    def test_a_row_that_is_about_another_resident_by_now(self, tmp_path: Path) -> None:
        """Somebody has sorted the column Nr alone."""
        both = (making.resident(), making.resident(3, nr="B002", first_name="Ib", last_name="Nabo"))
        office = Office.of(tmp_path, making.meeting(resident="B002"), residents=both)
        done = office.collect(minutes())
        assert (codes(done), done.edits) == (["E-322"], ())

    def test_two_different_minutes_of_one_meeting(self, office: Office) -> None:
        other = minutes(decisions=(ASK,), file=Path("kopi/referat (2).docx"))
        done = office.collect(minutes(), other)
        assert (codes(done), done.edits) == (["E-304"], ())
        assert "kopi/referat (2).docx" in str(done.findings[0])

    def test_they_are_told_apart_by_their_folders_where_a_pack_was_copied(self, office: Office) -> None:
        one, other = minutes(), minutes(decisions=(ASK,))
        files = [Path(pack) / one.file for pack in ("pakke", "kopi")]
        filled = (replace(one, file=files[0]), replace(other, file=files[1]))
        (finding,) = office.collect(*filled).findings
        assert f"{files[1]}, {files[0]}" in finding.message()

    def test_a_copy_that_says_the_same_is_no_other(self, office: Office) -> None:
        done = office.collect(minutes(), minutes(file=Path("kopi/referat.docx")))
        assert codes(done) == []
        assert len(office.decisions()) == 1

    def test_nor_is_the_blank_one_beside_it(self, office: Office) -> None:
        blank = FilledMinutes(file=Path("a.docx"), identity=minutes().identity)
        done = office.collect(blank, minutes())
        assert (codes(done), done.blank) == ([], ())

    def test_blank_minutes_are_counted_once_their_day_has_passed(self, tmp_path: Path) -> None:
        ahead = making.meeting(3, nr="M002", date=dt.date(2026, 3, 3))
        office = Office.of(tmp_path, making.meeting(), ahead)
        blank = [replace(minutes(nr), decisions=(), attendance=()) for nr in ("M001", "M002")]
        done = office.collect(*blank)
        assert (done.blank, done.edits, codes(done)) == (("M001",), (), [])


def test_a_dry_run_says_the_same_and_writes_nothing(office: Office) -> None:
    before = office.path.read_bytes()
    wanted = office.collect(minutes(next=MARCH), dry_run=True)
    assert office.path.read_bytes() == before
    assert wanted.meetings == office.collect(minutes(next=MARCH)).meetings


def test_the_copy_is_the_workbook_as_it_was(office: Office) -> None:
    before = office.path.read_bytes()
    copy = office.collect(minutes()).copy
    assert copy is not None
    assert copy.name == "elmegaarden-kopi-2026-02-04-0830.xlsx"
    assert copy.read_bytes() == before


def test_an_agreed_decision_keeps_its_line_breaks(office: Office) -> None:
    office.collect(minutes(decisions=(Agreed("1", "Første linje\nAnden linje 🌱 æøå"),)))
    assert office.decisions()[0].decision == "Første linje\nAnden linje 🌱 æøå"
