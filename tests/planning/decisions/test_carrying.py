"""What meetings decided, carried on: to which agenda, with whom, and what is kept back."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.meetingtypes.definition import MeetingType
from docgen.model import BrokenRow, DecisionStatus, Forum, MeetingStatus, Role, Workbook
from docgen.planning import OpenDecision, Plan
from tests import making

HELD = MeetingStatus.HELD
OTHER = making.kind(name="opstart", title="Opstart")
GROUP = making.group(name="kort", title="Dialogkort")


def book(*decisions: Any, **changes: Any) -> Workbook:
    """M000 was held in December, and M001 and M002 lie ahead; all are about Asta."""
    meetings = (
        making.meeting(2, nr="M000", date=dt.date(2025, 12, 2), status=HELD),
        making.meeting(3),
        making.meeting(4, nr="M002", date=dt.date(2026, 3, 3)),
    )
    made: dict[str, Any] = {"decisions": decisions or (making.decision(),), **changes}
    return making.book(*made.pop("meetings", meetings), **made)


def plan(*decisions: Any, types: tuple[MeetingType, ...] = (making.kind(),), **changes: Any) -> Plan:
    return making.plan(book(*decisions, **changes), *types)


def only(made: Plan) -> OpenDecision:
    (one,) = made.decisions
    return one


def responsible(text: str, **changes: Any) -> str:
    """Who is shown as responsible where this stands under Ansvarlig."""
    return only(plan(making.decision(responsible=text), **changes)).responsible


def found(made: Plan) -> list[tuple[str, str]]:
    return [(one.code, str(one.place)) for one in made.findings if one.code.startswith("W-26")]


def agendas(made: Plan) -> dict[str, list[str]]:
    """What the agenda of each meeting comes back to."""
    return {one.nr: [each.name for each in one.agreed] for one in made.calendar if one.agreed}


class TestTheNextAgenda:
    def test_what_was_decided_comes_up_at_the_next_meeting_alone(self) -> None:
        assert agendas(plan()) == {"M001": ["M000-1"]}

    def test_once_that_has_been_held_it_comes_up_at_the_one_after(self) -> None:
        meetings = (
            making.meeting(2, nr="M000", date=dt.date(2025, 12, 2), status=HELD),
            making.meeting(3, date=dt.date(2026, 1, 6), status=HELD),
            making.meeting(4, nr="M002"),
        )
        assert agendas(plan(meetings=meetings)) == {"M002": ["M000-1"]}

    @pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.PLANNED])
    def test_a_meeting_that_is_not_held_is_passed_over(self, status: MeetingStatus) -> None:
        meetings = (
            making.meeting(2, nr="M000", date=dt.date(2025, 12, 2)),
            making.meeting(3, status=status),
            making.meeting(4, nr="M002", date=dt.date(2026, 3, 3)),
        )
        assert agendas(plan(meetings=meetings)) == {"M002": ["M000-1"]}

    def test_a_meeting_never_comes_back_to_itself_or_to_a_later_one(self) -> None:
        made = plan(making.decision(meeting="M001"), making.decision(3, meeting="M002"))
        assert agendas(made) == {"M002": ["M001-1"]}
        assert [(one.name, one.agenda) for one in made.decisions] == [("M001-1", "M002"), ("M002-2", "")]

    def test_what_is_done_is_history(self) -> None:
        assert plan(making.decision(status=DecisionStatus.DONE)).decisions == ()
        assert only(plan(making.decision(status=DecisionStatus.OPEN))).agenda == "M001"

    def test_another_residents_meeting_hears_nothing_of_it(self) -> None:
        residents = (making.resident(), making.resident(3, nr="B002", first_name="Berta"))
        meetings = (
            making.meeting(2, nr="M000", date=dt.date(2025, 12, 2), status=HELD),
            making.meeting(3, resident="B002"),
        )
        assert agendas(plan(meetings=meetings, residents=residents)) == {}

    def test_nor_does_a_meeting_of_another_type(self) -> None:
        meetings = (
            making.meeting(2, nr="M000", type="opstart", date=dt.date(2025, 12, 2), status=HELD),
            making.meeting(3),
        )
        assert agendas(plan(meetings=meetings, types=(making.kind(), OTHER))) == {}

    def test_but_it_does_where_the_two_are_of_one_course(self) -> None:
        meetings = (
            making.meeting(2, nr="M000", type="opstart", course="F001", date=dt.date(2025, 12, 2)),
            making.meeting(3, nr="F001-01", date=dt.date(2026, 2, 3)),
        )
        courses = (making.course(start=dt.date(2025, 12, 2)),)
        made = plan(meetings=meetings, courses=courses, types=(making.kind(), OTHER))
        assert agendas(made) == {"F001-01": ["M000-1"]}

    def test_a_past_meeting_of_a_course_needs_no_row(self) -> None:
        courses = (making.course(start=dt.date(2025, 12, 2)),)
        made = plan(making.decision(meeting="F001-01"), courses=courses)
        assert agendas(made) == {"M001": ["F001-01-1"]}
        assert found(made) == []

    def test_one_that_has_gone_to_the_archive_counts_too(self) -> None:
        made = plan(making.decision(meeting="A001"), archived=(making.archived("A001"),))
        assert agendas(made) == {"M001": ["A001-1"]}
        assert (only(made).title, only(made).about) == ("Samtale", "Asta Eksempel")

    def test_a_group_comes_back_to_what_the_same_forum_decided(self) -> None:
        def row(line: int, nr: str, date: dt.date, forum: Forum) -> Any:
            return making.meeting(
                line, nr=nr, type="kort", resident="", date=date, forum=forum, extra=("P002",)
            )

        meetings = (
            row(2, "M000", dt.date(2025, 12, 2), Forum.TRIO),
            row(3, "M001", dt.date(2026, 2, 3), Forum.STAFF),
            row(4, "M002", dt.date(2026, 3, 3), Forum.TRIO),
        )
        assert agendas(plan(meetings=meetings, types=(GROUP,))) == {"M002": ["M000-1"]}

    def test_the_most_urgent_stands_first(self) -> None:
        made = plan(
            making.decision(2, decision="Engang"),
            making.decision(3, decision="Snart", deadline=dt.date(2026, 2, 1)),
            making.decision(4, decision="Forsinket", deadline=dt.date(2026, 1, 18)),
            making.decision(5, decision="I dag", deadline=making.TODAY),
        )
        assert [(one.text, one.is_overdue) for one in made.decisions] == [
            ("Forsinket", True),
            ("I dag", False),
            ("Snart", False),
            ("Engang", False),
        ]


class TestFindings:
    def test_an_open_decision_of_an_unknown_meeting_is_named(self) -> None:
        made = plan(making.decision(meeting="M999"))
        assert found(made) == [("W-260", "Beslutninger!A2 (Møde)")]
        assert only(made).agenda == ""

    def test_but_not_one_that_is_done_nor_one_whose_row_cannot_be_read(self) -> None:
        done = making.decision(meeting="M999", status=DecisionStatus.DONE)
        assert found(plan(done)) == []
        broken = (BrokenRow(making.at("Møder", 9), "M999"),)
        assert found(plan(making.decision(meeting="M999"), broken=broken)) == []

    def test_a_row_that_does_not_say_what_was_decided_is_named(self) -> None:
        made = plan(making.decision(decision=""))
        assert (found(made), made.decisions) == ([("W-266", "Beslutninger!C2 (Beslutning)")], ())

    @pytest.mark.parametrize("number", ["", "1"])
    def test_a_deadline_that_no_calendar_could_tell_apart_is_named(self, number: str) -> None:
        rows = [
            making.decision(line, number=number, responsible="P002", deadline=dt.date(2026, 2, 2 + line))
            for line in (2, 3)
        ]
        made = plan(*rows)
        assert found(made) == [("W-265", "Beslutninger!B2 (Nr)"), ("W-265", "Beslutninger!B3 (Nr)")]
        assert made.tasks == {}


class TestWhoIsResponsible:
    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("P002", "Bo Enhedsen"),
            ("p002", "Bo Enhedsen"),
            ("bo  ENHEDSEN", "Bo Enhedsen"),
            ("Bo", "Bo Enhedsen"),
            ("Værksted", "Mona Værksted"),
            ("Bo Enhedsen (kontaktperson)", "Bo Enhedsen"),
            ("Asta", "Asta Eksempel"),
            ("Asta og Bo", "Asta Eksempel og Bo Enhedsen"),
            ("Asta; Bo, Mona", "Asta Eksempel, Bo Enhedsen og Mona Værksted"),
            ("Bo og P002", "Bo Enhedsen"),
            ("", ""),
        ],
    )
    def test_numbers_and_names_are_found(self, written: str, shown: str) -> None:
        made = plan(making.decision(responsible=written))
        assert only(made).responsible == shown
        assert found(made) == []

    def test_a_first_name_is_looked_for_at_the_meetings_table(self) -> None:
        people = (*making.staff(), making.person("P030", Role.EMPLOYEE, 30, name="Bo Fjernsen"))
        assert responsible("Bo", people=people) == "Bo Enhedsen"
        assert responsible("Bo Fjernsen", people=people) == "Bo Fjernsen"

    def test_one_that_nobody_is_found_by_stands_as_written_and_is_named(self) -> None:
        made = plan(making.decision(responsible="Kommunen"))
        assert only(made).responsible == "Kommunen"
        assert found(made) == [("W-261", "Beslutninger!D2 (Ansvarlig)")]

    def test_two_who_may_be_meant_are_a_question(self) -> None:
        staff = making.staff()
        namesake = replace(staff[2], name="Bo Værksted")
        made = plan(making.decision(responsible="Bo"), people=(*staff[:2], namesake, staff[3]))
        assert only(made).responsible == "Bo"
        assert found(made) == [("W-262", "Beslutninger!D2 (Ansvarlig)")]
        assert only(made).people == ()


class TestConsent:
    """P004, Karl Slægtsen, is a relative."""

    YES = (making.resident(consents=("P004",)),)

    @pytest.mark.parametrize("written", ["P004", "Karl Slægtsen", "karl slægtsen", "P004 (bror)"])
    def test_without_it_a_relative_is_neither_named_nor_numbered(self, written: str) -> None:
        made = plan(making.decision(responsible=f"Bo og {written}"))
        assert only(made).responsible == "Bo Enhedsen"
        assert found(made) == [("W-263", "Beslutninger!D2 (Ansvarlig)")]
        assert all("Karl" not in str(one) and "P004" not in str(one) for one in made.findings)

    def test_nor_is_the_first_name_shown_that_nobody_at_the_table_has(self) -> None:
        made = plan(making.decision(responsible="Karl"))
        assert only(made).responsible == ""
        assert found(made) == [("W-261", "Beslutninger!D2 (Ansvarlig)")]

    @pytest.mark.parametrize(
        "text",
        [
            "Karl Slægtsen ringer",
            "Låne KARL  SLÆGTSENS bil",
            "P004 ringer til os",
            "Karl P. Slægtsen ringer",
            "Karl Peter Emil Slægtsens bil",
            "Ringe til: Slægtsen, Karl",
            "Karl Slæg\N{SOFT HYPHEN}tsen ringer",
            "Karl\N{NO-BREAK SPACE}Slægtsen ringer",
        ],
    )
    def test_a_decision_that_names_one_is_shown_nowhere(self, text: str) -> None:
        made = plan(making.decision(decision=text))
        assert made.decisions == ()
        assert found(made) == [("W-264", "Beslutninger!C2 (Beslutning)")]

    def test_a_longer_name_that_begins_alike_is_somebody_elses(self) -> None:
        assert only(plan(making.decision(decision="Spørge Karl Slægtsensen"))).agenda == "M001"

    def test_whole_names_have_middle_names_that_nobody_uses(self) -> None:
        *others, karl = making.staff()
        people = (*others, replace(karl, name="Karl Åge Møller Slægtsen"))
        for text in ("Karl Slægtsen ringer", "Karl Møller Slægtsen ringer", "Slægtsen, Karl"):
            assert plan(making.decision(decision=text), people=people).decisions == ()
        apart = unicodedata.normalize("NFD", "Karl Åge Møller Slægtsen")
        assert plan(making.decision(decision=apart), people=people).decisions == ()

    def test_a_number_of_figures_is_nobodys_in_a_sentence(self) -> None:
        *others, karl = making.staff()
        people, residents = (*others, replace(karl, nr="3")), (making.resident(relatives=("3",)),)
        row = making.decision(decision="Prøve 3 formiddage", responsible="3")
        assert only(plan(row, people=people, residents=residents)).responsible == ""

    @pytest.mark.parametrize(("column", "cell"), [("meeting", "A2 (Møde)"), ("number", "B2 (Nr)")])
    @pytest.mark.parametrize("text", ["P004", "Karl Slægtsen"])
    def test_nor_is_one_shown_whose_meeting_or_number_is_somebodys_name(
        self, column: str, cell: str, text: str
    ) -> None:
        row = making.decision()
        made = plan(replace(row, meeting=text) if column == "meeting" else replace(row, number=text))
        assert made.decisions == ()
        assert ("W-264", f"Beslutninger!{cell}") in found(made)

    def test_somebody_whose_row_cannot_be_read_is_known_by_name_all_the_same(self) -> None:
        broken = (BrokenRow(making.at("Personer", 9), "P009", name="Karen Ulæselig"),)
        row = making.decision(decision="Karen Ulæselig ringer")
        assert plan(row, broken=broken).decisions == ()
        allowed = (making.resident(consents=("P009",)),)
        assert only(plan(row, broken=broken, residents=allowed)).text == row.decision

    def test_with_it_both_stand_and_rest_on_it(self) -> None:
        row = making.decision(decision="Karl Slægtsen kører", responsible="P004")
        one = only(plan(row, residents=self.YES))
        assert (one.responsible, sorted(one.rests_on)) == ("Karl Slægtsen", ["P004"])

    def test_a_groups_meeting_has_nobody_to_give_it(self) -> None:
        meetings = (
            making.meeting(
                2, nr="M000", type="kort", resident="", date=dt.date(2025, 12, 2), extra=("P002",)
            ),
        )
        row = making.decision(responsible="P004")
        assert only(plan(row, meetings=meetings, types=(GROUP,), residents=self.YES)).responsible == ""

    def test_nobody_gives_it_for_an_unknown_meeting_either(self) -> None:
        friend = making.person("P030", Role.VOLUNTEER, 30, name="Nina Ven")
        residents = (making.resident(network=("P030",), consents=("P004", "P030")),)
        row = making.decision(meeting="M999", responsible="Nina Ven; P004")
        assert only(plan(row, residents=residents, people=(*making.staff(), friend))).responsible == ""

    def test_while_a_person_cannot_be_read_no_unknown_name_is_shown(self) -> None:
        broken = (BrokenRow(making.at("Personer", 9), "P009"),)
        assert responsible("Karen Ukendt", broken=broken) == ""
        assert responsible("P009", broken=broken) == ""
        assert responsible("Bo", broken=broken) == "Bo Enhedsen"

    def test_the_gp_may_be_named_with_consent_and_has_no_calendar(self) -> None:
        gp = making.person("P030", Role.GP, 30, name="Jens Lægesen")
        residents = (making.resident(gp="P030", consents=("P030",)),)
        row = making.decision(responsible="P030", deadline=dt.date(2026, 2, 2))
        made = plan(row, residents=residents, people=(*making.staff(), gp))
        assert (only(made).responsible, made.tasks) == ("Jens Lægesen", {})


@given(st.permutations(range(5)), st.permutations(range(3)))
def test_the_order_of_rows_changes_nothing(decisions: list[int], meetings: list[int]) -> None:
    rows = [
        making.decision(line, responsible=who, deadline=day, decision=text)
        for line, (who, day, text) in enumerate(
            [
                ("Bo", dt.date(2026, 1, 12), "Et"),
                ("Asta og Mona", None, "To"),
                ("P004", dt.date(2026, 2, 2), "Tre"),
                ("Kommunen", dt.date(2026, 2, 2), "Fire"),
                ("P001", dt.date(2026, 2, 2), "Fem"),
            ],
            2,
        )
    ]
    straight = book(*rows)
    shuffled = replace(
        straight,
        decisions=tuple(straight.decisions[index] for index in decisions),
        meetings=tuple(straight.meetings[index] for index in meetings),
    )
    one, other = making.plan(straight), making.plan(shuffled)
    assert (one.decisions, one.tasks, one.findings) == (other.decisions, other.tasks, other.findings)
    assert [each.content for each in one.meetings] == [each.content for each in other.meetings]


class TestWhatItChanges:
    def test_a_decision_makes_another_agenda_and_no_other_letter(self) -> None:
        before = making.plan(book(making.decision(status=DecisionStatus.DONE)))
        again = making.plan(book(), now=making.LATER, built=making.built(before), sent=making.sent(before))
        first = again.meetings[0]
        assert (first.nr, first.changed, first.sequence, first.update) == ("M001", ("decisions",), 0, ())
        assert first.stamp == making.NOW

    def test_so_does_a_deadline_that_passes(self) -> None:
        due = book(making.decision(deadline=dt.date(2026, 1, 20)))
        before = making.plan(due)
        again = making.plan(due, now=making.LATER, built=making.built(before))
        assert {one.nr: one.changed for one in again.meetings if one.changed} == {"M001": ("decisions",)}
