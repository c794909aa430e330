"""What is said of a course, and which cadence it follows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from docgen.findings import Finding
from docgen.i18n import language
from docgen.meetingtypes.cadence import Cadence, Stage, Unit
from docgen.meetingtypes.definition import Length, MeetingType
from docgen.model import Closure, Course, CourseStatus, Resident, Weekday, Workbook
from docgen.planning.courses.cadence import occurrences
from docgen.planning.courses.soundness import cadence_of, course_findings
from docgen.planning.scheduling.workdays import Workdays
from tests import making
from tests.meetingtypes.samples import shipped
from tools.sample_jobcenter import JOBCENTER
from tools.sample_ledersamtaler import LEDERSAMTALER

OFTEN = Cadence("Hver uge", (Stage(1, Unit.WEEKS),))
SELDOM = Cadence("Hver måned", (Stage(1, Unit.MONTHS),))
KIND = making.kind(cadences=(OFTEN, SELDOM))
HORIZON = dt.date(2026, 12, 31)


def told(
    course: Course,
    kind: MeetingType | None = KIND,
    *closures: Closure,
    resident: Resident | None = None,
    horizon: dt.date = HORIZON,
    **house: Any,
) -> tuple[Finding, ...]:
    """The findings about a course whose meetings are worked out up to the horizon."""
    cadence = cadence_of(kind, course) if kind else None
    workdays = Workdays.of(closures)
    made = occurrences(course, cadence, workdays, horizon) if cadence else ()
    return tuple(
        course_findings(
            course,
            kind,
            types=(KIND,),
            resident=resident or making.resident(),
            house=making.house(**house),
            occurrences=made,
        )
    )


def found(*arguments: Any, **changes: Any) -> list[tuple[str, str]]:
    """Their codes and places."""
    return [(finding.code, finding.place.heading) for finding in told(*arguments, **changes)]


def date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("written", "cadence"),
    [
        ("", OFTEN),
        ("  ", OFTEN),
        ("Hver uge", OFTEN),
        ("hver MÅNED", SELDOM),
        (" Hvermåned ", SELDOM),
        ("Hvert år", None),
    ],
)
def test_a_cadence_is_found_by_name_and_the_first_one_without(written: str, cadence: Cadence | None) -> None:
    assert cadence_of(KIND, making.course(cadence=written)) is cadence


def test_a_type_without_cadences_has_none_to_give() -> None:
    assert cadence_of(making.kind(), making.course()) is None
    assert cadence_of(making.kind(), making.course(cadence="Hver uge")) is None


def test_a_sound_course_has_no_findings() -> None:
    assert found(making.course()) == []


@pytest.mark.parametrize(
    ("sample", "kind"), [(LEDERSAMTALER, "opfoelgningssamtale"), (JOBCENTER, "ressourceopfoelgning")]
)
def test_nor_have_those_of_the_samples(sample: Workbook, kind: str) -> None:
    residents = {row.nr: row for row in sample.residents}
    for course in sample.courses:
        resident = residents[course.resident]
        assert found(course, shipped(kind), *sample.closures, resident=resident) == []


def test_a_type_that_there_is_not_is_an_error() -> None:
    (finding,) = told(making.course(type="samtal"), None)
    assert (finding.code, str(finding.place)) == ("E-080", "Forløb!C2 (Type)")
    assert finding.expected() == "Known types: Samtale."


def test_a_type_about_a_group_is_an_error() -> None:
    assert found(making.course(), making.group(cadences=(OFTEN,))) == [("E-240", "Type")]


def test_an_interval_that_the_type_has_not_is_an_error_that_names_those_it_has() -> None:
    (finding,) = told(making.course(cadence="Tit"))
    assert (finding.code, finding.place.heading) == ("E-241", "Mødeinterval")
    assert finding.expected() == "One of: Hver uge · Hver måned. Blank: the first of them."


def test_and_the_nearest_one_where_it_looks_like_a_slip() -> None:
    (finding,) = told(making.course(cadence="Hver måne"))
    assert (finding.code, finding.expected()) == ("E-242", "Did you mean “Hver måned”?")


def test_a_type_without_any_interval_is_a_warning() -> None:
    assert found(making.course(), making.kind()) == [("W-243", "Type")]
    assert found(making.course(cadence="Hver uge"), making.kind()) == [("W-243", "Type")]


def test_somebody_cannot_be_back_before_the_course_begins() -> None:
    (finding,) = told(making.course(fully_back=date("2026-02-02")))
    assert (finding.code, finding.place.heading) == ("E-068", "Fuldt tilbage")
    assert finding.message() == "Fuldt tilbage is 02-02-2026, which lies before 03-02-2026."
    assert found(making.course(fully_back=date("2026-02-03"))) == []


def test_somebody_who_is_back_after_slut_is_a_warning() -> None:
    def ending(back: str, end: str) -> list[tuple[str, str]]:
        return found(making.course(fully_back=date(back), end=date(end)))

    assert ending("2026-05-02", "2026-05-01") == [("W-244", "Fuldt tilbage")]
    assert ending("2026-05-01", "2026-05-01") == []
    assert ending("2026-05-02", "2026-01-01") == []  # the check of the workbook tells of Slut before Start


def test_that_nobody_is_back_yet_is_nothing_to_tell() -> None:
    assert found(making.course(time=dt.time(10)), shipped("opfoelgningssamtale")) == []


def test_a_resident_who_is_not_active_is_a_warning() -> None:
    assert found(making.course(), resident=making.resident(active=False)) == [("W-245", "Beboer")]


@pytest.mark.parametrize("kind", [KIND, None])
def test_nothing_is_said_of_a_course_that_is_over(kind: MeetingType | None) -> None:
    over = making.course(
        status=CourseStatus.ENDED, cadence="Tit", start=date("2026-02-07"), fully_back=date("2026-01-01")
    )
    assert found(over, kind, resident=making.resident(active=False)) == []


def test_a_meeting_that_no_day_is_left_for_is_named_with_its_reason() -> None:
    course = making.course(start=date("2026-07-01"))
    closed = Closure(first=date("2026-07-06"), last=date("2026-07-12"), reason="Sommerferie")
    (finding,) = told(course, KIND, closed)
    assert (finding.code, str(finding.place)) == ("W-246", "Forløb!E2 (Start)")
    assert finding.text() == (
        "W-246 Forløb!E2 (Start): The meeting F001-02 would be on 08-07-2026 (Sommerferie), and no day near "
        "enough is open. A day from 05-07-2026 to 11-07-2026 on which meetings may be held. Write a row with "
        "the number F001-02 on the sheet Møder, with the day that suits you."
    )


def test_a_reason_of_docgens_own_is_put_into_the_readers_language() -> None:
    course = making.course(start=date("2026-07-06"), end=date("2026-07-07"), weekday=None)
    (finding,) = told(course, KIND, Closure(first=date("2026-07-06"), last=date("2026-07-07")))
    assert finding.code == "W-246"
    assert "(closed)" in finding.message(language("en"))


def test_a_weekend_alone_is_no_news_of_a_meeting_that_has_no_day() -> None:
    course = making.course(start=date("2026-07-04"), end=date("2026-07-05"), weekday=None)
    assert [finding.code for finding in told(course)] == ["W-249"]


@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ({"time": dt.time(8, 59)}, "Tidspunkt"),
        ({"time": dt.time(14, 31)}, "Tidspunkt"),
        ({"time": dt.time(14, 0), "length": 91}, "Tidspunkt"),
        ({"time": dt.time(23, 30)}, "Tidspunkt"),
        ({"length": 391}, "Varighed"),
        ({"time": dt.time(9)}, ""),
        ({"time": dt.time(14, 30)}, ""),
        ({"length": 390}, ""),
    ],
)
def test_meetings_outside_meeting_hours_are_a_warning(changes: dict[str, Any], heading: str) -> None:
    assert found(making.course(**changes)) == ([("W-247", heading)] if heading else [])


def test_so_they_are_when_the_type_says_so() -> None:
    late = making.kind(cadences=(Cadence("A", OFTEN.stages, time=dt.time(15)),))
    (finding,) = told(making.course(), late)
    assert finding.message() == "The meetings of the course would last from 15:00 to 16:00."
    assert finding.expected().startswith("Meetings are held between 09:00 and 15:30")
    assert found(making.course(), making.kind(cadences=(OFTEN,), length=Length(400, 30, 400))) == [
        ("W-247", "Tidspunkt")
    ]


def test_of_hours_that_end_before_they_begin_the_workbooks_check_tells() -> None:
    assert found(making.course(), day_starts=dt.time(15), day_ends=dt.time(9)) == []


def test_a_course_that_never_ends_is_worked_out_so_far_and_no_further() -> None:
    daily = making.kind(cadences=(Cadence("A", (Stage(1, Unit.DAYS),), weekday=Weekday.MONDAY),))
    course = making.course(start=date("2018-01-01"))
    assert found(course, daily, horizon=HORIZON)[-1] == ("W-248", "Start")


@pytest.mark.parametrize("start", ["2026-02-07", "2026-02-08"])
def test_a_start_in_a_weekend_without_a_ugedag_is_a_warning(start: str) -> None:
    assert found(making.course(start=date(start))) == [("W-249", "Start")]
    assert found(making.course(start=date(start), weekday=Weekday.MONDAY)) == []
    monday = making.kind(cadences=(Cadence("A", OFTEN.stages, Weekday.MONDAY),))
    assert found(making.course(start=date(start)), monday) == []


def test_but_not_where_the_start_is_day_0() -> None:
    assert found(making.course(start=date("2026-02-07")), shipped("ressourceopfoelgning")) == []
