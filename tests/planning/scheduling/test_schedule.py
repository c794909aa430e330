"""Computed meetings placed around what people wrote."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.planning.scheduling import board, moved
from docgen.planning.scheduling.diary import Booking, Diary
from docgen.planning.scheduling.schedule import TOLD, Placed, schedule
from docgen.planning.scheduling.slots import Hours, Wish, slots
from tests.planning.scheduling.bookings import HOURS, OPEN, TRAVEL, Days, booking, clock, day, wish

Times = Mapping[str, tuple[dt.date, dt.time]]

HALL, ANNEXE = "Stuen, Torvet 1", "Kontoret, Engen 2"
TWO_HOURS = Hours(clock("09:00"), clock("11:00"))
MORNING = Hours(clock("09:00"), clock("12:00"))


def placed(
    wishes: Iterable[Wish],
    *fixed: Booking,
    hours: Hours = HOURS,
    days: Days = OPEN,
    kept: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Where each meeting ends, and why: ``2 10:15 (the room is taken then)``, ``clashes with …``.

    ``kept`` are times on that Monday.
    """
    told = {nr: (day(0), clock(time)) for nr, time in (kept or {}).items()}
    outcome = schedule(fixed, wishes, hours, days, TRAVEL, told)
    return {nr: _said(one) for nr, one in sorted(outcome.items())}


def _said(one: Placed) -> str:
    where = f"{one.booking.date.day} {one.booking.start:%H:%M}"
    why = f" ({one.moved.reason})" if one.moved else ""
    others = ", ".join(clash.other.nr for clash in one.clashes)
    return where + why + (f" clashes with {others}" if others else "")


def test_a_wish_that_nothing_is_in_the_way_of_is_met() -> None:
    assert placed([wish(booking(), 3, 3), wish(booking("M002", people="P002"), 3, 3)]) == {
        "M001": "2 10:00",
        "M002": "2 10:00",
    }


@pytest.mark.parametrize(
    ("fixed", "expected"),
    [
        (booking("M009", "10:00"), f"2 11:00 ({moved.BUSY})"),
        (booking("M009", "10:00", place=HALL), f"2 11:00 ({moved.BUSY})"),
        (booking("M009", "10:00", "P009", place=HALL), f"2 11:00 ({moved.ROOM_TAKEN})"),
        (booking("M009", "11:00", place=ANNEXE), f"2 09:45 ({moved.ON_THE_WAY})"),
        (booking("M009", "09:00", "P009", place=HALL), "2 10:00"),
    ],
)
def test_a_meeting_gives_way_to_what_people_wrote_and_the_reason_is_kept(
    fixed: Booking, expected: str
) -> None:
    assert placed([wish(booking(place=HALL))], fixed) == {"M001": expected}


def test_a_person_is_named_before_a_room_and_a_room_before_the_way() -> None:
    room, way = booking("M008", people="P009", place=HALL), booking("M009", "11:00", place=ANNEXE)
    assert moved.ROOM_TAKEN in placed([wish(booking(place=HALL))], room, way)["M001"]
    assert moved.BUSY in placed([wish(booking(place=HALL))], room, way, booking("M007", "10:45"))["M001"]


def test_where_it_was_wished_is_remembered() -> None:
    outcome = schedule([booking("M009")], [wish(booking())], HOURS, OPEN, TRAVEL)["M001"]
    assert outcome.moved == moved.Moved(day(0), clock("10:00"), moved.BUSY)


def test_a_wish_outside_the_hours_or_on_a_closed_day_is_moved_for_that_reason() -> None:
    assert placed([wish(booking(at="16:00"))]) == {"M001": f"2 14:30 ({moved.OUTSIDE_HOURS})"}
    assert placed([wish(booking(), 0, 1)], days=Days({day(0): "personaledag"})) == {
        "M001": "3 10:00 (personaledag)"
    }


def test_of_two_that_wish_for_one_time_the_lower_number_gets_it() -> None:
    assert placed([wish(booking("M002")), wish(booking("M001"))]) == {
        "M001": "2 10:00",
        "M002": f"2 11:00 ({moved.BUSY})",
    }


def test_a_meeting_moves_to_another_day_within_its_reach_and_no_farther() -> None:
    full = [booking("M008", "09:00", length=390), booking("M009", "09:00", length=390, on=1)]
    assert placed([wish(booking(), 0, 2)], *full) == {"M001": f"4 10:00 ({moved.BUSY})"}
    assert placed([wish(booking(), 0, 1)], *full) == {"M001": "2 10:00 clashes with M008"}


def test_where_nothing_is_free_it_stays_where_it_was_wished_and_says_what_is_in_the_way() -> None:
    full = booking("M009", "09:00", length=390)
    outcome = schedule([full], [wish(booking())], HOURS, OPEN, TRAVEL)["M001"]
    assert outcome.booking == booking()
    assert outcome.moved is None
    assert [clash.other for clash in outcome.clashes] == [full]


def test_a_wish_at_which_nobody_meets_takes_the_first_time_at_which_one_can_though_it_is_taken() -> None:
    full = booking("M009", "09:00", length=390)
    assert placed([wish(booking(at="17:00"))], full) == {
        "M001": f"2 14:30 ({moved.OUTSIDE_HOURS}) clashes with M009"
    }


def test_a_meeting_that_can_be_held_at_no_time_stays() -> None:
    assert placed([wish(booking(length=400))]) == {"M001": "2 10:00"}


def test_others_give_way_where_one_would_find_nothing_free() -> None:
    """M001 would take the middle of the time that P001 has, and leave two halves too short for M002."""
    wishes = [wish(booking("M001", "09:30")), wish(booking("M002", "10:00"))]
    assert placed(wishes, hours=TWO_HOURS) == {
        "M001": f"2 09:00 ({moved.BUSY})",
        "M002": "2 10:00",
    }


def test_one_may_give_way_to_another_who_gives_way_to_a_third() -> None:
    wishes = [
        wish(booking("M001", "09:15", "P001", length=45)),
        wish(booking("M002", "09:15", "P001 P002")),
        wish(booking("M003", "09:15", "P002", length=60)),
    ]
    outcome = placed(wishes, hours=TWO_HOURS)
    assert {nr: said.split(" (")[0] for nr, said in outcome.items()} == {
        "M001": "2 09:15",
        "M002": "2 10:00",
        "M003": "2 09:00",
    }


def test_one_long_meeting_goes_without_a_time_rather_than_two_short_ones() -> None:
    wishes = [
        wish(booking("M001", "09:00", length=120)),
        wish(booking("M002", "09:30")),
        wish(booking("M003", "10:00")),
    ]
    outcome = schedule([], wishes, TWO_HOURS, OPEN, TRAVEL)
    in_the_way = {nr: {clash.other.nr for clash in one.clashes} for nr, one in outcome.items()}
    assert in_the_way == {"M001": {"M002", "M003"}, "M002": {"M001"}, "M003": {"M001"}}


def test_a_time_that_people_have_been_told_is_kept_though_the_wished_one_is_free() -> None:
    assert placed([wish(booking(), 1, 1)], kept={"M001": "13:30"}) == {"M001": f"2 13:30 ({TOLD})"}


def test_a_time_that_people_have_been_told_goes_before_the_wish_of_a_lower_number() -> None:
    wishes = [wish(booking("M001")), wish(booking("M002"))]
    assert placed(wishes, kept={"M002": "10:00"}) == {
        "M001": f"2 11:00 ({moved.BUSY})",
        "M002": "2 10:00",
    }


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("10:07", f"2 10:07 ({TOLD})"),  # people may be told of any minute
        ("17:00", "2 10:00"),
        ("14:00", "2 10:00"),  # taken by M009 since
    ],
)
def test_it_is_kept_only_while_it_can_be(told: str, expected: str) -> None:
    assert placed([wish(booking())], booking("M009", "14:00"), kept={"M001": told}) == {"M001": expected}


def test_it_is_not_kept_on_a_day_that_is_closed_now_or_out_of_reach() -> None:
    later = {"M001": (day(1), clock("10:00"))}
    closed = Days({day(1): "personaledag"})
    for days, reach, expected in ((OPEN, 1, day(1)), (closed, 1, day(0)), (OPEN, 0, day(0))):
        outcome = schedule([], [wish(booking(), 0, reach)], HOURS, days, TRAVEL, later)
        assert outcome["M001"].booking.date == expected


def test_those_who_have_been_told_give_way_after_those_who_have_not() -> None:
    """M003 fits once M001 or M002 moves: both are in the way of half an hour of it."""
    wishes = [
        wish(booking("M001", "09:30", "P001", length=30)),
        wish(booking("M002", "10:30", "P001", length=30)),
        wish(booking("M003", "10:30", "P001")),
    ]
    for told in ("M001", "M002"):
        at = {"M001": "09:30", "M002": "10:30"}[told]
        outcome = placed(wishes, hours=Hours(clock("09:00"), clock("11:30")), kept={told: at})
        assert outcome[told] == f"2 {at}"
        assert not any("clashes" in said for said in outcome.values())


def test_and_they_give_way_where_nothing_else_helps() -> None:
    wishes = [wish(booking("M001", "09:30")), wish(booking("M002", "10:00"))]
    assert placed(wishes, hours=TWO_HOURS, kept={"M001": "09:30"}) == {
        "M001": f"2 09:00 ({moved.BUSY})",
        "M002": "2 10:00",
    }


def test_one_that_finds_nothing_free_stays_where_people_have_been_told() -> None:
    """M001 takes the whole time; the others, which it is in the way of, stay too."""
    wishes = [
        wish(booking("M001", "09:00", length=120)),
        wish(booking("M002", "09:00")),
        wish(booking("M003", "09:00")),
    ]
    told = {"M001": "09:00", "M002": "10:00", "M003": "09:00"}
    outcome = placed(wishes, hours=TWO_HOURS, kept=told)
    assert {nr: said[2:7] for nr, said in outcome.items()} == told
    assert [nr for nr, said in outcome.items() if said.count("M00") > 1] == ["M001"]


def test_without_steps_left_every_meeting_still_has_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "ALL_STEPS", 0)
    wishes = [wish(booking("M001", "09:30")), wish(booking("M002", "10:00"))]
    assert placed(wishes, hours=TWO_HOURS) == {
        "M001": "2 09:30 clashes with M002",
        "M002": "2 10:00 clashes with M001",
    }


@dataclass(frozen=True)
class Case:
    """A tight morning or two: what people wrote, what courses wish for, and the hours."""

    fixed: tuple[Booking, ...]
    wishes: tuple[Wish, ...]
    hours: Hours

    def outcome(self, kept: Times | None = None) -> Mapping[str, Placed]:
        return schedule(self.fixed, self.wishes, self.hours, OPEN, TRAVEL, kept)

    def options(self, one: Wish) -> list[Booking]:
        return list(slots(one, self.hours, OPEN))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    days = draw(st.integers(1, 2))
    made = st.builds(
        booking,
        at=st.sampled_from(["09:00", "09:10", "09:30", "10:00", "10:15", "10:30"]),
        people=st.sampled_from(["P1", "P2", "P3", "P1 P2", "P2 P3", "P1 P3"]),
        place=st.sampled_from(["", HALL, "Salen, Torvet 1", ANNEXE]),
        length=st.sampled_from([30, 45, 60]),
        on=st.integers(0, days - 1),
        online=st.sampled_from([False, False, False, True]),
    )

    def some(letter: str, least: int, most: int) -> list[Booking]:
        drawn = draw(st.lists(made, min_size=least, max_size=most))
        return [_renamed(one, f"{letter}{number}") for number, one in enumerate(drawn)]

    wishes = [Wish(one, day(0), day(days - 1)) for one in some("M", 2, 5)]
    ends = draw(st.sampled_from(["10:30", "11:00", "11:30", "12:00"]))
    return Case(tuple(some("X", 0, 2)), tuple(wishes), Hours(clock("09:00"), clock(ends)))


def _renamed(one: Booking, nr: str) -> Booking:
    return Booking(nr, one.date, one.start, one.length, one.people, one.place, one.online)


def _quarrel(one: Booking, other: Booking) -> bool:
    """Whether both can take place, worked out without a diary."""
    begins, others = one.day * 1440 + one.begins, other.day * 1440 + other.begins
    between = max(others - begins - one.length, begins - others - other.length)
    shared = one.people & other.people
    if between < 0:
        same_room = one.place == other.place != "" and not (one.online or other.online)
        return bool(shared) or same_room
    on_foot = not (one.online or other.online) and one.place and other.place
    far = one.place.partition(",")[2] != other.place.partition(",")[2]
    return bool(shared and on_foot and far and between < TRAVEL)


def _most(case: Case) -> int:
    """How many wishes can be met together at best, by trying every placing."""
    options = [case.options(one) for one in case.wishes]
    best = 0

    def go(number: int, standing: Sequence[Booking], met: int) -> None:
        nonlocal best
        best = max(best, met)
        if number == len(options) or best == len(options) or met + len(options) - number <= best:
            return
        for option in options[number]:
            if not any(_quarrel(option, one) for one in standing):
                go(number + 1, [*standing, option], met + 1)
        go(number + 1, standing, met)

    go(0, case.fixed, 0)
    return best


def _met(case: Case, outcome: Mapping[str, Placed]) -> int:
    """The most of the meetings, as placed, that can take place together."""
    standing = [
        outcome[one.booking.nr].booking
        for one in case.wishes
        if outcome[one.booking.nr].booking in case.options(one)
        and not any(_quarrel(outcome[one.booking.nr].booking, other) for other in case.fixed)
    ]
    groups = (
        group for size in range(len(standing), 0, -1) for group in itertools.combinations(standing, size)
    )
    return next((len(group) for group in groups if _is_peaceful(group)), 0)


def _is_peaceful(group: Sequence[Booking]) -> bool:
    return not any(_quarrel(*pair) for pair in itertools.combinations(group, 2))


@settings(max_examples=400)
@given(cases())
def test_no_placing_of_a_few_meetings_lets_more_of_them_take_place(case: Case) -> None:
    outcome = case.outcome()
    most = _most(case)
    assert _met(case, outcome) == most
    if most == len(case.wishes):
        assert all(not one.clashes for one in outcome.values())


@given(cases(), st.randoms(use_true_random=False))
def test_the_same_meetings_in_any_order_end_at_the_same_times(case: Case, chance: random.Random) -> None:
    fixed = tuple(chance.sample(case.fixed, len(case.fixed)))
    wishes = tuple(chance.sample(case.wishes, len(case.wishes)))
    assert Case(fixed, wishes, case.hours).outcome() == case.outcome()


@given(cases())
def test_every_meeting_is_within_its_reach_and_the_hours_where_it_can_be(case: Case) -> None:
    outcome = case.outcome()
    assert outcome.keys() == {one.booking.nr for one in case.wishes}
    for one in case.wishes:
        options = case.options(one)
        assert outcome[one.booking.nr].booking in (options or [one.booking])


@given(cases())
def test_no_two_meetings_are_in_each_others_way_unless_both_say_so(case: Case) -> None:
    outcome = case.outcome()
    standing = [*case.fixed, *(one.booking for one in outcome.values())]
    for one in outcome.values():
        others = {
            other.nr for other in standing if other.nr != one.booking.nr and _quarrel(one.booking, other)
        }
        assert {clash.other.nr for clash in one.clashes} == others


@given(cases())
def test_a_meeting_that_was_moved_could_not_have_been_where_it_was_wished(case: Case) -> None:
    outcome = case.outcome()
    diary = Diary(TRAVEL, [*case.fixed, *(one.booking for one in outcome.values())])
    for one in case.wishes:
        change = outcome[one.booking.nr].moved
        assert (change is None) == (outcome[one.booking.nr].booking == one.booking)
        if change:
            assert diary.clashes(one.booking) or not case.hours.hold(one.booking)
            assert change.reason != TOLD


@given(cases())
def test_a_plan_that_has_been_sent_is_the_same_the_next_time(case: Case) -> None:
    first = case.outcome()
    told = {nr: (one.booking.date, one.booking.start) for nr, one in first.items()}
    if all(not one.clashes for one in first.values()):
        again = case.outcome(told)
        assert {nr: one.booking for nr, one in again.items()} == {
            nr: one.booking for nr, one in first.items()
        }


@given(cases(), st.data())
def test_who_was_told_a_time_that_is_still_free_keeps_it_when_others_come_along(
    case: Case, data: st.DataObject
) -> None:
    """Unless they have to give way: then as few do as can be."""
    first = case.outcome()
    sent = data.draw(st.sets(st.sampled_from(sorted(first))))
    told = {nr: (first[nr].booking.date, first[nr].booking.start) for nr in sent if not first[nr].clashes}
    again = case.outcome(told)
    if all(not one.clashes for one in first.values()):  # so they can all stay
        assert {nr: (again[nr].booking.date, again[nr].booking.start) for nr in told} == told


@given(cases(), st.data())
def test_whatever_people_have_been_told_all_meetings_find_a_time_where_they_can(
    case: Case, data: st.DataObject
) -> None:
    told = {}
    for one in case.wishes:
        slot = data.draw(st.sampled_from([None, *case.options(one)]))
        if slot:
            told[slot.nr] = (slot.date, slot.start)
    if _most(case) == len(case.wishes):
        assert all(not one.clashes for one in case.outcome(told).values())


def test_a_whole_institution_finds_its_times() -> None:
    """150 residents who all wish for nine o'clock, six weeks, a dozen facilitators, twenty rooms."""
    chance = random.Random(4)  # noqa: S311 - the same house every time
    wishes = []
    for resident in range(150):
        people = f"B{resident} P{chance.randrange(12)} C{chance.randrange(40)}"
        weekday, room, length = chance.randrange(5), chance.randrange(20), chance.choice([30, 45, 60])
        place = f"Lokale {room}, Vej {room % 3}"
        for week in range(6):
            made = booking(at="09:00", people=people, place=place, length=length, on=7 * week + weekday)
            wishes.append(wish(_renamed(made, f"F{resident:03}-{week}"), 3, 3))
    outcome = schedule([], wishes, HOURS, OPEN, TRAVEL)
    assert len(outcome) == 900
    assert [nr for nr, one in outcome.items() if one.clashes] == []
    diary = Diary(TRAVEL, (one.booking for one in outcome.values()))
    assert not any(diary.clashes(one.booking) for one in outcome.values())
