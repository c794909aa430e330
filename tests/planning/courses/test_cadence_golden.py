"""A year of each cadence: Easter, both summer-time nights, closed weeks, Christmas, week 53 and January."""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.meetingtypes.cadence import Base, Cadence, Deadline, Event, KeptBy, Shift, Stage, Unit
from docgen.model import Closure, Course, Weekday
from tests.golden_files import golden
from tests.meetingtypes.samples import shipped
from tests.planning.courses.cadences import as_text, course, day

YEAR = (
    Closure(first=dt.date(2026, 2, 9), last=dt.date(2026, 2, 13), reason="vinterferie"),
    Closure(first=dt.date(2026, 7, 6), last=dt.date(2026, 7, 26), reason="sommerlukket"),
    Closure(first=dt.date(2026, 10, 14)),
    Closure(first=dt.date(2026, 12, 21), last=dt.date(2027, 1, 3), reason="juleferie"),
)
EVERY_KEY = Cadence(
    "Nyt job",
    (
        Stage(within_days=5),
        Stage(10, Unit.DAYS, count=3),
        Stage(2, Unit.WEEKS, until_event=Event.FULLY_BACK),
        Stage(1, Unit.MONTHS, until_month=7),
        Stage(3, Unit.WEEKS, until_date=dt.date(2026, 11, 30)),
        Stage(1, Unit.MONTHS, until_event=Event.END),
    ),
    Weekday.WEDNESDAY,
    dt.time(10),
    Shift.AFTER,
    4,
    (
        Deadline("plads", "Frist: fast plads", months=3),
        Deadline("indsats", "Frist: en indsats er begyndt", 30, 0, Base.GRANTED, KeptBy.EFFORT),
    ),
)
COURSES: dict[str, list[tuple[Course, tuple[Closure, ...]]]] = {
    "opfoelgningsmoede": [
        (course("2026-01-08"), ()),  # a quarter later it would be on grundlovsdag
        (course("2026-01-12", nr="F002", weekday=Weekday.TUESDAY), YEAR),
    ],
    "dialogmoede": [
        (course("2026-01-01"), ()),  # nytårsdag, twice
        (course("2025-12-24", nr="F002", weekday=Weekday.THURSDAY), YEAR),
    ],
    "opfoelgningssamtale": [
        (course("2026-03-12", weekday=Weekday.THURSDAY), ()),  # skærtorsdag, Kristi himmelfart, juleaften
        (course("2026-02-02", nr="F002", weekday=Weekday.MONDAY), YEAR),  # the last one in week 53
        (course("2026-02-02", nr="F003", fully_back=day("2026-09-14"), end=day("2026-12-31")), YEAR),
    ],
    "ressourceopfoelgning": [
        (course("2026-03-26", granted=day("2026-03-31")), ()),  # a week later is skærtorsdag
        (course("2025-12-17", nr="F002", weekday=Weekday.WEDNESDAY, granted=day("2025-12-22")), YEAR),
        (course("2026-08-31", nr="F003"), YEAR),
    ],
}


@pytest.mark.parametrize("name", COURSES)
def test_a_year_of_each_shipped_cadence(name: str) -> None:
    (cadence,) = shipped(name).cadences
    golden(f"planning/{name}.txt", "\n".join(as_text(one, cadence, rows) for one, rows in COURSES[name]))


def test_a_year_of_a_cadence_that_an_office_wrote_with_every_key_there_is() -> None:
    job = course("2026-01-12", fully_back=day("2026-04-15"), granted=day("2026-01-07"), end=day("2027-01-20"))
    golden("planning/egen.txt", "\n".join(as_text(job, EVERY_KEY, rows) for rows in ((), YEAR)))
