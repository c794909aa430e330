"""What is mailed: who gets which papers, by which way, and what keeps it from reaching them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from docgen.meetingtypes.definition import MeetingType
from docgen.model import Channel, EnvelopeWindow, MeetingStatus, Role, Workbook
from docgen.planning import Action, Mailpiece, Plan
from tests import making
from tests.packs.posting import Post, course_type

BEFORE_THE_WINDOW = dt.date(2026, 6, 2)


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    return course_type(tmp_path_factory.mktemp("typer"))


@pytest.fixture
def post(tmp_path: Path, kind: MeetingType) -> Post:
    return Post(tmp_path / "pakke", [kind])


def papers(plan: Plan, person: str, nr: str = "M001") -> list[str]:
    """The files that somebody gets about a meeting, and marks those to be filled in."""
    (piece,) = of(plan, person, nr)
    return [paper.file + (" (udfyldes)" if paper.to_fill_in else "") for paper in piece.papers]


def of(plan: Plan, person: str, nr: str = "M001") -> list[Mailpiece]:
    return [one for one in plan.mail if (one.receiver.nr, one.nr) == (person, nr)]


def codes(plan: Plan) -> list[tuple[str, str]]:
    return [(found.code, str(found.place)) for found in plan.findings]


def house_of(**changes: Any) -> Workbook:
    """M001 with everybody on paper, so that what is said of addresses is said of them."""
    return making.book(residents=(making.resident(**changes),))


class TestWhoGetsWhat:
    def test_a_resident_their_letter_staff_the_agenda_the_leader_what_is_to_be_filled_in(
        self, post: Post
    ) -> None:
        resident = making.resident(consents=("P004",))
        plan = post.plan(making.book(residents=(resident,)))
        assert papers(plan, "B001") == ["invitation_B001.docx"]
        assert papers(plan, "P002") == ["invitation_P002.docx", "dagsorden.docx"]
        leads = ["invitation_P001.docx", "dagsorden.docx", "referat.docx (udfyldes)"]
        assert papers(plan, "P001") == leads
        assert papers(plan, "P004") == ["invitation_P004.docx"], "no agenda for those of the resident's life"

    def test_without_consent_nothing_is_mailed(self, post: Post) -> None:
        assert of(post.plan(making.book()), "P004") == []

    def test_the_plan_of_a_course_goes_with_the_residents_first_letter_about_it(self, post: Post) -> None:
        workbook = making.book(making.meeting(), courses=(making.course(start=dt.date(2026, 2, 10)),))
        plan = post.plan(workbook)
        mine = [one for one in plan.mail if one.receiver.nr == "B001"]
        assert [(one.nr, [paper.file for paper in one.papers]) for one in mine] == [
            ("M001", ["invitation_B001.docx"]),
            ("F001-01", ["invitation_B001.docx", "moedeplan.docx"]),
        ]
        others = [paper.file for one in plan.mail if one.receiver.nr != "B001" for paper in one.papers]
        assert "moedeplan.docx" not in others

    def test_before_the_mailing_window_nothing_is_mailed(self, post: Post) -> None:
        assert post.plan(making.book(making.meeting(date=BEFORE_THE_WINDOW))).mail == ()

    def test_a_held_meeting_and_one_that_is_called_off_unsent_are_not_mailed(self, post: Post) -> None:
        for status in (MeetingStatus.HELD, MeetingStatus.MISSED, MeetingStatus.CANCELLED):
            assert post.plan(making.book(making.meeting(status=status))).mail == ()


class TestWhatIsSaid:
    def test_first_an_invitation_then_nothing_then_a_change_then_a_cancellation(self, post: Post) -> None:
        post.sent(making.book())
        assert all(one.is_sent for one in post.plan(making.book(), making.LATER).mail)
        moved = making.book(making.meeting(date=dt.date(2026, 2, 10)))
        told = post.plan(moved, making.LATER).mail
        assert {(one.receiver.nr, one.action, one.is_sent) for one in told} == {
            (nr, Action.UPDATE, False) for nr in ("B001", "P001", "P002")
        }
        off = post.plan(making.book(making.meeting(status=MeetingStatus.CANCELLED)), making.LATER).mail
        assert {(one.receiver.nr, one.action, one.letter.file) for one in off} == {
            (nr, Action.CANCEL, f"M001_{nr}.docx") for nr in ("B001", "P001", "P002")
        }

    def test_whoever_comes_in_later_is_invited_while_the_others_hear_of_a_change(self, post: Post) -> None:
        post.sent(making.book())
        plan = post.plan(making.book(making.meeting(extra=("P003",))), making.LATER)
        assert {one.receiver.nr: one.action for one in plan.mail} == {
            "B001": Action.UPDATE,
            "P001": Action.UPDATE,
            "P002": Action.UPDATE,
            "P003": Action.INVITE,
        }

    def test_by_the_day_of_answers(self, post: Post) -> None:
        (mine,) = of(post.plan(making.book()), "B001")
        assert (mine.by, mine.day) == (dt.date(2026, 1, 27), dt.date(2026, 2, 3))


class TestWhatCannotReachThem:
    @pytest.mark.parametrize("blank", ["address", "postcode", "city"])
    def test_a_letter_without_an_address_is_an_error_at_the_row_and_no_meeting_is_left_out(
        self, post: Post, blank: str
    ) -> None:
        plan = post.plan(house_of(**{blank: ""}))
        assert [found for found in codes(plan) if found[0] in ("E-420", "W-072")] == [
            ("E-420", "Beboere!D2 (Adresse)")
        ]
        assert plan.left_out == ()
        assert [one.nr for one in plan.meetings] == ["M001"]

    def test_before_anything_is_due_it_is_a_warning(self, post: Post) -> None:
        workbook = making.book(
            making.meeting(date=BEFORE_THE_WINDOW), residents=(making.resident(address=""),)
        )
        assert [code for code, _ in codes(post.plan(workbook)) if code in ("E-420", "W-072")] == ["W-072"]

    @pytest.mark.parametrize("email", ["", f"{'x' * 65}@eksempel.example"])
    def test_an_e_mail_that_cannot_be_sent_is_an_error_at_its_cell(self, post: Post, email: str) -> None:
        plan = post.plan(house_of(channel=Channel.EMAIL, email=email))
        found = [found for found in codes(plan) if found[0] in ("E-281", "W-071")]
        assert found == [("E-281", "Beboere!G2 (E-mail)")]

    def test_a_house_whose_own_address_cannot_be_used_has_one_error(self, post: Post) -> None:
        workbook = making.book(institution=making.house(email=f"{'x' * 65}@eksempel.example"))
        found = [place for code, place in codes(post.plan(workbook)) if code == "E-281"]
        assert found == ["Institution!B7 (E-mail)"]

    def test_other_ways_need_no_address(self, post: Post) -> None:
        for channel in (Channel.IN_PERSON, Channel.DIGITAL_POST):
            plan = post.plan(house_of(channel=channel, address="", email=""))
            assert [code for code, _ in codes(plan) if code.startswith("E")] == []

    def test_an_address_that_does_not_fit_the_window_is_a_warning(self, post: Post) -> None:
        six = "Elmegården 1\nBygning 4\nOpgang C\n2. sal"
        assert ("W-405", "Beboere!D2 (Adresse)") in codes(post.plan(house_of(address=six)))
        narrow = making.book(institution=making.house(window=EnvelopeWindow(15, 44, 60, 32)))
        assert [code for code, _ in codes(post.plan(narrow)) if code.startswith("W-40")] == []

    def test_of_somebody_who_has_been_written_to_nothing_more_is_said(self, post: Post) -> None:
        post.sent(making.book())
        later = post.plan(house_of(address=""), making.LATER)
        assert [code for code, _ in codes(later) if code in ("E-420", "W-072")] == ["W-072"]

    def test_a_relative_with_consent_counts_too(self, post: Post) -> None:
        people = (*making.staff()[:3], making.person("P004", Role.RELATIVE, 5, name="Karl", email=""))
        workbook = making.book(residents=(making.resident(consents=("P004",)),), people=people)
        assert ("E-281", "Personer!I5 (E-mail)") in codes(post.plan(workbook))
