"""Who is where when, and which meetings are in each other's way."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.planning.scheduling.diary import DAY, Booking, Clash, ClashKind, Diary
from tests.planning.scheduling.bookings import TRAVEL, booking, day

HALL, ANNEXE = "Mødelokale 3, Rådhuspladsen 2", "Samtalerum 1, Torvet 5"


def kinds(one: Booking, *others: Booking, travel: int = TRAVEL) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is in the first meeting's way: the kind, the other meeting's number, and who."""
    clashes = Diary(travel, others).clashes(one)
    return [(clash.kind.value, clash.other.nr, clash.people) for clash in clashes]


@pytest.mark.parametrize(
    ("at", "length", "meets"),
    [
        ("09:00", 60, False),  # ends as the other begins
        ("09:00", 61, True),
        ("10:00", 60, True),
        ("10:15", 15, True),
        ("10:59", 60, True),
        ("11:00", 60, False),
        ("09:00", 240, True),
    ],
)
def test_nobody_is_in_two_meetings_that_overlap(at: str, length: int, meets: bool) -> None:
    found = kinds(booking(), booking("M002", at, length=length))
    assert found == ([("person", "M002", ("P001",))] if meets else [])


def test_everybody_who_sits_at_both_tables_is_named_in_order() -> None:
    one, other = booking(people="P003 B001 P002"), booking("M002", people="P002 P009 B001")
    assert kinds(one, other) == [("person", "M002", ("B001", "P002"))]


def test_meetings_on_other_days_and_of_other_people_are_in_nobodys_way() -> None:
    assert kinds(booking(), booking("M002", on=1), booking("M003", people="P002")) == []


def test_a_meeting_is_not_in_its_own_way() -> None:
    assert kinds(booking(), booking(at="10:30")) == []


@pytest.mark.parametrize("place", [HALL, "MØDELOKALE  3,\nrådhuspladsen 2 "])
def test_a_room_holds_one_meeting_however_people_write_it(place: str) -> None:
    other = booking("M002", "10:30", "P002", place=place)
    assert kinds(booking(place=HALL), other) == [("room", "M002", ())]


def test_a_room_is_the_same_in_either_form_of_unicode() -> None:
    other = booking("M002", people="P002", place="A\N{COMBINING RING ABOVE}stuen")
    assert kinds(booking(place="Åstuen"), other) == [("room", "M002", ())]


def test_meetings_online_or_nowhere_take_no_room() -> None:
    for changes in ({"place": "Online", "online": True}, {"place": ""}):
        one = replace(booking(), **changes)
        assert kinds(one, replace(one, nr="M002", people=frozenset({"P002"}))) == []


def test_a_person_comes_before_a_room_and_a_room_before_the_way() -> None:
    others = (
        booking("M002", "11:00", place=ANNEXE),
        booking("M003", people="P002", place=HALL),
        booking("M004", place=HALL),
    )
    expected = [
        ("person", "M004", ("P001",)),
        ("room", "M003", ()),
        ("room", "M004", ()),
        ("travel", "M002", ("P001",)),
    ]
    assert kinds(booking(place=HALL), *others) == expected


@pytest.mark.parametrize(("at", "gap"), [("11:00", 0), ("11:14", 14), ("11:15", None), ("08:46", 14)])
def test_there_is_time_to_get_from_one_building_to_another(at: str, gap: int | None) -> None:
    other = booking("M002", at, place=ANNEXE)
    expected = () if gap is None else (Clash(ClashKind.TRAVEL, other, ("P001",), gap),)
    assert Diary(TRAVEL, [other]).clashes(booking(place=HALL)) == expected


@pytest.mark.parametrize(
    ("place", "other", "is_far"),
    [
        (HALL, "Samtalerum 1, Rådhuspladsen 2", False),
        (HALL, "Rådhuspladsen 2", False),
        (HALL, "Mødelokale 3", False),
        (HALL, "Mødelokale 3, Torvet 5", True),
        (HALL, "Mødelokale 1, rådhuspladsen  2,", False),
        ("Kontoret", "KONTORET", False),
        ("Kontoret,", "Kontoret", False),
        ("Kontoret", "Gartneriet", False),
        (HALL, "", False),
    ],
)
def test_a_building_stands_behind_the_first_comma_and_a_room_alone_is_in_the_house(
    place: str, other: str, is_far: bool
) -> None:
    found = kinds(booking(place=place), booking("M002", "11:00", place=other))
    assert [kind for kind, *_ in found] == ["travel"] * is_far


def test_nobody_is_on_the_way_to_a_meeting_online() -> None:
    assert kinds(booking(place=HALL), booking("M002", "11:00", place="Online", online=True)) == []


def test_a_short_meeting_online_between_two_places_takes_no_time_off_the_way() -> None:
    between = booking("M002", "11:00", place="Online", online=True, length=10)
    assert kinds(booking(place=HALL), between, booking("M003", "11:10", place=ANNEXE)) == [
        ("travel", "M003", ("P001",))
    ]


def test_a_house_may_need_no_time_on_the_way() -> None:
    assert kinds(booking(place=HALL), booking("M002", "11:00", place=ANNEXE), travel=0) == []


def test_a_meeting_past_midnight_is_in_the_way_of_the_next_days() -> None:
    late, early = booking(at="23:30", length=90), booking("M002", "00:30", on=1)
    assert kinds(late, early) == [("person", "M002", ("P001",))]
    assert kinds(early, late) == [("person", "M001", ("P001",))]
    assert kinds(late, booking("M003", "01:00", on=1)) == []


def test_a_meeting_that_is_taken_out_is_in_nobodys_way() -> None:
    diary = Diary(TRAVEL, [booking("M002", place=HALL), booking("M003", at="10:30")])
    diary.remove("M002")
    diary.remove("M009")
    assert [clash.other.nr for clash in diary.clashes(booking(place=HALL))] == ["M003"]


def test_two_rows_with_one_number_both_count() -> None:
    diary = Diary(TRAVEL, [booking("M002"), booking("M002", "10:30")])
    assert len(diary.clashes(booking())) == 2
    diary.remove("M002")
    assert diary.clashes(booking()) == ()


BOOKINGS = st.builds(
    Booking,
    nr=st.sampled_from([f"M{number:03}" for number in range(8)]),
    date=st.sampled_from([day(0), day(1)]),
    start=st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)),
    length=st.integers(1, 300),
    people=st.frozensets(st.sampled_from(["B001", "P001", "P002"]), min_size=1),
    place=st.sampled_from([HALL, "Samtalerum 1, Rådhuspladsen 2", ANNEXE, ""]),
    online=st.booleans(),
)


@given(st.lists(BOOKINGS, max_size=6), BOOKINGS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(
    others: list[Booking], one: Booking, chance: random.Random
) -> None:
    shuffled = chance.sample(others, len(others))
    assert Diary(TRAVEL, shuffled).clashes(one) == Diary(TRAVEL, others).clashes(one)


@given(BOOKINGS, BOOKINGS)
def test_what_is_in_each_others_way_is_so_both_ways(one: Booking, other: Booking) -> None:
    found, back = (Diary(TRAVEL, [b]).clashes(a) for a, b in ((one, other), (other, one)))
    assert [(clash.kind, clash.people, clash.gap) for clash in found] == [
        (clash.kind, clash.people, clash.gap) for clash in back
    ]


@given(st.lists(BOOKINGS, max_size=5), BOOKINGS)
def test_a_day_is_blocked_at_the_minutes_at_which_something_is_in_the_way(
    others: list[Booking], one: Booking
) -> None:
    one = replace(one, length=min(one.length, 60))
    diary = Diary(TRAVEL, others)
    blocked = diary.blocked(one, one.day)
    for minute in range(0, DAY - 60, 7):
        there = replace(one, start=dt.time(*divmod(minute, 60)))
        assert bool(blocked >> minute & 1) == bool(diary.clashes(there))
