"""How often one meets, as an office writes it in ``type.toml``, and what docgen says of slips in it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from docgen.meetingtypes.cadence import Base, Cadence, Deadline, Event, KeptBy, Shift, Stage, Unit
from docgen.meetingtypes.loader import load_types
from docgen.model import Weekday
from tests import own_type
from tests.meetingtypes.samples import shipped
from tests.meetingtypes.slips import slips, the_slip, write_small

INTERVAL = "[[moedeinterval]]\n"
STEP = "moedeinterval 1: trin 1"
DEADLINE = "{ noegle = 'plan', titel = 'Frist', dage = 21 }"


def read(folder: Path, added: str) -> tuple[Cadence, ...]:
    """The cadences of a small type with this text at its end."""
    (kind,) = load_types(write_small(folder, added), templates_needed=False)
    return kind.cadences


def named(steps: str, more: str = "") -> str:
    """The text of a cadence of these steps."""
    return f"{INTERVAL}navn = 'A'\ntrin = [{steps}]\n{more}\n"


@pytest.mark.parametrize(
    ("name", "stages"),
    [
        ("dialogmoede", [Stage(6, Unit.MONTHS)]),
        ("opfoelgningsmoede", [Stage(4, Unit.WEEKS, count=3), Stage(3, Unit.MONTHS)]),
        (
            "opfoelgningssamtale",
            [
                Stage(1, Unit.WEEKS, count=4),
                Stage(2, Unit.WEEKS, until_event=Event.FULLY_BACK),
                Stage(1, Unit.MONTHS, count=2),
            ],
        ),
        (
            "ressourceopfoelgning",
            [
                Stage(within_days=7),
                Stage(within_days=21),
                Stage(1, Unit.MONTHS, until_month=6),
                Stage(2, Unit.MONTHS),
            ],
        ),
    ],
)
def test_the_shipped_cadences_are_those_of_the_guides(name: str, stages: list[Stage]) -> None:
    (cadence,) = shipped(name).cadences
    assert list(cadence.stages) == stages
    assert cadence.first_is_later is (name == "ressourceopfoelgning")


def test_a_ressourceforloeb_promises_a_follow_up_a_plan_and_an_effort() -> None:
    (cadence,) = shipped("ressourceopfoelgning").cadences
    assert [(one.days, one.months, one.counted_from, one.kept_by) for one in cadence.deadlines] == [
        (7, 0, Base.START, KeptBy.MEETING),
        (21, 0, Base.START, KeptBy.MEETING),
        (0, 6, Base.GRANTED, KeptBy.EFFORT),
    ]


def test_an_office_writes_a_cadence_of_its_own(tmp_path: Path) -> None:
    (cadence,) = read(
        tmp_path,
        f"""{INTERVAL}
        navn = " Nyt job "
        ugedag = "tirsdag"
        tidspunkt = "10.30"
        flyt = "foer"
        flyt_hoejst = 2
        trin = [{{ dage = 10, indtil = 2026-06-30 }}, {{ uger = 2, indtil = "Slut" }}]
        frister = [
            {{ noegle = "plads", titel = "Frist", maaneder = 3, fra = "Bevilget", holdes_af = "indsats" }},
        ]
        """,
    )
    assert cadence == Cadence(
        "Nyt job",
        (
            Stage(10, Unit.DAYS, until_date=dt.date(2026, 6, 30)),
            Stage(2, Unit.WEEKS, until_event=Event.END),
        ),
        Weekday.TUESDAY,
        dt.time(10, 30),
        Shift.BEFORE,
        2,
        (Deadline("plads", "Frist", 0, 3, Base.GRANTED, KeptBy.EFFORT),),
    )


def test_what_is_not_written_goes_without_saying(tmp_path: Path) -> None:
    (cadence,) = read(tmp_path, named("{ uger = 4 }", f"frister = [{DEADLINE}]"))
    assert cadence == Cadence("A", (Stage(4, Unit.WEEKS),), deadlines=(Deadline("plan", "Frist", 21),))


@pytest.mark.parametrize("written", ["'9:05'", "'09.05'", "' 09:05 '", "09:05:00", "09:05:30.5"])
def test_a_time_is_written_as_a_text_or_as_toml_writes_one(tmp_path: Path, written: str) -> None:
    (cadence,) = read(tmp_path, named("{ uger = 4 }", f"tidspunkt = {written}"))
    assert cadence.time == dt.time(9, 5)


@pytest.mark.parametrize("written", ["'24:00'", "'kl. 10'", "'10'", "10", "2026-01-01T10:00:00", "''"])
def test_anything_else_is_no_time(tmp_path: Path, written: str) -> None:
    finding = the_slip(tmp_path, named("{ uger = 4 }", f"tidspunkt = {written}"))
    assert (finding.code, finding.place.key) == ("E-227", "moedeinterval 1: tidspunkt")


@pytest.mark.parametrize(
    ("added", "code", "key"),
    [
        (f"{INTERVAL}trin = [{{ uger = 4 }}]\n", "E-101", "moedeinterval 1"),
        (f"{INTERVAL}navn = 'A'\n", "E-101", "moedeinterval 1"),
        (f"{INTERVAL}navn = 'A'\ntrin = []\n", "E-101", "moedeinterval 1"),
        (f"{INTERVAL}navn = 'A'\ntrin = 4\n", "E-214", "moedeinterval 1: trin"),
        ("[moedeinterval]\nnavn = 'A'\n", "E-108", "moedeinterval"),
        (named("{ uger = 4 }", "frister = ['plan']"), "E-214", "moedeinterval 1: frister"),
    ],
)
def test_an_interval_has_a_name_and_steps(tmp_path: Path, added: str, code: str, key: str) -> None:
    finding = the_slip(tmp_path, added)
    assert (finding.code, finding.place.key) == (code, key)


@pytest.mark.parametrize(
    ("step", "code", "key"),
    [
        ("uger = 0", "E-105", "uger"),
        ("uger = -4", "E-105", "uger"),
        ("uger = [4]", "E-105", "uger"),
        ("uger = 1.5", "E-105", "uger"),
        ("senest_dage = 0", "E-105", "senest_dage"),
        ("uger = 4, antal = 0", "E-105", "antal"),
        ("maaneder = 1, indtil_maaned = '6'", "E-105", "indtil_maaned"),
        ("uger = 151", "E-213", "uger"),
        ("antal = 3", "E-222", ""),
        ("uger = 2, maaneder = 1", "E-223", ""),
        ("senest_dage = 7, uger = 1", "E-223", ""),
        ("uger = 2, antal = 3, indtil = 'Slut'", "E-223", ""),
        ("maaneder = 2, indtil = 'Slut', indtil_maaned = 6", "E-223", ""),
        ("senest_dage = 7, antal = 2", "E-223", ""),
        ("uger = 2, indtil = 'fuld tilbage'", "E-110", "indtil"),
        ("uger = 2, indtil = 'Jul'", "E-226", "indtil"),
        ("uger = 2, indtil = '2026-06-30'", "E-226", "indtil"),
        ("uger = 2, indtil = 2026-06-30T10:00:00", "E-226", "indtil"),
        ("uger = 2, indtil = ''", "E-226", "indtil"),
        ("uger = 2, indtl = 'Slut'", "E-102", ""),
    ],
)
def test_a_step_says_how_often_and_at_most_one_end(tmp_path: Path, step: str, code: str, key: str) -> None:
    finding = the_slip(tmp_path, named(f"{{ {step} }}"))
    assert (finding.code, finding.place.key) == (code, f"{STEP}: {key}" if key else STEP)


def test_a_misspelt_step_is_told_what_was_meant(tmp_path: Path) -> None:
    found = slips(tmp_path, named("{ uge = 4 }"))
    assert [finding.code for finding in found] == ["E-102", "E-222"]
    assert found[0].remedy() == "Did you mean «uger»?"


@pytest.mark.parametrize(
    "steps", ["{ uger = 2 }, { maaneder = 1 }", "{ uger = 2, indtil = 'Slut' }, { dage = 1 }"]
)
def test_a_step_without_end_is_the_last(tmp_path: Path, steps: str) -> None:
    finding = the_slip(tmp_path, named(steps))
    assert (finding.code, finding.place.key) == ("E-224", STEP)


@pytest.mark.parametrize(
    "steps",
    [
        "{ senest_dage = 21 }, { senest_dage = 7 }",
        "{ senest_dage = 7 }, { senest_dage = 7 }",
        "{ uger = 1, antal = 2 }, { senest_dage = 21 }",
    ],
)
def test_promises_of_a_day_stand_first_and_in_order(tmp_path: Path, steps: str) -> None:
    finding = the_slip(tmp_path, named(steps))
    assert (finding.code, finding.place.key) == ("E-225", "moedeinterval 1: trin 2: senest_dage")


def test_a_step_that_is_wrong_itself_is_all_that_is_told(tmp_path: Path) -> None:
    assert the_slip(tmp_path, named("{ uger = 2, antal = 'to' }, { maaneder = 1 }")).code == "E-105"


@pytest.mark.parametrize(
    ("more", "code", "key"),
    [
        ("ugedag = 'lørdag'", "E-110", "ugedag"),
        ("flyt = 'naermst'", "E-110", "flyt"),
        ("flyt_hoejst = 0", "E-105", "flyt_hoejst"),
        ("flyt_hoejest = 3", "E-102", ""),
        ("fra = 'start'", "E-103", ""),
    ],
)
def test_what_else_an_interval_says_is_read_with_the_same_care(
    tmp_path: Path, more: str, code: str, key: str
) -> None:
    finding = the_slip(tmp_path, named("{ uger = 2 }", more))
    place = "moedeinterval 1"
    assert (finding.code, finding.place.key) == (code, f"{place}: {key}" if key else place)


@pytest.mark.parametrize(
    ("deadline", "code", "key"),
    [
        ("titel = 'F', dage = 7", "E-101", ""),
        ("noegle = 'a', dage = 7", "E-101", ""),
        ("noegle = 'a', titel = 'F'", "E-222", ""),
        ("noegle = 'a', titel = 'F', dage = 7, maaneder = 1", "E-223", ""),
        ("noegle = 'a', titel = 'F', dage = 7, fra = 'Slut'", "E-109", ": fra"),
        ("noegle = 'a', titel = 'F', dage = 7, holdes_af = 'aftale'", "E-109", ": holdes_af"),
        ("noegle = 'Å', titel = 'F', dage = 7", "E-111", ": noegle"),
    ],
)
def test_a_deadline_has_a_name_a_title_and_a_length(
    tmp_path: Path, deadline: str, code: str, key: str
) -> None:
    finding = the_slip(tmp_path, named("{ uger = 2 }", f"frister = [{{ {deadline} }}]"))
    assert (finding.code, finding.place.key) == (code, f"moedeinterval 1: frister 1{key}")


def test_intervals_and_deadlines_are_told_apart_by_name(tmp_path: Path) -> None:
    twice = f"frister = [{DEADLINE}, {DEADLINE}]"
    later = named("{ uger = 2 }", twice).replace("'A'", "' a '")
    found = slips(tmp_path, named("{ uger = 1 }") + later)
    assert [(finding.code, finding.place.key) for finding in found] == [
        ("E-114", "moedeinterval 2: frister 2: noegle"),
        ("E-114", "moedeinterval 2: navn"),
    ]


def test_the_examples_of_the_page_about_types_of_ones_own_can_be_read(tmp_path: Path) -> None:
    page = own_type.PAGE.read_text("utf-8")
    examples = re.findall(r"(?ms)^```\n(\[\[moedeinterval\]\].*?)^```", page)
    job, course = read(tmp_path, "".join(examples))
    assert (job.name, job.weekday, job.time) == ("Nyt job", Weekday.TUESDAY, dt.time(10))
    assert job.stages == shipped("opfoelgningssamtale").cadences[0].stages
    shipped_course = shipped("ressourceopfoelgning").cadences[0]
    assert (course.name, course.stages) == (shipped_course.name, shipped_course.stages)
