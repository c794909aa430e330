"""The running order: phases and breaks, in proportion to the meeting's real length."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.documents.phases import phase_times, running_order
from docgen.meetingtypes.definition import MeetingType, Phase, Programme, Slot
from tests import making

NBSP = "\N{NO-BREAK SPACE}"
TEN = dt.time(10, 0)
DAY = making.kind(
    phases=(Phase("praksis", "Praksis", 0), Phase("resultater", "Resultater", 0), Phase("slut", "Slut", 0)),
    programmes=(
        Programme(
            "Halv dag",
            240,
            (Slot(90, "praksis"), Slot(15, title="Pause"), Slot(90, "resultater"), Slot(45, "slut")),
        ),
        Programme(
            "Hel dag",
            0,
            (
                Slot(120, "praksis"),
                Slot(45, title="Frokost"),
                Slot(150, "resultater"),
                Slot(15, title="Pause"),
                Slot(90, "slut"),
            ),
        ),
    ),
)

starts = st.times(min_value=dt.time(7, 0), max_value=dt.time(15, 0)).map(
    lambda time: time.replace(second=0, microsecond=0)
)
lengths = st.integers(5, 480)
shares = st.lists(st.integers(1, 90), min_size=1, max_size=8)


@st.composite
def days(draw: st.DrawFn) -> MeetingType:
    """A type with one programme, in which breaks stand anywhere between the phases."""
    slots = []
    phases = []
    for number, (minutes, is_break) in enumerate(
        draw(st.lists(st.tuples(st.integers(1, 180), st.booleans()), min_size=1, max_size=10))
    ):
        if is_break:
            slots.append(Slot(minutes, title="Pause"))
        else:
            phases.append(Phase(f"f{number}", f"Fase {number}", 0))
            slots.append(Slot(minutes, f"f{number}"))
    return making.kind(phases=tuple(phases), programmes=(Programme("Dag", 0, tuple(slots)),))


def plain(minutes: list[int]) -> MeetingType:
    return making.kind(phases=tuple(Phase(f"f{i}", "", part) for i, part in enumerate(minutes)))


def in_minutes(clock: str) -> int:
    hours, minutes = clock.split(".")
    return int(hours) * 60 + int(minutes)


def fills(lines: list[dict[str, Any]], start: dt.time, length: int) -> bool:
    """Whether the lines follow each other from the beginning of the meeting to its end, and say so."""
    begins = start.hour * 60 + start.minute
    for line in lines:
        if in_minutes(line["start"]) != begins or line["minutter"] < 0:
            return False
        begins += line["minutter"]
        if in_minutes(line["slut"]) != begins:
            return False
    return begins == start.hour * 60 + start.minute + length


@given(shares, starts, lengths)
def test_the_phases_fill_the_meeting_without_gaps(minutes: list[int], start: dt.time, length: int) -> None:
    lines = running_order(plain(minutes), start, length)["punkter"]
    assert fills(lines, start, length)
    assert [line["noegle"] for line in lines] == [f"f{i}" for i in range(len(minutes))]
    assert all(line["minutter"] >= (1 if length >= len(minutes) else 0) for line in lines)


@given(days(), starts, st.integers(0, 470))
def test_so_do_the_lines_of_a_programme_and_each_of_them_is_there(
    kind: MeetingType, start: dt.time, more: int
) -> None:
    slots = kind.programmes[0].slots
    length = len(slots) + more
    order = running_order(kind, start, length)
    assert fills(order["punkter"], start, length)
    assert [line["noegle"] for line in order["punkter"]] == [slot.phase for slot in slots]
    assert all(line["minutter"] >= 1 for line in order["punkter"])
    assert list(phase_times(order)) == [phase.key for phase in kind.phases]


@given(shares, st.integers(1, 40))
def test_lines_change_on_the_round_five_minutes_where_there_is_room(minutes: list[int], fives: int) -> None:
    length = 5 * max(fives, len(minutes))
    lines = running_order(plain(minutes), dt.time(9, 0), length)["punkter"]
    assert all(line["minutter"] % 5 == 0 for line in lines) or length == sum(minutes)


@given(shares, starts)
def test_at_its_own_length_a_meeting_runs_as_its_type_says(minutes: list[int], start: dt.time) -> None:
    lines = running_order(plain(minutes), start, sum(minutes))["punkter"]
    assert [line["minutter"] for line in lines] == minutes


@given(days(), starts, lengths)
def test_phases_and_programme_say_the_same(kind: MeetingType, start: dt.time, length: int) -> None:
    order = running_order(kind, start, length)
    times = phase_times(order)
    assert len(times) == sum(not line["er_pause"] for line in order["punkter"])
    for line in order["punkter"]:
        if not line["er_pause"]:
            assert times[line["noegle"]].items() <= line.items()


@pytest.mark.parametrize(
    ("length", "parts"),
    [(60, [20, 25, 15]), (30, [10, 15, 5]), (90, [30, 40, 20]), (45, [15, 20, 10]), (2, [1, 1, 0])],
)
def test_other_lengths_are_divided_in_proportion(length: int, parts: list[int]) -> None:
    lines = running_order(making.kind(), TEN, length)["punkter"]
    assert [line["minutter"] for line in lines] == parts


def test_a_phase_says_its_times() -> None:
    assert phase_times(running_order(making.kind(), TEN, 60))["runde"] == {
        "start": "10.20",
        "slut": "10.45",
        "tid": f"kl.{NBSP}10.20–10.45",
        "minutter": 25,
    }


def test_a_line_says_what_it_is() -> None:
    order = running_order(making.kind(), TEN, 60)
    assert order["titel"] == ""
    assert order["punkter"][1] == {
        "start": "10.20",
        "slut": "10.45",
        "tid": f"kl.{NBSP}10.20–10.45",
        "minutter": 25,
        "titel": "Runde",
        "noegle": "runde",
        "er_pause": False,
    }


def said(length: int, start: dt.time = dt.time(9, 0)) -> tuple[str, list[str]]:
    order = running_order(DAY, start, length)
    return order["titel"], [f"{line['start']} {line['titel']}" for line in order["punkter"]]


def test_half_a_day_has_its_own_programme() -> None:
    assert said(240) == ("Halv dag", ["9.00 Praksis", "10.30 Pause", "10.45 Resultater", "12.15 Slut"])


def test_a_shorter_one_is_half_a_day_in_proportion_breaks_too() -> None:
    assert said(120) == ("Halv dag", ["9.00 Praksis", "9.45 Pause", "9.55 Resultater", "10.40 Slut"])


def test_a_whole_day_has_a_lunch() -> None:
    lines = ["9.00 Praksis", "11.00 Frokost", "11.45 Resultater", "14.15 Pause", "14.30 Slut"]
    assert said(420) == ("Hel dag", lines)


def test_a_break_is_told_from_a_phase_and_is_no_phase() -> None:
    order = running_order(DAY, TEN, 240)
    assert [line["er_pause"] for line in order["punkter"]] == [False, True, False, False]
    assert [line["noegle"] for line in order["punkter"]] == ["praksis", "", "resultater", "slut"]
    assert list(phase_times(order)) == ["praksis", "resultater", "slut"]


def test_a_type_without_phases_has_an_empty_running_order() -> None:
    order = running_order(making.kind(phases=()), TEN, 60)
    assert order == {"titel": "", "punkter": []}
    assert phase_times(order) == {}
