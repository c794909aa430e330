"""What is shared holds no small number, and none that could be worked out from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.keyfigures.protection import hidden_places, is_small, protected
from docgen.keyfigures.values import Cell, KeyFigures, Measure, Table
from docgen.model import Effort, EffortKind, Meeting, MeetingStatus, Workbook
from tests.keyfigures.case import (
    column,
    course,
    course_type,
    effort,
    figure,
    figures,
    house,
    meeting,
    resident,
    share,
    table,
    yearly,
)

FIVE = 5


def cells(*people: int) -> list[Cell]:
    """Cells with so many people behind each, nobody behind two of them, and as many things."""
    return [Cell(count, frozenset(f"{at}-{one}" for one in range(count))) for at, count in enumerate(people)]


def hidden(*people: int) -> list[int]:
    """The places of the cells of such a column that are hidden."""
    return sorted(hidden_places(cells(*people), [frozenset(range(len(people)))], FIVE))


def test_large_numbers_and_nobody_at_all_are_shown() -> None:
    assert hidden(12, 5, 0, 7) == []


def test_the_next_smallest_goes_with_a_single_small_one() -> None:
    assert hidden(12, 3, 9, 7) == [1, 3]


def test_two_small_ones_are_enough_when_there_are_people_enough_behind_them() -> None:
    assert hidden(12, 3, 4, 7) == [1, 2]


def test_two_that_are_four_together_take_a_third_along() -> None:
    assert hidden(12, 2, 2, 7) == [1, 2, 3]


def test_a_zero_hides_nothing_and_is_not_hidden() -> None:
    assert hidden(12, 3, 0) == [0, 1]


def test_a_part_whose_sum_is_told_elsewhere_is_safe_by_itself() -> None:
    column_ = cells(12, 3, 9, 4)
    sums = [frozenset(range(4)), frozenset({0, 1}), frozenset({2, 3})]
    assert sorted(hidden_places(column_, sums, FIVE)) == [0, 1, 2, 3]


def test_people_count_and_not_what_they_have() -> None:
    """Six efforts of two people are small; five of five are not."""
    two = Cell(6, frozenset({"B001", "B002"}))
    assert sorted(hidden_places([two, *cells(5, 8)], [frozenset(range(3))], FIVE)) == [0, 1]


numbers = st.lists(st.integers(0, 14), min_size=1, max_size=8)


@given(people=numbers, threshold=st.integers(3, 8))
def test_no_small_number_can_be_worked_out_from_the_sum(people: list[int], threshold: int) -> None:
    column_ = cells(*people)
    gone = hidden_places(column_, [frozenset(range(len(people)))], threshold)
    shown_total = sum(people) == 0 or sum(people) >= threshold
    assert_unknown(column_, gone, threshold, total_is_shown=shown_total)


def assert_unknown(
    column_: Sequence[Cell], gone: frozenset[int], threshold: int, *, total_is_shown: bool
) -> None:
    """No small cell is shown; and what is left of the total is neither one cell nor a few people."""
    assert all(at in gone for at, cell in enumerate(column_) if is_small(cell.people, threshold))
    if gone and total_is_shown:
        rest = frozenset().union(*(column_[at].people for at in gone))
        assert len(gone) > 1
        assert len(rest) >= threshold


# ---- whole reports of houses of any kind ----

PEOPLE = st.integers(1, 14)
STATUS = st.sampled_from([str(one) for one in MeetingStatus])


@st.composite
def efforts(draw: Any, people: int) -> tuple[Effort, ...]:
    kinds = st.sampled_from([*EffortKind, None])
    return tuple(
        effort(draw(st.integers(1, people)), draw(st.sampled_from(["2025-11-03", "01-05", "02-16"])),
               kind=draw(kinds), hours=draw(st.sampled_from([None, 2.0, 7.5])))
        for _ in range(draw(st.integers(0, 20)))
    )  # fmt: skip


@st.composite
def meetings(draw: Any, people: int) -> tuple[Meeting, ...]:
    days = st.sampled_from(["01-13", "02-05", "02-12", "02-19"])
    types = st.sampled_from(["samtale", "aarsmoede", "ukendt"])
    return tuple(
        meeting(draw(st.integers(1, people)), draw(days), draw(STATUS), nr=f"M{at:03}", type=draw(types))
        for at in range(draw(st.integers(0, 20)))
    )


@st.composite
def houses(draw: Any) -> Workbook:
    people = draw(PEOPLE)
    starts = st.sampled_from(["2025-10-07", "01-06", "02-10", "03-03"])
    residents = tuple(resident(at, employed=draw(st.booleans())) for at in range(1, people + 1))
    enrolled = draw(st.integers(0, people))
    return house(
        *draw(meetings(people)),
        residents=residents,
        courses=tuple(course(at, start=draw(starts)) for at in range(1, enrolled + 1)),
        efforts=draw(efforts(people)),
    )


@given(book=houses(), threshold=st.integers(3, 7))
def test_a_shared_report_gives_no_small_group_away(book: Workbook, threshold: int) -> None:
    whole = figures(book, course_type(), yearly())
    shared = protected(whole, threshold)
    for told, seen in zip(whole.figures, shared.figures, strict=True):
        for measure, visible in zip(told.months, seen.months, strict=True):
            assert visible.hidden or not any(is_small(group, threshold) for group in measure.groups)
            assert visible == Measure(hidden=True) if visible.hidden else visible.groups == ()
    for told_table, seen_table in zip(tables(whole), tables(shared), strict=True):
        assert_table_is_safe(told_table, seen_table, threshold)


@given(book=houses(), threshold=st.integers(3, 7))
def test_differences_of_denominators_are_no_small_group_either(book: Workbook, threshold: int) -> None:
    """How many residents there are, how many in employment, how many in a course: each less the other."""
    whole = figures(book, course_type(), yearly())
    shared = protected(whole, threshold)
    told = {one.key: one.now for one in shared.figures if one.now.of and not one.now.hidden}
    courses = told.get("virksomhed") or told.get("moeder-pr-person")
    for key in ("uden-moede", "for-faa-aarsmoede"):
        if courses and key in told and enrolled(whole) <= counted(whole, key):
            assert not 0 < (told[key].of or 0) - (courses.of or 0) < threshold
    if {"uden-moede", "for-faa-aarsmoede"} <= set(told) and everybody_is_told(whole):
        assert not 0 < (told["uden-moede"].of or 0) - (told["for-faa-aarsmoede"].of or 0) < threshold


@given(book=houses(), threshold=st.integers(3, 7))
def test_hours_are_hidden_where_the_number_of_those_who_have_them_is(book: Workbook, threshold: int) -> None:
    shared = protected(figures(book), threshold)
    if shared.sections[0].is_empty:
        return
    paid = next(row for row in table(shared, "indsatser_art").rows if row.key == "PAID_HOURS")
    for key in ("loentimer", "loentimer-pr-person"):
        for measure, cell in zip(figure(shared, key).months, paid.cells, strict=True):
            assert measure.hidden or not cell.hidden


def tables(made: KeyFigures) -> list[Table]:
    return [one for section in made.sections for one in section.tables]


def assert_table_is_safe(told: Table, seen: Table, threshold: int) -> None:
    for at in range(len(told.columns)):
        column_ = [row.cells[at] for row in told.rows]
        visible = [row.cells[at] for row in seen.rows]
        gone = frozenset(place for place, cell in enumerate(visible) if cell.hidden)
        assert all(cell.people == frozenset() for cell in visible)
        assert seen.total[at].hidden == is_small(told.total[at].people, threshold)
        assert_unknown(column_, gone, threshold, total_is_shown=not seen.total[at].hidden)


def enrolled(whole: KeyFigures) -> frozenset[str]:
    return figure(whole, "moeder-pr-person").now.groups[1]


def counted(whole: KeyFigures, key: str) -> frozenset[str]:
    return frozenset().union(*figure(whole, key).now.groups[:2])


def everybody_is_told(whole: KeyFigures) -> bool:
    """Whether both denominators are all there are: nobody is left out as one cannot tell of them."""
    unmet, few = figure(whole, "uden-moede").now, figure(whole, "for-faa-aarsmoede").now
    return not unmet.groups[2] and not few.groups[2]


def test_a_figure_is_hidden_when_those_who_are_not_in_it_are_few() -> None:
    people = tuple(resident(at) for at in range(1, 9))
    courses = tuple(course(at) for at in range(1, 9))
    busy = [effort(at, "01-05") for at in range(1, 6)]
    made = figures(house(residents=people, courses=courses, efforts=tuple(busy)))
    assert share(made, "virksomhed") == (5, 8)
    assert figure(protected(made, FIVE), "virksomhed").now.hidden
    everybody = house(
        residents=people, courses=courses, efforts=tuple(effort(at, "01-05") for at in range(1, 9))
    )
    assert share(protected(figures(everybody), FIVE), "virksomhed") == (8, 8)


@pytest.mark.parametrize(("threshold", "shown"), [(3, True), (5, True), (6, False)])
def test_the_house_decides_how_few_are_few(threshold: int, shown: bool) -> None:
    people = tuple(resident(at) for at in range(1, 6))
    made = figures(house(residents=people, courses=tuple(course(at) for at in range(1, 6))))
    assert figure(protected(made, threshold), "virksomhed").now.hidden is not shown


def test_caveats_count_nobody_who_could_be_recognised() -> None:
    made = protected(figures(house(meeting(1, "02-10", "Planlagt"))), FIVE)
    assert [(caveat.key, caveat.cell) for caveat in made.caveats] == [("uden_status", Cell(hidden=True))]


def test_an_internal_report_keeps_every_number() -> None:
    made = figures(house(meeting(1, "02-10")))
    assert (made.is_internal, column(made, "moeder", "afholdt")) == (True, {"samtale": 1})
