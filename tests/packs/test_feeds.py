"""Whose calendar holds what: meetings of those at the table, deadlines of those who coordinate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.model import CourseStatus, MeetingStatus, Role
from docgen.packs.feeds import Feed, feeds
from docgen.planning import History, Plan, Window
from tests import making
from tests.calendars.readers import events, unfolded
from tests.planning.courses.coursebook import (
    GRANTED,
    KIND,
    OPENED,
    SECOND,
    TALK,
    book,
    day,
    opened,
    plan,
    row,
    second,
    time,
)

COORDINATOR = "P020"


def held(made: Plan) -> dict[str, list[str]]:
    """The numbers of the meetings in everybody's calendar."""
    return {one.person: [planned.nr for planned in one.meetings] for one in feeds(made) if one.meetings}


def off(made: Plan) -> dict[str, list[str]]:
    """What has been called off in everybody's calendar."""
    return {one.person: [each.name for each in one.cancelled] for one in feeds(made) if one.cancelled}


def due(made: Plan) -> dict[str, list[tuple[str, str]]]:
    """The deadlines in everybody's calendar."""
    return {
        one.person: [(each.uid.partition(".")[0], str(each.day)) for each in one.deadlines]
        for one in feeds(made)
        if one.deadlines
    }


def feed_of(made: Plan, person: str) -> Feed:
    (found,) = (one for one in feeds(made) if one.person == person)
    return found


def summaries(made: Plan, person: str) -> list[str]:
    """What a person's calendar calls its entries."""
    data = feed_of(made, person).file(made.institution)
    return [line for event in events(data) for line in event if line.startswith("SUMMARY")]


class TestMeetings:
    FOUR = ("F001-01", "F001-02", "F001-03", "F001-04")

    def test_everybody_at_the_table_has_every_meeting_of_theirs(self) -> None:
        made = plan(book(second("M002", "2026-02-05 09:00", extra=("P003",))))
        assert held(made) == {
            "B001": [*self.FOUR],
            "B002": ["M002"],
            "P001": [*self.FOUR],
            "P002": [*self.FOUR],
            "P003": ["F001-01", "M002", "F001-02", "F001-03", "F001-04"],
            "P011": ["M002"],
            "P012": ["M002"],
        }

    def test_the_window_does_not_choose_among_them(self) -> None:
        chosen = Window(day("2026-02-10"), day("2026-02-10"))
        one = Window(meetings=frozenset({"F001-03"}))
        assert held(plan(book(), window=chosen)) == held(plan(book(), window=one)) == held(plan(book()))

    def test_nor_does_the_mailing_window(self) -> None:
        made = plan(book(), today="2025-12-01")
        assert [one.letters for one in made.meetings] == [False] * 4
        assert held(made)["P001"] == [*self.FOUR]

    def test_what_has_passed_is_nobodys_any_more(self) -> None:
        assert held(plan(book(), today="2026-02-17"))["B001"] == ["F001-03", "F001-04"]
        assert feeds(plan(book(), today="2026-02-25")) == ()

    @pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.PLANNED])
    def test_what_is_no_longer_planned_is_not_either(self, status: MeetingStatus) -> None:
        made = plan(book(row("F001-02", "2026-02-10 09:00", status=status)))
        assert held(made)["B001"] == ["F001-01", "F001-03", "F001-04"]

    def test_who_is_left_out_of_one_has_the_others(self) -> None:
        made = plan(book(row("F001-02", "2026-02-10 09:00", absent=("beboer", "P003"))))
        assert held(made)["B001"] == held(made)["P003"] == ["F001-01", "F001-03", "F001-04"]
        assert held(made)["P002"] == [*self.FOUR]

    def test_what_is_left_out_because_of_an_error_is_in_no_calendar(self) -> None:
        made = plan(book(row("F001-02", "2026-02-10 09:00", type="samtlae")))
        assert held(made)["B001"] == ["F001-01", "F001-03", "F001-04"]

    def test_one_of_the_residents_own_people_has_one_with_consent_only(self) -> None:
        invited = row("F001-02", "2026-02-10 09:00", extra=("P004",))
        consents = (making.resident(consents=("P004",)), SECOND)
        assert "P004" not in held(plan(book(invited)))
        assert held(plan(book(invited, residents=consents)))["P004"] == ["F001-02"]

    def test_who_only_hears_of_a_meeting_has_none(self) -> None:
        gp = making.person("P030", Role.GP, 30)
        made = plan(
            book(
                people=(*making.staff(), gp),
                residents=(making.resident(gp="P030", consents=("P030",)),),
            )
        )
        assert "P030" not in held(made)


class TestCalledOff:
    def test_what_was_sent_and_is_called_off_is_taken_out_for_all_who_were_told(self) -> None:
        sent = making.sent(plan(book()))
        gone = plan(book(row("F001-02", "2026-02-10 09:00", status=MeetingStatus.CANCELLED)), sent=sent)
        assert off(gone) == {who: ["F001-02"] for who in ("B001", "P001", "P002", "P003")}
        assert held(gone)["B001"] == ["F001-01", "F001-03", "F001-04"]

    def test_who_has_no_meeting_left_still_has_a_calendar_that_says_so(self) -> None:
        sent = making.sent(plan(book()))
        over = plan(book(courses=(making.course(status=CourseStatus.ENDED),)), sent=sent)
        assert held(over) == {}
        assert off(over)["B001"] == [*TestMeetings.FOUR]

    def test_what_was_only_built_is_simply_not_there(self) -> None:
        built = making.built(plan(book()))
        over = plan(book(courses=(making.course(status=CourseStatus.ENDED),)), built=built)
        assert feeds(over) == ()

    def test_who_is_taken_out_of_one_has_it_called_off_alone(self) -> None:
        sent = making.sent(plan(book()))
        without = plan(book(row("F001-02", "2026-02-10 09:00", absent=("P003",))), sent=sent)
        assert off(without) == {"P003": ["F001-02_P003"]}

    def test_who_may_no_longer_be_named_has_no_calendar(self) -> None:
        invited = row("F001-02", "2026-02-10 09:00", extra=("P004",))
        consents = (making.resident(consents=("P004",)), SECOND)
        sent = making.sent(plan(book(invited, residents=consents)))
        withdrawn = plan(book(invited), sent=sent)
        assert "P004" not in {one.person for one in feeds(withdrawn)}

    def test_its_day_over_it_is_gone(self) -> None:
        sent = making.sent(plan(book()))
        cancelled = book(row("F001-02", "2026-02-10 09:00", status=MeetingStatus.CANCELLED))
        assert off(plan(cancelled, sent=sent, today="2026-02-10")) != {}
        assert off(plan(cancelled, sent=sent, today="2026-02-11")) == {}


class TestDeadlines:
    ALL = (
        ("F001-opfoelgning", "2026-02-10"),
        ("F001-plan", "2026-02-24"),
        ("F001-indsats", "2026-08-06"),
    )

    def test_they_are_the_coordinators_and_nobody_elses(self) -> None:
        assert due(plan(opened())) == {COORDINATOR: [*self.ALL]}

    def test_they_are_there_kept_or_not(self) -> None:
        effort = making.effort(start=GRANTED)
        assert due(plan(opened(efforts=(effort,)))) == {COORDINATOR: [*self.ALL]}

    def test_a_coordinator_who_goes_to_no_meeting_has_a_calendar_for_them(self) -> None:
        made = plan(opened())
        assert COORDINATOR not in held(made)
        assert feed_of(made, COORDINATOR).meetings == ()

    def test_what_has_passed_is_gone_and_today_is_still_there(self) -> None:
        assert due(plan(opened(), today="2026-02-24"))[COORDINATOR] == [*self.ALL[1:]]
        assert due(plan(opened(), today="2026-02-25"))[COORDINATOR] == [*self.ALL[2:]]

    def test_without_a_coordinator_nobody_has_them(self) -> None:
        assert due(plan(opened(residents=(making.resident(), SECOND)))) == {}

    @pytest.mark.parametrize(
        "nobody",
        [
            "P777",  # not on Personer
            "P004",  # a relative, without consent
            "P030",  # the GP
        ],
    )
    def test_nor_has_one_who_is_not_there_or_may_not_be_named(self, nobody: str) -> None:
        residents = (making.resident(case_coordinator=nobody), SECOND)
        people = (*opened().people, making.person("P030", Role.GP, 30))
        made = plan(opened(residents=residents, people=people))
        assert due(made) == {}
        assert nobody not in {one.person for one in feeds(made)}

    def test_two_courses_are_in_the_order_of_their_days(self) -> None:
        other = making.course(3, nr="F002", type="opfoelgning", start=day("2026-02-05"), resident="B002")
        both = (making.resident(case_coordinator=COORDINATOR), replace(SECOND, case_coordinator=COORDINATOR))
        made = plan(opened(courses=(*opened().courses, other), residents=both))
        assert [nr for nr, _ in due(made)[COORDINATOR]] == [
            "F001-opfoelgning",
            "F002-opfoelgning",
            "F001-plan",
            "F002-plan",
            "F001-indsats",
        ]

    def test_a_course_that_is_over_has_none(self) -> None:
        assert due(plan(opened(course={"status": CourseStatus.ENDED}))) == {}

    def test_a_new_coordinator_takes_them_over(self) -> None:
        residents = (making.resident(case_coordinator="P001"), SECOND)
        assert list(due(plan(opened(residents=residents)))) == ["P001"]

    def test_they_keep_their_version_until_their_day_changes(self) -> None:
        before = feed_of(plan(opened()), COORDINATOR).deadlines
        assert {one.sequence for one in before} == {0}
        history = History(deadlines={one.uid: one.entered for one in before})
        again = plan(opened(), today="2026-01-20", history=history)
        assert feed_of(again, COORDINATOR).deadlines == before
        later = plan(opened(course={"granted": day("2026-02-09")}), today="2026-01-20", history=history)
        assert [(one.sequence, one.stamp == later.now) for one in feed_of(later, COORDINATOR).deadlines] == [
            (0, False),
            (0, False),
            (1, True),
        ]

    def test_they_are_whole_days_that_say_nothing_of_whom(self) -> None:
        made = plan(opened())
        lines = unfolded(feed_of(made, COORDINATOR).file(made.institution))
        assert [line for line in lines if line.startswith("DTSTART;VALUE")] == [
            "DTSTART;VALUE=DATE:20260210",
            "DTSTART;VALUE=DATE:20260224",
            "DTSTART;VALUE=DATE:20260806",
        ]
        assert [line for line in lines if line.startswith("SUMMARY")] == [
            "SUMMARY:Frist: første opfølgning",
            "SUMMARY:Frist: planen er på plads",
            "SUMMARY:Frist: en indsats er begyndt",
        ]
        assert not any("Asta" in line or "B001" in line for line in lines)


class TestWords:
    def test_titles_are_neutral(self) -> None:
        assert set(summaries(plan(book()), "P001")) == {"SUMMARY:Samtale"}

    def test_unless_names_are_turned_on(self) -> None:
        named = plan(book(institution=making.house(names_in_calendar=True)))
        assert set(summaries(named, "P001")) == {"SUMMARY:Samtale: Asta Eksempel"}

    def test_nothing_tells_occasion_theme_or_diagnosis(self) -> None:
        told = row(
            "F001-01",
            "2026-02-03 09:00",
            theme="Angst i køkkenet",
            occasion="højt sygefravær",
            remark="Lægen",
        )
        made = plan(book(told))
        for one in feeds(made):
            text = "\n".join(unfolded(one.file(made.institution)))
            assert not any(word in text for word in ("Angst", "sygefravær", "Lægen", "Asta", "Lene"))

    def test_a_calendar_is_named_by_the_types_words_or_the_house(self) -> None:
        named = replace(KIND, words={"kalender.navn": "Møder på arbejdet"})
        made = plan(book(), named, TALK)
        lines = unfolded(feed_of(made, "P001").file(made.institution))
        assert "X-WR-CALNAME:Møder på arbejdet" in lines
        plain = plan(opened(), *OPENED)
        lines = unfolded(feed_of(plain, COORDINATOR).file(plain.institution))
        assert "X-WR-CALNAME:Botilbuddet Elmegården" in lines

    def test_it_is_a_publication_without_attendees(self) -> None:
        made = plan(book())
        lines = unfolded(feed_of(made, "P001").file(made.institution))
        assert lines.count("METHOD:PUBLISH") == 1
        assert not any(line.startswith("ATTENDEE") for line in lines)
        assert sum(line == "BEGIN:VEVENT" for line in lines) == 4

    def test_meetings_are_at_danish_time(self) -> None:
        made = plan(book(courses=(making.course(start=day("2026-03-24"), time=time("10:00")),)))
        lines = unfolded(feed_of(made, "P001").file(made.institution))
        starts = [line for line in lines if line.startswith("DTSTART;TZID")]
        assert starts[:2] == [
            "DTSTART;TZID=Europe/Copenhagen:20260324T100000",
            "DTSTART;TZID=Europe/Copenhagen:20260331T100000",
        ]


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = (second("M002", "2026-02-05 09:00"), second("M003", "2026-02-06 09:00", 10))
    made = [plan(book(*order)) for order in (rows, rows[::-1])]
    files: list[dict[str, bytes]] = [
        {one.person: one.file(each.institution) for one in feeds(each)} for each in made
    ]
    assert files[0] == files[1]


def test_the_clock_alone_changes_no_entry() -> None:
    made = plan(book(), today="2026-01-21")
    later = plan(book(), today="2026-01-22", history=History(built=making.built(made)))
    entries = [events(feed_of(one, "B001").file(one.institution)) for one in (made, later)]
    assert entries[0] == entries[1]
    assert len(entries[0]) == 4
