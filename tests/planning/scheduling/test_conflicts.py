"""What is said of meetings that are in each other's way, on a closed day, or outside the hours."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Finding, Place
from docgen.planning.scheduling.conflicts import conflict_findings, day_findings
from docgen.planning.scheduling.diary import Booking
from tests.planning.scheduling.bookings import HOURS, OPEN, TRAVEL, Days, booking, clock, day

HALL, ANNEXE = "Stuen, Torvet 1", "Kontoret,\nEngen 2"
NAMES = {"B001": "Asta Eksempel", "P001": "Lene Ledersen", "P002": "Bo Enhedsen"}


def found(
    *bookings: Booking,
    days: Days = OPEN,
    exempt: Collection[str] = (),
    earliest: dt.date = dt.date.min,
) -> list[Finding]:
    def called(nr: str) -> str:
        return f"{nr} {NAMES[nr]}"

    return list(conflict_findings(bookings, HOURS, days, TRAVEL, called, exempt=exempt, earliest=earliest))


def codes(*bookings: Booking) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.cell) for finding in found(*bookings)]


def full(nr: str, on: int, people: str = "P001") -> Booking:
    """A meeting that lasts all day."""
    return booking(nr, "09:00", people, length=390, on=on)


def test_meetings_that_are_in_nobodys_way_have_no_findings() -> None:
    assert found(booking(), booking("M002", "11:00"), booking("M003", people="P002")) == []


def test_somebody_in_two_meetings_at_once_is_named_with_both_cells_and_a_free_time() -> None:
    one, other = booking("M002", people="P001 B001"), booking("M003", "10:30", "B001 P001 P002")
    (finding,) = found(one, other)
    assert finding.text() == (
        "W-250 Møder!F3 (Dato): Two meetings at once for B001 Asta Eksempel, P001 Lene Ledersen: M003, "
        "02-02-2026 10:30, and M002 (Møder!F2), 02-02-2026 10:00. Nobody is in two meetings at once. Move "
        "one of the two. The nearest time that suits everybody at M003 is 02-02-2026 11:00. If it is meant, "
        "write the reason under Undtagelse."
    )


def test_a_room_that_is_taken_twice_is_named() -> None:
    one, other = booking("M002", place=HALL), booking("M003", "10:15", "P002", place="STUEN, torvet 1")
    (finding,) = found(one, other)
    assert finding.text() == (
        "W-251 Møder!F3 (Dato): “STUEN, torvet 1” is taken twice at once: by M003, 02-02-2026 10:15, and by "
        "M002 (Møder!F2), 02-02-2026 10:00. A room holds one meeting at a time. Choose another room, or "
        "another time: the nearest that suits everybody at M003 is 02-02-2026 11:00. If these are two "
        "places, write them so that they differ."
    )


def test_too_little_time_on_the_way_says_how_little_and_between_which_places() -> None:
    (finding,) = found(booking("M002", place=HALL), booking("M003", "11:10", place=ANNEXE))
    assert finding.text() == (
        "W-252 Møder!F3 (Dato): Too little time on the way for P001 Lene Ledersen, 10 minutes, between M003 "
        "(Kontoret, Engen 2), 02-02-2026 11:10, and M002 (Møder!F2, Stuen, Torvet 1), 02-02-2026 10:00. "
        "Between two buildings there are 15 minutes (Minutter mellem to steder). Move one of the two. The "
        "nearest time that suits everybody at M003 is 02-02-2026 11:15. If both are in one building, write "
        "it after a comma: Mødelokale 3, Rådhuspladsen 2."
    )


def test_two_meetings_may_quarrel_about_a_person_and_a_room() -> None:
    assert codes(booking("M002", place=HALL), booking("M003", place=HALL)) == [
        ("W-250", "F3"),
        ("W-251", "F3"),
    ]


def test_each_two_meetings_have_a_finding_of_their_own() -> None:
    assert codes(booking("M002"), booking("M003"), booking("M004", "09:30")) == [
        ("W-250", "F2"),  # with M004, which begins before it
        ("W-250", "F3"),  # with M004
        ("W-250", "F3"),  # with M002
    ]


def test_the_free_time_may_be_on_another_day() -> None:
    (finding,) = found(full("M002", 0), booking("M003"))
    assert dict(finding.data)["free"] == "03-02-2026 10:00"


def test_it_suits_everybody_at_the_later_meeting() -> None:
    away = [full(f"M00{number + 3}", number, "P002") for number in range(1, 4)]
    finding, *others = found(full("M002", 0), booking("M003", people="P001 P002"), *away, earliest=day(0))
    assert others == []
    assert dict(finding.data)["free"] == "06-02-2026 10:00"


def test_it_is_none_that_has_passed() -> None:
    days = Days({day(number): "personaledag" for number in range(1, 5)})
    (early,) = found(full("M002", 0), booking("M003"), days=days)
    (late,) = found(full("M002", 0), booking("M003"), days=days, earliest=day(0))
    assert dict(early.data)["free"] == "30-01-2026 10:00"
    assert dict(late.data)["free"] == "09-02-2026 10:00"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (booking("M002"), "W-253"),
        (booking("M002", people="P002", place=HALL), "W-254"),
        (booking("M002", "09:00", place=ANNEXE), "W-255"),
    ],
)
def test_that_there_is_no_free_time_within_fourteen_days_is_said(other: Booking, code: str) -> None:
    closed = Days({day(number): "ferielukket" for number in range(-14, 15)})
    (finding,) = found(other, booking("M003", place=HALL), days=closed)
    assert finding.code == code
    assert "within 14 days" in finding.text()
    assert found(other, booking("M003", place=HALL), days=Days({day(0): "x"}))[0].code != code


def test_nothing_is_said_of_a_meeting_that_breaks_the_rules_on_purpose_but_it_takes_up_time() -> None:
    meant = booking("M002", "11:00")
    assert found(booking(), replace(meant, start=clock("10:30")), exempt={"M002"}) == []
    (finding,) = found(booking(), booking("M003"), meant, exempt={"M002"})
    assert dict(finding.data)["free"] == "02-02-2026 09:00"


def test_a_meeting_without_a_cell_is_named_by_its_row() -> None:
    course = replace(booking("M002", "09:30"), cell=Place(sheet="Forløb", row=4))
    (finding,) = found(course, booking("M003"))
    assert dict(finding.data)["other"] == "Forløb!4"


BOOKINGS = st.builds(
    booking,
    nr=st.sampled_from([f"M00{number}" for number in range(1, 8)]),
    at=st.sampled_from(["09:30", "10:00", "10:45", "11:05"]),
    people=st.sampled_from(["P001", "P002", "P001 B001"]),
    place=st.sampled_from([HALL, ANNEXE, ""]),
    on=st.sampled_from([0, 0, 1]),
)


@given(st.lists(BOOKINGS, max_size=7, unique_by=lambda one: one.nr), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(bookings: list[Booking], chance: random.Random) -> None:
    assert found(*chance.sample(bookings, len(bookings))) == found(*bookings)


def of_day(*days: int, made: Booking, earliest: dt.date = dt.date.min) -> list[str]:
    """What is said of a meeting in a house that is closed on these days."""
    closed = Days({day(number): "personaledag" for number in days})
    return [finding.text() for finding in day_findings(made, HOURS, closed, earliest=earliest)]


def test_a_meeting_on_an_open_day_within_the_hours_is_sound() -> None:
    assert of_day(made=booking(at="09:00")) == of_day(made=booking(at="14:30")) == []


def test_a_closed_day_is_named_with_its_reason_and_the_nearest_open_day() -> None:
    (said,) = of_day(1, made=booking("M002", on=1))
    assert said == (
        "W-256 Møder!F2 (Dato): 03-02-2026 is a closed day: personaledag. Meetings are held on open days. "
        "The nearest is 04-02-2026. Correct the date, or write the reason under Undtagelse."
    )


@pytest.mark.parametrize(
    ("days", "earliest", "nearest"),
    [
        ((0,), dt.date.min, "03-02-2026"),
        ((4,), dt.date.min, "05-02-2026"),
        ((4,), day(4), "09-02-2026"),
        (range(-400, 400), dt.date.min, "–"),
    ],
)
def test_the_nearest_open_day_lies_on_either_side_and_not_in_the_past(
    days: Collection[int], earliest: dt.date, nearest: str
) -> None:
    on = next(iter(days)) if len(days) == 1 else 0
    (said,) = of_day(*days, made=booking(on=on), earliest=earliest)
    assert f"The nearest is {nearest}." in said


def test_a_weekend_is_told_by_another_finding() -> None:
    assert of_day(5, made=booking(on=5)) == of_day(made=booking(on=6)) == []


@pytest.mark.parametrize(("at", "ends"), [("08:45", "09:45"), ("15:00", "16:00"), ("23:30", "00:30")])
def test_a_meeting_outside_the_hours_says_when_it_is_and_which_they_are(at: str, ends: str) -> None:
    (said,) = of_day(made=booking("M002", at))
    assert said == (
        f"W-257 Møder!F2 (Dato): The meeting lasts from {at} to {ends}. Meetings are held between 09:00 and "
        "15:30 (Møder tidligst and Møder senest). Correct Start or Varighed, or write the reason under "
        "Undtagelse."
    )
