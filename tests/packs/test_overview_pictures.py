"""The timelines and the year wheel: what stands in them, where, and that they say the same as text."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from docgen.i18n import ENGLISH
from docgen.meetingtypes.cadence import Cadence, Deadline, Stage, Unit
from docgen.model import Resident, Workbook
from docgen.packs.pictures.looks import COLOURS, Look, grown, looks
from docgen.packs.pictures.months import Months, months_until, year_from
from docgen.packs.pictures.timeline import LEFT, MOST, RIGHT, ROWS
from docgen.packs.pictures.wheel import CENTRE, EDGE, HUB, wheel
from docgen.planning import Moved, Plan
from tests import making
from tests.contrast import contrast
from tests.golden_files import golden
from tests.packs.pages import page, page_of, said

JANUARY = dt.date(2026, 1, 1)
SPREAD = [dt.date(2026, 1, 20), dt.date(2026, 2, 3), dt.date(2026, 4, 1), dt.date(2026, 12, 30)]


def book(*days: dt.date, **changes: Any) -> Workbook:
    """Meetings of B001 on these days."""
    meetings = [making.meeting(n, nr=f"M{n - 1:03}", date=day) for n, day in enumerate(days, 2)]
    return making.book(*meetings, **changes)


def two_types() -> Plan:
    """Talks and meetings of a forum, one of them moved, and a course with two deadlines."""
    deadlines = (Deadline("tal", "Frist: samtale", days=7), Deadline("plan", "Frist: plan", days=60))
    stages = (Stage(every=4, unit=Unit.WEEKS, count=4),)
    talk = making.kind(cadences=(Cadence("Opfølgning", stages, deadlines=deadlines),))
    forum = making.group(name="forum", title="Forum")
    rows = (
        *(making.meeting(n, nr=f"M{n - 1:03}", date=day) for n, day in enumerate(SPREAD, 2)),
        making.meeting(7, nr="M006", type="forum", resident="", facilitator="P001", extra=("P002",)),
        making.meeting(8, nr="M007", date=dt.date(2027, 1, 5)),
    )
    course = making.course(start=dt.date(2026, 3, 4), time=dt.time(13), resident="B002")
    other = making.resident(3, nr="B002", first_name="Bodil", last_name="Ågård")
    workbook = making.book(*rows, courses=(course,), residents=(making.resident(), other))
    return making.plan(workbook, talk, forum)


def pictures(found: html.HtmlElement, name: str = "timeline") -> list[html.HtmlElement]:
    return [one for one in found.iter("svg") if (one.get("aria-labelledby") or "").startswith(name)]


def titles(picture: html.HtmlElement, style: str) -> list[str]:
    """What the marks of this class say, in their order."""
    return [said(title) for mark in picture.find_class(style) for title in mark.iter("title")]


def middle(path: str) -> tuple[float, float]:
    """The middle of a circle's outline."""
    found = re.fullmatch(r"M([\d.]+) ([\d.]+)a([\d.]+).*", path)
    assert found is not None
    return float(found[1]) + float(found[3]), float(found[2])


class TestTimeline:
    def test_each_resident_has_a_row_and_each_meeting_a_mark(self) -> None:
        (picture,) = pictures(page_of(two_types()))
        names = [said(text) for text in picture.iter("text") if text.get("x") == "0"]
        assert names == ["Asta Eksempel", "Bodil Ågård"]
        assert len(picture.find_class("mark")) == 4 + 4
        assert titles(picture, "mark")[0] == "Tuesday 20 January 2026 10:00–11:00: Samtale"

    def test_deadlines_are_flags_and_those_at_risk_look_different(self) -> None:
        (picture,) = pictures(page_of(two_types()))
        assert titles(picture, "flag") == [
            "Wednesday 11 March 2026: Frist: samtale, at risk",
            "Sunday 3 May 2026: Frist: plan, kept by what is planned",
        ]
        assert titles(picture, "risk") == ["Wednesday 11 March 2026: Frist: samtale, at risk"]

    def test_what_was_moved_has_a_ring_and_says_why(self) -> None:
        plan = making.plan(book(dt.date(2026, 4, 1), dt.date(2026, 5, 6)))
        first, second = plan.calendar
        moved = replace(first, moved=Moved(dt.date(2026, 4, 2), dt.time(10), "skærtorsdag"))
        (picture,) = pictures(page_of(replace(plan, calendar=(moved, second))))
        (ring,) = picture.find_class("ring")
        assert titles(picture, "mark")[0].endswith(": Samtale, moved from Thursday 2 April (skærtorsdag)")
        x, y = middle(picture.find_class("mark")[0].get("d", ""))
        assert (float(ring.get("cx", "")), float(ring.get("cy", ""))) == pytest.approx((x, y), abs=0.11)

    def test_the_months_go_as_far_as_there_is_anything_but_a_year_at_most(self) -> None:
        def months(*days: dt.date) -> list[str]:
            (picture,) = pictures(page(book(*days)))
            return [said(one) for one in picture.iter("text") if one.get("y") == "13"]

        assert months(dt.date(2026, 2, 3)) == ["January", "February", "March"]
        assert months(dt.date(2026, 5, 5)) == ["January", "February", "March", "April", "May"]
        assert months(dt.date(2027, 3, 2), dt.date(2026, 2, 3))[-2:] == ["Nov", "Dec"]

    def test_what_lies_after_them_is_counted(self) -> None:
        found = page(book(dt.date(2026, 2, 3), dt.date(2027, 3, 2), dt.date(2027, 4, 6)))
        remarks = [said(caption) for caption in found.iter("figcaption")]
        assert remarks == ["2 meetings lie after these months."] * 2

    def test_the_same_is_said_as_text(self) -> None:
        found = page_of(two_types())
        (picture,) = pictures(found)
        hidden = picture.getnext()
        assert hidden.get("class") == "unseen"
        cells = [said(cell) for row in hidden.iter("tr") for cell in row]
        assert cells[:2] == ["Resident", "Meetings and deadlines"]
        told = cells[3] + cells[5]
        assert all(f"{title}." in told for title in (*titles(picture, "mark"), *titles(picture, "flag")))

    def test_readers_of_screens_hear_what_it_is(self) -> None:
        for picture in [*pictures(page_of(two_types())), *pictures(page_of(two_types()), "year")]:
            assert picture.get("role") == "img"
            names = (picture.get("aria-labelledby") or "").split()
            assert [said(one) != "" for one in picture if one.get("id") in names] == [True, True]

    def test_many_residents_are_split_so_that_no_page_cuts_a_picture(self) -> None:
        found = page_of(crowd(ROWS + 2))
        assert [len(one.find_class("mark")) for one in pictures(found)] == [ROWS, 2]

    def test_more_than_one_can_look_at_are_counted(self) -> None:
        found = page_of(crowd(MOST + 3))
        shown = [mark for one in pictures(found) for mark in one.find_class("mark")]
        assert len(shown) == MOST
        remark = "3 more residents have meetings or deadlines: see the list of weeks."
        assert [said(caption) for caption in found.iter("figcaption")] == [remark]

    def test_those_of_one_name_are_told_apart_and_a_long_name_is_cut_but_said(self) -> None:
        long = {"first_name": "Asta-Margrethe Kirstine", "last_name": "Eksempelgaard"}
        people = [making.resident(2), making.resident(3, nr="B002"), making.resident(4, nr="B003", **long)]
        rows = [making.meeting(n, nr=f"M{n:03}", resident=f"B{n - 1:03}") for n in (2, 3, 4)]
        (picture,) = pictures(page_of(making.plan(making.book(*rows, residents=tuple(people)))))
        names = [text.text for text in picture.iter("text") if text.get("x") == "0"]
        assert names == ["Asta Eksempel (B001)", "Asta Eksempel (B002)", "Asta-Margrethe Kirstine Ek…"]
        assert "Asta-Margrethe Kirstine Eksempelgaard" in said(picture)

    def test_a_name_is_never_part_of_the_picture(self) -> None:
        evil = making.resident(first_name='"/><script>alert(1)</script>', last_name="&amp;")
        (picture,) = pictures(page(making.book(residents=(evil,))))
        assert list(picture.iter("script")) == []
        names = [text.text for text in picture.iter("text") if text.get("x") == "0"]
        assert names == ['"/><script>alert(1)</scrip…']

    def test_meetings_on_one_day_stand_one_under_the_other(self) -> None:
        day = dt.date(2026, 2, 3)
        both = making.book(making.meeting(2), making.meeting(3, nr="M002", date=day, start=dt.time(12)))
        (picture,) = pictures(page(both))
        (x, upper), (same, lower) = (middle(mark.get("d", "")) for mark in picture.find_class("mark"))
        assert same == x
        assert lower - upper >= 8

    @given(st.lists(st.dates(JANUARY.replace(day=19), dt.date(2026, 12, 31)), min_size=1, max_size=8))
    def test_every_mark_lies_within_the_months_in_the_order_of_days(self, days: list[dt.date]) -> None:
        (picture,) = pictures(page_of(making.plan(book(*sorted(days)))))
        places = [middle(mark.get("d", ""))[0] for mark in picture.find_class("mark")]
        assert places == sorted(places)
        assert all(LEFT <= place <= RIGHT for place in places)

    def test_a_house_without_meetings_has_no_pictures(self) -> None:
        found = page(book(dt.date(2025, 12, 1)))
        assert [*pictures(found), *pictures(found, "year")] == []


class TestWheel:
    def test_the_number_of_meetings_stands_in_each_month(self) -> None:
        found = page_of(two_types())
        (picture,) = pictures(found, "year")
        counted = [int(said(text)) for text in picture.find_class("counted")]
        assert counted == [1, 2, 1, 3, 1, 0, 0, 0, 0, 0, 0, 1]
        assert said(picture).endswith("2026 9 meetings")
        assert [said(caption) for caption in found.iter("figcaption")][
            -1
        ] == "1 meeting lies after these months."

    def test_the_counts_are_those_of_the_table_beside_it_and_of_the_legend(self) -> None:
        (picture,) = pictures(page_of(two_types()), "year")
        figure = picture.getparent()
        lines = [[said(cell) for cell in row] for row in figure.iter("tr")]
        assert lines[:3] == [
            ["Month", "Forum", "Samtale"],
            ["January 2026", "0", "1"],
            ["February 2026", "1", "1"],
        ]
        sums = [sum(int(line[column]) for line in lines[1:]) for column in (1, 2)]
        legend = [said(line) for line in figure.find_class("legend")[0]]
        assert legend[:2] == [f"Forum {sums[0]}", f"Samtale {sums[1]}"]

    def test_every_week_of_the_year_has_its_number_week_53_too(self) -> None:
        (picture,) = pictures(page(), "year")
        assert [int(said(text)) for text in picture.find_class("weeks")] == list(range(1, 54))

    def test_no_two_numbers_of_weeks_stand_on_each_other(self) -> None:
        for month in range(1, 13):
            months = year_from(dt.date(2026, month, 10))
            made = wheel((), months, dt.date(2026, month, 10), {}, ENGLISH)
            places = [(float(week.at.x), float(week.at.y)) for week in made.weeks if week.number]
            assert min(math.dist(one, other) for one, other in combinations(places, 2)) > 12

    def test_later_in_the_year_the_months_of_the_next_one_say_so(self) -> None:
        now = dt.datetime(2026, 11, 10, 8, tzinfo=making.COPENHAGEN)
        found = page(book(dt.date(2026, 12, 1), dt.date(2027, 2, 2), dt.date(2027, 11, 2)), now=now)
        (picture,) = pictures(found, "year")
        names = [said(text) for text in picture.find_class("name")]
        assert names[0] == "January 2027"
        assert names[-3:] == ["October 2027", "November", "December"]
        assert [int(said(text)) for text in picture.find_class("counted")] == [0, 1, *[0] * 9, 1]
        assert said(picture.find_class("hub")[0]) == "2026–27"
        assert len(picture.find_class("seam")) == 1

    def test_several_meetings_of_a_type_on_a_day_are_one_larger_dot(self) -> None:
        day = dt.date(2026, 2, 3)
        both = making.book(
            making.meeting(2),
            making.meeting(3, nr="M002", date=day, start=dt.time(12)),
            making.meeting(4, nr="M003", date=dt.date(2026, 2, 5)),
        )
        (picture,) = pictures(page(both), "year")
        assert titles(picture, "mark") == [
            "Tuesday 3 February 2026: Samtale, 2 meetings",
            "Thursday 5 February 2026: Samtale",
        ]
        sizes = [float(mark.get("d", "").split("a")[1].split()[0]) for mark in picture.find_class("mark")]
        assert sizes[0] > sizes[1]

    @given(
        st.lists(st.dates(dt.date(2026, 1, 19), dt.date(2026, 12, 31)), min_size=1, max_size=6, unique=True)
    )
    def test_a_dot_lies_in_the_sector_of_its_month(self, days: list[dt.date]) -> None:
        (picture,) = pictures(page_of(making.plan(book(*sorted(days)))), "year")
        found = []
        for mark in picture.find_class("mark"):
            x, y = middle(mark.get("d", ""))
            assert HUB < math.dist((x, y), (CENTRE, CENTRE)) < EDGE
            angle = math.degrees(math.atan2(x - CENTRE, CENTRE - y)) % 360
            found.append(int(angle // 30) + 1)
        assert found == [day.month for day in sorted(days)]

    def test_january_is_at_the_top_and_the_year_goes_clockwise(self) -> None:
        made = wheel((), year_from(JANUARY), JANUARY, {}, ENGLISH)
        places = [(float(sector.at.x) - CENTRE, CENTRE - float(sector.at.y)) for sector in made.sectors]
        right, up = places[0]
        assert 0 < right < up
        assert [math.degrees(math.atan2(x, y)) % 360 for x, y in places] == pytest.approx(
            [15 + 30 * month for month in range(12)], abs=0.1
        )


class TestLooks:
    def test_every_type_has_a_shape_and_a_colour_of_its_own(self) -> None:
        kinds = [making.kind(name=f"type{n}", title=f"Type {n:02}") for n in range(12)]
        found = looks(kinds)
        assert [look.title for look in found.values()] == [kind.title for kind in kinds]
        assert len({(look.path(0, 0, 4), look.style) for look in found.values()}) == 12
        assert len({look.path(0, 0, 4) for look in found.values()}) == len(COLOURS)

    def test_the_order_in_which_they_come_does_not_matter(self) -> None:
        kinds = [making.kind(name=f"type{n}", title=f"Type {n}") for n in range(3)]
        assert looks(kinds) == looks(reversed(kinds))

    def test_colours_can_be_seen_on_paper(self) -> None:
        assert min(contrast(colour, "FFFFFF") for colour in COLOURS) >= 3

    def test_shapes_of_one_size_weigh_about_the_same(self) -> None:
        """What is drawn larger is taken for more."""

        def area(look: Look) -> float:
            points = [tuple(map(float, pair.split())) for pair in look.path(0, 0, 10)[1:-1].split("L")]
            turned = zip(points, points[1:] + points[:1], strict=True)
            return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2

        areas = [area(Look("", number)) for number in range(1, len(COLOURS) - 1)]
        assert all(0.7 * math.pi * 100 < one < 1.25 * math.pi * 100 for one in areas)

    def test_a_dot_for_four_has_twice_the_width_unless_that_is_too_much(self) -> None:
        assert grown(3, 4, 10) == 6
        assert grown(3, 100, 10) == 10
        assert grown(3, 2, 1) == 3


class TestMonths:
    @given(st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31)), st.integers(1, 12))
    def test_they_follow_each_other(self, today: dt.date, count: int) -> None:
        months = Months(today.replace(day=1), count)
        assert len(months.starts) == count
        assert months.holds(today)
        assert months.holds(months.last)
        assert not months.holds(months.last + dt.timedelta(days=1))
        assert months.share(months.first, 0) == 0
        assert months.share(months.last, 1) == 1

    def test_from_now_to_the_last_thing_planned(self) -> None:
        now = dt.date(2026, 11, 30)
        assert months_until(now, dt.date(2027, 2, 1)) == Months(dt.date(2026, 11, 1), 4)
        assert months_until(now, now).count == 3
        assert months_until(now, dt.date(2030, 1, 1)) == year_from(now) == Months(dt.date(2026, 11, 1), 12)


def test_what_the_pictures_show_of_a_year() -> None:
    found = page_of(two_types())
    lines = []
    for name in ("timeline", "year"):
        for picture in pictures(found, name):
            lines += [f"# {said(picture[0])}", *_drawn(picture), ""]
    golden("packs/pictures.txt", "\n".join(lines))


def _drawn(picture: html.HtmlElement) -> list[str]:
    """Everything in the picture, a line each: what it is, where, and what it says."""
    lines = []
    for element in list(picture)[2:]:
        where = [element.get(name) for name in ("x", "y", "cx", "cy", "r", "transform", "d")]
        places = " ".join(filter(None, where))
        lines.append(" | ".join(filter(None, (element.tag, element.get("class"), places, said(element)))))
    return lines


def crowd(count: int) -> Plan:
    """So many residents with a meeting each."""

    def resident(n: int) -> Resident:
        return making.resident(
            n, nr=f"B{n:03}", first_name=f"Asta{n:03}", development_lead="", unit_contacts=()
        )

    numbers = range(2, count + 2)
    days = [dt.date(2026, 2, 2) + dt.timedelta(days=n % 5 + n // 5 % 4 * 7) for n in numbers]
    rows = [
        making.meeting(n, nr=f"M{n:03}", resident=f"B{n:03}", date=day)
        for n, day in zip(numbers, days, strict=True)
    ]
    return making.plan(making.book(*rows, residents=tuple(map(resident, numbers))))
