"""``docgen plan --month``: the plan as a calendar."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.cli.months import month_lines
from docgen.cli.voice import Voice
from docgen.i18n import language
from docgen.model import Meeting
from docgen.planning import PlannedMeeting
from tests import making
from tests.commandline import SAMPLES, Run

ENGLISH, DANISH = Voice(), Voice(words=language("da"))


def meetings(*rows: Meeting) -> list[PlannedMeeting]:
    return list(making.plan(making.book(*rows)).meetings)


def month(first: str, *rows: Meeting, voice: Voice = ENGLISH) -> list[str]:
    """The lines of one month; without rows, an empty one."""
    return list(month_lines(voice, dt.date.fromisoformat(first), meetings(*rows) if rows else []))


def grid(lines: list[str]) -> list[str]:
    """The weeks alone."""
    return lines[2 : lines.index("")]


def test_a_month_is_weeks_as_rows_with_their_numbers_and_monday_first() -> None:
    rows = (
        making.meeting(),
        making.meeting(3, nr="M002", start=dt.time(13)),
        making.meeting(4, nr="M003", date=dt.date(2026, 2, 27)),
    )
    assert month("2026-02-01", *rows) == [
        "February 2026",
        "          Mon     Tue     Wed     Thu     Fri     Sat     Sun",
        "   5                                                        1",
        "   6        2   3 (2)       4       5       6       7       8",
        "   7        9      10      11      12      13      14      15",
        "   8       16      17      18      19      20      21      22",
        "   9       23      24      25      26  27 (1)      28",
        "",
        "Tue  3  10:00  M001  Samtale  Asta Eksempel  new",
        "Tue  3  13:00  M002  Samtale  Asta Eksempel  new",
        "Fri 27  10:00  M003  Samtale  Asta Eksempel  new",
    ]


def test_in_danish_it_is_danish() -> None:
    lines = month("2026-02-01", making.meeting(), voice=DANISH)
    assert lines[:2] == ["Februar 2026", "          man     tir     ons     tor     fre     lør     søn"]
    assert lines[-1] == "tir  3  10.00  M001  Samtale  Asta Eksempel  nyt"


@pytest.mark.parametrize(
    ("first", "weeks", "days"),
    [
        ("2026-12-01", ["49", "50", "51", "52", "53"], ("1", "31")),  # 2026 has a week 53
        ("2027-01-01", ["53", "1", "2", "3", "4"], ("1", "31")),  # whose last days are in January
        ("2027-02-01", ["5", "6", "7", "8"], ("1", "28")),  # begins on a Monday and ends on a Sunday
        ("2024-02-01", ["5", "6", "7", "8", "9"], ("1", "29")),
        ("2026-03-01", ["9", "10", "11", "12", "13", "14"], ("1", "31")),  # a Sunday alone comes first
    ],
)
def test_the_boundaries_of_a_month(first: str, weeks: list[str], days: tuple[str, str]) -> None:
    rows = [line.split() for line in grid(month(first))]
    assert [row[0] for row in rows] == weeks
    assert (rows[0][1], rows[-1][-1]) == days


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)))
def test_every_day_stands_once_under_its_weekday(day: dt.date) -> None:
    first = day.replace(day=1)
    last = calendar.monthrange(day.year, day.month)[1]
    lines = grid(list(month_lines(ENGLISH, first, [])))
    found = {}
    for line in lines:
        for at in re.finditer(r"\d+", line[5:]):
            found[int(at.group())] = (at.end() - 1) // 8
    assert found == {number: first.replace(day=number).weekday() for number in range(1, last + 1)}


def test_what_people_write_stays_on_its_line() -> None:
    lines = month("2026-02-01", making.meeting(nr="M001"), voice=ENGLISH)
    odd = making.plan(making.book(residents=(making.resident(first_name="Asta\nMaria"),))).meetings
    assert list(month_lines(ENGLISH, dt.date(2026, 2, 1), odd))[-1] == lines[-1].replace("Asta", "Asta Maria")


class TestTheCommand:
    @pytest.fixture
    def book(self, tmp_path: Path) -> Path:
        return Path(shutil.copy(SAMPLES / "ledersamtaler.xlsx", tmp_path))

    def test_it_shows_the_chosen_months_one_after_the_other(self, run: Run, book: Path) -> None:
        window = ("--today", "2026-01-19", "--from", "2026-02-20", "--to", "2026-03-04")
        said = run("plan", book, *window, "--month").out
        assert [line for line in said.splitlines() if line.endswith(" 2026")] == [
            "February 2026",
            "March 2026",
        ]
        assert "  23 (1)      24  25 (1)  26 (1)      27      28" in said
        assert "Wed  4  11:00  M002  Opfølgningssamtale  Frede Klintbjerg  called off" in said
        assert said.splitlines()[-1].startswith("5 meetings: 4 new, 1 called off.")

    def test_a_meeting_that_a_course_computes_stands_there_like_any_other(self, run: Run, book: Path) -> None:
        said = run("plan", book, "--today", "2026-01-19", "--month", "--lang", "da").out
        assert "ons  1  14.00  F004-06  Opfølgningssamtale  Daud Nordlund  nyt" in said

    def test_the_same_meetings_are_shown_as_in_the_list(self, run: Run, book: Path) -> None:
        plain = run("plan", book, "--today", "2026-01-19").out
        monthly = run("plan", book, "--today", "2026-01-19", "--month").out
        numbers = re.compile(r"\b[FM]\d{3}(?:-\d\d)?\b")
        assert numbers.findall(plain) == numbers.findall(monthly)

    def test_quietly_it_says_nothing_and_as_json_one_document(self, run: Run, book: Path) -> None:
        assert run("plan", book, "--today", "2026-01-19", "--month", "-q").out == ""
        content = json.loads(run("plan", book, "--today", "2026-01-19", "--month", "--json").out)
        assert content["meetings"]

    def test_without_meetings_there_is_no_month(self, run: Run, book: Path) -> None:
        said = run("plan", book, "--today", "2026-01-19", "--month", "--type", "dialogmoede")
        assert said.out.splitlines()[0].startswith("0 meetings")
