"""The plan as a whole: what is built, what is left out and why, what is gone."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Finding
from docgen.meetingtypes.definition import Rule
from docgen.model import BrokenRow, MeetingStatus, Role, Workbook
from docgen.planning import Change, Plan, Window
from tests import making

SECOND = making.resident(3, nr="B002", first_name="Bodil", unit_contacts=("P009",), workplace_contacts=())
OTHERS = making.person("P009", Role.CONTACT_PERSON, 9)


def three(**changes: Any) -> Workbook:
    """M001 and M003 are about B001, M002 about B002 with a contact person of her own."""
    made: dict[str, Any] = {
        "residents": (making.resident(), SECOND),
        "people": (*making.staff(), OTHERS),
        "courses": (making.course(),),
    }
    return making.book(
        making.meeting(2),
        making.meeting(3, nr="M002", resident="B002", date=dt.date(2026, 2, 4)),
        making.meeting(4, nr="M003", course="F001", date=dt.date(2026, 2, 5)),
        **{**made, **changes},
    )


def error(sheet: str, row: int, heading: str = "") -> Finding:
    return Finding.of("E-020", making.at(sheet, row).place(heading), heading=heading)


def summary(plan: Plan) -> tuple[list[str], list[str]]:
    return [planned.nr for planned in plan.meetings], [left.nr for left in plan.left_out]


def test_meetings_stand_in_the_order_of_their_time() -> None:
    workbook = making.book(
        making.meeting(2, nr="M009", start=dt.time(9, 0)),
        making.meeting(3, nr="M001", date=dt.date(2026, 2, 4)),
        making.meeting(4, nr="M003", start=dt.time(9, 0)),
        making.meeting(5, nr="M002", start=dt.time(8, 0)),
    )
    assert summary(making.plan(workbook)) == (["M002", "M003", "M009", "M001"], [])


def test_all_are_built_when_nothing_is_wrong() -> None:
    assert summary(making.plan(three())) == (["M001", "M002", "M003"], [])


@pytest.mark.parametrize(
    ("sheet", "row", "heading", "left"),
    [
        ("Møder", 3, "Tema", ["M002"]),
        ("Beboere", 2, "Telefon", ["M001", "M003"]),
        ("Beboere", 3, "Telefon", ["M002"]),
        ("Forløb", 2, "Sted", ["M003"]),
        ("Personer", 9, "E-mail", ["M002"]),
        ("Personer", 3, "E-mail", ["M001", "M003"]),
        ("Personer", 2, "E-mail", ["M001", "M002", "M003"]),
        ("Personer", 5, "E-mail", []),  # the relative, who is not at any table
        ("Institution", 0, "Navn", ["M001", "M002", "M003"]),
        ("Svar", 2, "Dato", []),
        ("Lukkedage", 2, "Til", []),
    ],
)
def test_an_error_leaves_out_the_meetings_it_touches_and_no_others(
    sheet: str, row: int, heading: str, left: list[str]
) -> None:
    wrong = error(sheet, row, heading)
    plan = making.plan(three(), findings=(wrong,))
    assert summary(plan) == ([nr for nr in ("M001", "M002", "M003") if nr not in left], left)
    assert {found for out in plan.left_out for found in out.findings} == ({wrong} if left else set())
    assert wrong in plan.findings


def test_a_warning_leaves_out_nothing() -> None:
    warning = Finding.of("W-036", making.at("Beboere", 2).place("Postnr"), value="x")
    assert summary(making.plan(three(), findings=(warning,))) == (["M001", "M002", "M003"], [])


@pytest.mark.parametrize("row", [0, 1], ids=["the sheet", "a heading"])
@pytest.mark.parametrize(
    ("sheet", "left"),
    [("Møder", ["M001", "M002", "M003"]), ("Forløb", ["M003"]), ("Personer", ["M001", "M002", "M003"])],
)
def test_an_error_of_a_whole_sheet_stops_all_that_need_it(sheet: str, left: list[str], row: int) -> None:
    wrong = replace(error(sheet, 0), place=replace(error(sheet, 0).place, row=row, cell=""))
    assert summary(making.plan(three(), findings=(wrong,)))[1] == left


@pytest.mark.parametrize(
    ("sheet", "nr", "changes", "left"),
    [
        ("Beboere", "B002", {"residents": (making.resident(),)}, ["M002"]),
        ("Personer", "P009", {"people": making.staff()}, ["M002"]),
        ("Forløb", "F001", {"courses": ()}, ["M003"]),
    ],
)
def test_who_needs_a_row_that_cannot_be_read_is_left_out(
    sheet: str, nr: str, changes: dict[str, Any], left: list[str]
) -> None:
    broken = BrokenRow(making.at(sheet, 9), nr)
    wrong = error(sheet, 9, "Nr")
    assert summary(making.plan(three(**changes, broken=(broken,)), findings=(wrong,)))[1] == left


def test_when_a_needed_column_is_missing_its_rows_stop_their_meetings() -> None:
    broken = (BrokenRow(making.at("Beboere", 2), "B001"), BrokenRow(making.at("Beboere", 3), "B002"))
    heading = making.at("Beboere", 1).place("Efternavn")
    missing = Finding.of("E-009", replace(heading, cell=""), name="Efternavn", sheet="Beboere")
    plan = making.plan(three(residents=(), broken=broken), findings=(missing,))
    assert summary(plan) == ([], ["M001", "M002", "M003"])
    assert all(left.findings == (missing,) for left in plan.left_out)


def test_a_number_that_stands_twice_stops_all_who_use_it() -> None:
    twin = making.resident(4, nr="B001", first_name="En", last_name="Anden")
    plan = making.plan(three(residents=(making.resident(), SECOND, twin)))
    assert summary(plan) == (["M002"], ["M001", "M003"])
    assert {found.code for left in plan.left_out for found in left.findings} == {"E-060"}


def test_a_meetings_number_that_stands_twice_stops_both() -> None:
    workbook = making.book(making.meeting(2), making.meeting(3, nr="m001", date=dt.date(2026, 2, 4)))
    assert summary(making.plan(workbook)) == ([], ["M001", "m001"])


def test_two_rows_of_one_number_are_left_out_once() -> None:
    workbook = making.book(making.meeting(2), making.meeting(3, date=dt.date(2026, 2, 4)))
    (left,) = making.plan(workbook).left_out
    assert (left.nr, [finding.code for finding in left.findings]) == ("M001", ["E-060"])


def test_a_broken_row_of_møder_is_named_with_its_errors_and_even_without_a_number() -> None:
    rows = (BrokenRow(making.at("Møder", 8), ""), BrokenRow(making.at("Møder", 7), "M007"))
    found = (error("Møder", 7, "Dato"), error("Møder", 8, "Nr"))
    plan = making.plan(three(broken=rows), findings=found)
    assert [(left.nr, left.findings) for left in plan.left_out] == [("M007", found[:1]), ("", found[1:])]


def test_an_unknown_type_is_an_error_that_names_the_known_ones() -> None:
    plan = making.plan(making.book(making.meeting(type="Samtalle")))
    (left,) = plan.left_out
    assert [(f.code, str(f.place)) for f in left.findings] == [("E-080", "Møder!B2 (Type)")]
    assert "Samtale" in str(left.findings[0])


@pytest.mark.parametrize("name", ["samtale", "Samtale", " SAM tale"])
def test_a_type_is_known_by_folder_or_title(name: str) -> None:
    assert making.planned(making.book(making.meeting(type=name))).kind.name == "samtale"


@pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.MISSED])
def test_what_has_been_is_neither_built_nor_gone(status: MeetingStatus) -> None:
    before = making.built(making.plan(making.book()))
    plan = making.plan(making.book(making.meeting(status=status)), built=before)
    assert (plan.meetings, plan.left_out, plan.gone) == ((), (), ())


def test_a_cancelled_meeting_has_no_documents_and_is_gone_if_it_was_built() -> None:
    called_off = making.book(making.meeting(status=MeetingStatus.CANCELLED))
    plan = making.plan(called_off)
    assert [(m.change, m.documents) for m in plan.meetings] == [(Change.CANCELLED, ())]
    assert plan.gone == ()
    assert making.plan(called_off, built=making.built(making.plan(making.book()))).gone == ("M001",)


def test_a_cancelled_meeting_is_never_left_out_for_an_error() -> None:
    called_off = making.book(making.meeting(status=MeetingStatus.CANCELLED))
    assert summary(making.plan(called_off, findings=(error("Beboere", 2),))) == (["M001"], [])


def test_what_is_called_off_is_gone_even_while_another_row_lacks_its_number() -> None:
    before = making.built(making.plan(three()))
    workbook = three(broken=(BrokenRow(making.at("Møder", 9), ""),))
    called_off = replace(workbook.meetings[0], status=MeetingStatus.CANCELLED)
    rows = (called_off, workbook.meetings[1])  # and M003 may be the row without a number
    assert making.plan(replace(workbook, meetings=rows), built=before).gone == ("M001",)


def test_a_meeting_knows_the_residents_efforts_that_go_on_in_the_order_of_their_start() -> None:
    efforts = (
        making.effort(2, effort="Senere", start=dt.date(2026, 3, 1)),
        making.effort(3, effort="Slut dagen før", end=dt.date(2026, 2, 2)),
        making.effort(4, effort="Slut på dagen", end=dt.date(2026, 2, 3)),
        making.effort(5, effort="En andens", resident="B002"),
        making.effort(6, effort="Samme dag"),
    )
    planned = making.planned(
        making.book(residents=(making.resident(), SECOND), people=(*making.staff(), OTHERS), efforts=efforts),
        making.kind(rules=(Rule.PURPOSE,)),
    )
    assert [effort.effort for effort in planned.efforts] == ["Slut på dagen", "Samme dag", "Senere"]


@pytest.mark.parametrize("broken", [False, True])
def test_a_withdrawn_consent_is_judged_on_the_whole_workbook(broken: bool) -> None:
    invited = making.meeting(extra=("P004",))
    first = making.plan(making.book(invited, residents=(making.resident(consents=("P004",)),)))
    before = {"M001": replace(making.built(first)["M001"], consents=frozenset({("B001", "P004")}))}
    lost = {"M001": frozenset({"P004"})}
    assert making.plan(making.book(invited), built=before).withdrawn == lost
    away = Window(meetings=frozenset({"M009"}))
    plan = making.plan(making.book(invited), built=before, window=away)
    assert [(one.nr, one.change) for one in plan.meetings] == [("M001", Change.CHANGED)]
    unreadable = {"residents": (), "broken": (BrokenRow(making.at("Beboere", 2), "B001"),)}
    assert making.plan(making.book(invited, **(unreadable if broken else {})), built=before).withdrawn == (
        {} if broken else lost
    )


@pytest.mark.parametrize(
    ("broken", "lost"),
    [
        ((), {"M001": frozenset({"P004"})}),
        ((BrokenRow(making.at("Beboere", 9), ""),), {}),
        ((BrokenRow(making.at("Beboere", 9), "b001"),), {}),
        ((BrokenRow(making.at("Personer", 9), ""),), {"M001": frozenset({"P004"})}),
    ],
    ids=["deleted", "a row without a number", "its row", "another sheet"],
)
def test_a_resident_who_is_no_longer_there_consents_to_nothing(
    broken: tuple[BrokenRow, ...], lost: dict[str, frozenset[str]]
) -> None:
    first = making.plan(making.book())
    before = {"M001": replace(making.built(first)["M001"], consents=frozenset({("B001", "P004")}))}
    assert making.plan(making.book(residents=(), broken=broken), built=before).withdrawn == lost
    missing = Finding.of("E-008", making.at("Beboere", 0).place(), name="Beboere")
    assert making.plan(making.book(residents=()), built=before, findings=(missing,)).withdrawn == {}


def test_what_was_built_and_is_not_chosen_stands() -> None:
    before = making.built(making.plan(three()))
    before.pop("M003")
    plan = making.plan(three(), built=before, window=Window(meetings=frozenset({"M002"})))
    assert ([one.nr for one in plan.meetings], [one.nr for one in plan.standing]) == (["M002"], ["M001"])


def test_a_deleted_row_is_gone() -> None:
    before = making.built(making.plan(three()))
    workbook = three()
    plan = making.plan(replace(workbook, meetings=workbook.meetings[1:]), built=before)
    assert plan.gone == ("M001",)


@pytest.mark.parametrize(
    "window",
    [
        Window(first=dt.date(2026, 2, 5)),
        Window(last=dt.date(2026, 2, 3)),
        Window(types=frozenset({"dialogmoede"})),
        Window(meetings=frozenset({"M002"})),
    ],
)
def test_what_lies_outside_the_window_is_never_gone(window: Window) -> None:
    before = making.built(making.plan(three()))
    assert making.plan(three(), built=before, window=window).gone == ()


def test_a_row_with_an_error_is_not_gone() -> None:
    before = making.built(making.plan(three()))
    assert making.plan(three(), built=before, findings=(error("Møder", 2, "Tema"),)).gone == ()


def test_a_row_that_cannot_be_read_is_not_gone_and_one_without_a_number_spares_all() -> None:
    before = making.built(making.plan(three()))
    rest = three().meetings[2:]
    known = BrokenRow(making.at("Møder", 2), "M001")
    assert making.plan(three(meetings=rest, broken=(known,)), built=before).gone == ("M002",)
    nameless = BrokenRow(making.at("Møder", 3), "")
    assert making.plan(three(meetings=rest, broken=(nameless,)), built=before).gone == ()


@pytest.mark.parametrize("code", ["E-008", "E-009"])
def test_nothing_is_gone_when_the_sheet_itself_cannot_be_read(code: str) -> None:
    before = making.built(making.plan(three()))
    place = replace(making.at("Møder", 0).place(), row=0 if code == "E-008" else 1, cell="")
    missing = Finding.of(code, place, name="Nr", sheet="Møder")
    assert making.plan(three(meetings=()), built=before, findings=(missing,)).gone == ()


@pytest.mark.parametrize(
    ("window", "kept"),
    [
        (Window(first=dt.date(2026, 2, 4)), ["M002", "M003"]),
        (Window(last=dt.date(2026, 2, 4)), ["M001", "M002"]),
        (Window(first=dt.date(2026, 2, 4), last=dt.date(2026, 2, 4)), ["M002"]),
        (Window(types=frozenset({"samtale"})), ["M001", "M002", "M003"]),
        (Window(types=frozenset({"dialogmoede"})), []),
        (Window(meetings=frozenset({"M001", "M003"})), ["M001", "M003"]),
    ],
)
def test_the_window_chooses_what_is_built_both_days_included(window: Window, kept: list[str]) -> None:
    assert summary(making.plan(three(), window=window)) == (kept, [])


def test_findings_are_those_of_the_whole_workbook_whatever_the_window() -> None:
    workbook = three(residents=(making.resident(unit_contacts=()), SECOND))
    assert (
        making.plan(workbook).findings
        == making.plan(workbook, window=Window(meetings=frozenset({"M002"}))).findings
    )


def test_an_unchanged_meeting_keeps_its_stamp_and_a_changed_one_gets_the_clocks() -> None:
    before = making.built(making.plan(three()))
    workbook = three()
    moved = replace(workbook.meetings[1], start=dt.time(13, 0))
    changed = replace(workbook, meetings=(workbook.meetings[0], moved, workbook.meetings[2]))
    plan = making.plan(changed, built=before, now=making.LATER)
    assert [(m.nr, m.change, m.stamp) for m in plan.meetings] == [
        ("M001", Change.UNCHANGED, making.NOW),
        ("M002", Change.CHANGED, making.LATER),
        ("M003", Change.UNCHANGED, making.NOW),
    ]


def test_without_a_ledger_every_meeting_is_new_with_sequence_0() -> None:
    assert {(m.change, m.sequence, m.stamp) for m in making.plan(three()).meetings} == {
        (Change.NEW, 0, making.NOW)
    }


def test_before_anything_is_sent_the_uid_follows_the_workbook() -> None:
    before = making.built(making.plan(making.book(institution=making.house(calendar_id=""))))
    assert making.planned(built=before).uid == "M001.abc123def456@elmegaarden.example"


@given(st.integers())
def test_shuffled_rows_give_the_same_plan(seed: int) -> None:
    workbook = three(
        residents=(making.resident(consents=("P004",)), SECOND, making.resident(7, nr="B009")),
        broken=(BrokenRow(making.at("Møder", 8), "M008"), BrokenRow(making.at("Møder", 9), "M009")),
        efforts=tuple(making.effort(row, effort=f"Nr. {row}") for row in range(2, 7)),
    )
    findings = [error("Møder", 8, "Dato"), error("Møder", 9, "Start"), error("Beboere", 3, "Telefon")]
    before = making.built(making.plan(making.book(making.meeting(nr="M099"))))
    shuffle = random.Random(seed).sample  # noqa: S311 - no secret
    shuffled = replace(
        workbook,
        residents=tuple(shuffle(workbook.residents, len(workbook.residents))),
        people=tuple(shuffle(workbook.people, len(workbook.people))),
        meetings=tuple(shuffle(workbook.meetings, len(workbook.meetings))),
        broken=tuple(shuffle(workbook.broken, len(workbook.broken))),
        efforts=tuple(shuffle(workbook.efforts, len(workbook.efforts))),
    )
    straight = making.plan(workbook, findings=findings, built=before)
    assert making.plan(shuffled, findings=shuffle(findings, len(findings)), built=before) == straight
    assert straight.gone == ("M099",)
