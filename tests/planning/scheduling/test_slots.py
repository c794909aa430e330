"""At which times a meeting can be held, and the nearest one that is free."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.planning.scheduling.diary import Diary
from docgen.planning.scheduling.slots import STEP, Hours, Wish, nearest_free, slots
from tests.planning.scheduling.bookings import HOURS, OPEN, TRAVEL, Days, booking, clock, day, times, wish

MORNING = Hours(clock("09:00"), clock("12:00"))


def test_the_wished_time_comes_first_then_the_quarter_hours_near_it_the_later_of_two_before() -> None:
    offered = times(list(slots(wish(booking()), MORNING, OPEN)))
    assert offered == [
        "2 10:00",
        "2 10:15",
        "2 09:45",
        "2 10:30",
        "2 09:30",
        "2 10:45",
        "2 09:15",
        "2 11:00",
        "2 09:00",
    ]


def test_a_wish_between_the_quarter_hours_is_offered_and_no_other_such_time() -> None:
    short = Hours(clock("09:50"), clock("11:30"))
    assert times(list(slots(wish(booking(at="10:10")), short, OPEN))) == [
        "2 10:10",
        "2 10:15",
        "2 10:00",
        "2 10:30",
    ]


def test_days_follow_by_distance_the_later_of_two_before_and_closed_ones_are_left_out() -> None:
    closed = Days({day(1): "personaledag"})
    at_nine = Hours(clock("10:00"), clock("11:15"))
    offered = times(list(slots(wish(booking(on=2), before=3, after=3), at_nine, closed)))
    assert offered == [
        "4 10:00",
        "4 10:15",
        "5 10:00",
        "5 10:15",
        "6 10:00",
        "6 10:15",
        "2 10:00",
        "2 10:15",
    ]


def test_the_wished_day_is_left_out_when_it_is_closed() -> None:
    closed = Days({day(0): "skærtorsdag"})
    assert times(list(slots(wish(booking(), after=1), MORNING, closed)))[:2] == ["3 10:00", "3 10:15"]


@pytest.mark.parametrize(("at", "first"), [("08:00", "2 09:00"), ("11:30", "2 11:00"), ("11:00", "2 11:00")])
def test_the_whole_meeting_lies_within_the_hours(at: str, first: str) -> None:
    offered = times(list(slots(wish(booking(at=at)), MORNING, OPEN)))
    assert offered[0] == first
    assert len(offered) == 9


@pytest.mark.parametrize(
    "hours", [Hours(clock("09:00"), clock("09:45")), Hours(clock("15:00"), clock("09:00"))]
)
def test_a_meeting_longer_than_the_hours_is_offered_nothing(hours: Hours) -> None:
    assert list(slots(wish(booking(), 3, 3), hours, OPEN)) == []


@given(
    st.integers(0, 23 * 60 + 59).map(lambda minute: dt.time(*divmod(minute, 60))),
    st.integers(1, 200),
    st.integers(0, 6),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_every_offer_is_within_hours_and_reach_on_an_open_day_and_made_once(
    start: dt.time, length: int, on: int, before: int, after: int
) -> None:
    wished = wish(booking(at=f"{start:%H:%M}", length=length, on=on), before, after)
    offers = list(slots(wished, HOURS, OPEN))
    assert len(set(offers)) == len(offers)
    for offer in offers:
        assert HOURS.starts <= offer.start
        assert offer.begins + length <= 15 * 60 + 30
        assert not OPEN.closed(offer.date)
        assert wished.earliest <= offer.date <= wished.latest
        assert offer.start == start or offer.begins % STEP == 0
    distances = [abs((offer.date - wished.booking.date).days) for offer in offers]
    assert distances == sorted(distances)


def test_the_nearest_free_time_is_free_for_everybody_the_room_and_the_way() -> None:
    hall, annexe = "Stuen, Torvet 1", "Kontoret, Engen 2"
    diary = Diary(
        TRAVEL,
        [
            booking("M002", "10:00", "P002", length=30),
            booking("M003", "10:30", "P009", place=hall, length=30),
            booking("M004", "12:00", "P001", place=annexe, length=30),
        ],
    )
    found = nearest_free(wish(booking(people="P001 P002", place=hall)), diary, HOURS, OPEN)
    assert found is not None
    assert times([found]) == ["2 09:00"]  # from 11:00 nobody would get to the annexe by 12:00


def test_the_wished_time_is_the_nearest_where_it_is_free() -> None:
    diary = Diary(TRAVEL, [booking()])  # the meeting itself is not in its own way
    assert nearest_free(wish(booking()), diary, HOURS, OPEN) == booking()


def test_another_day_is_found_when_the_whole_day_is_taken_and_none_when_all_are() -> None:
    taken = [booking(f"M00{number + 2}", "09:00", length=390, on=number) for number in range(3)]
    diary = Diary(TRAVEL, taken)
    found = nearest_free(wish(booking(on=1), 1, 2), diary, HOURS, OPEN)
    assert found is not None
    assert times([found]) == ["5 10:00"]
    assert nearest_free(wish(booking(on=1), 1, 1), diary, HOURS, OPEN) is None


def test_a_reach_that_ends_before_it_begins_offers_nothing() -> None:
    assert list(slots(Wish(booking(), day(3), day(1)), HOURS, OPEN)) == []
