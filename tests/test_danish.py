"""Danish as Danes write it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import danish

FEBRUARY = dt.date(2026, 2, 3)
NBSP = "\N{NO-BREAK SPACE}"


def test_a_date_has_a_full_stop_and_a_space_that_does_not_break() -> None:
    assert danish.date(FEBRUARY) == f"3.{NBSP}februar 2026"
    assert danish.full_date(FEBRUARY) == f"tirsdag den 3.{NBSP}februar 2026"


MONTHS = "januar februar marts april maj juni juli august september oktober november december"


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS.split(), start=1)))
def test_months_have_their_danish_names(month: int, name: str) -> None:
    assert danish.date(dt.date(2026, month, 1)) == f"1.{NBSP}{name} 2026"


def test_the_week_begins_on_mandag_and_ends_on_søndag() -> None:
    week = [danish.weekday(dt.date(2026, 2, 2) + dt.timedelta(days=day)) for day in range(7)]
    assert week == ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]


@pytest.mark.parametrize(
    ("time", "written"),
    [(dt.time(10, 0), "10.00"), (dt.time(9, 5), "9.05"), (dt.time(0, 0), "0.00"), (dt.time(23, 59), "23.59")],
)
def test_a_time_has_a_full_stop_and_no_leading_zero(time: dt.time, written: str) -> None:
    assert danish.clock(time) == written
    assert danish.at(time) == f"kl.{NBSP}{written}"


def test_a_span_names_the_hour_once_and_has_a_long_dash() -> None:
    assert danish.span(dt.time(9, 30), dt.time(10, 15)) == f"kl.{NBSP}9.30–10.15"


@pytest.mark.parametrize(
    ("minutes", "written"),
    [
        (1, "1 minut"),
        (45, "45 minutter"),
        (60, "1 time"),
        (61, "1 time og 1 minut"),
        (75, "1 time og 15 minutter"),
        (120, "2 timer"),
        (420, "7 timer"),
        (0, "0 minutter"),
    ],
)
def test_a_length_is_said_in_hours_and_minutes(minutes: int, written: str) -> None:
    assert danish.length(minutes).replace(NBSP, " ") == written
    assert danish.length(minutes)[danish.length(minutes).index(NBSP) - 1].isdigit()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], ""),
        (["Anna"], "Anna"),
        (["Anna", "Bo"], "Anna og Bo"),
        (["Anna", "Bo", "Carl"], "Anna, Bo og Carl"),
    ],
)
def test_the_last_of_several_comes_after_og(words: list[str], said: str) -> None:
    assert danish.enumeration(words) == said


def test_time_goes_on_after_midnight() -> None:
    assert danish.minutes_after(dt.time(23, 30), 45) == dt.time(0, 15)


def test_an_address_has_no_empty_lines() -> None:
    assert danish.lines("Anna", "  ", "", " Vej 1 ") == ["Anna", "Vej 1"]
    assert danish.joined(("Vej 1", "", "8000 Aarhus")) == "Vej 1, 8000 Aarhus"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Vi ses kl. 10.00 i kantinen. Tag kaffe med.", 2),
        ("Mødet er tirsdag den 3. februar 2026 kl. 10.00–11.00.", 1),
        (f"Mødet er den 3.{NBSP}februar kl.{NBSP}10.00. Vi glæder os.", 2),
        ("Tag f.eks. frugt, kaffe osv. med til mødet.", 1),
        ("Ring på tlf. 70 00 00 00, bl.a. om kørsel.", 1),
        ("Det varer ca. 45 min. og er i lokale nr. 4.", 1),
        ("Den 1. runde er kort. Den 2. runde er lang.", 2),
        ("Kommer du? Ja! Godt.", 3),
        ("Han sagde: »Det går godt.« Så gik vi.", 3),
        ("Vi taler om dig (og dit arbejde.) Du kommer.", 2),
        ("Hvornår?\nTirsdag\n\nHvor?\nI kantinen", 4),
        ("Tag frugt med osv.", 1),
        ("…", 0),
        ("", 0),
    ],
)
def test_dots_in_times_dates_and_abbreviations_end_no_sentence(text: str, number: int) -> None:
    assert len(danish.sentences(text)) == number


def test_a_sentence_comes_back_as_it_was_written() -> None:
    assert danish.sentences("Vi ses kl. 10.00. Tag f.eks. frugt med.") == [
        "Vi ses kl. 10.00",
        "Tag f.eks. frugt med",
    ]


def test_lix_is_what_one_counts_by_hand() -> None:
    # 11 words in 2 sentences; long are "opfølgningsmøde", "handler" and "arbejdet".
    text = "Vi vil holde et opfølgningsmøde. Det handler om arbejdet kl. 10.00."
    assert danish.lix(text) == pytest.approx(11 / 2 + 100 * 3 / 11)


def test_a_word_is_long_from_seven_letters_on() -> None:
    assert danish.lix("Abcdef.") == 1
    assert danish.lix("Abcdefg.") == 101
    assert danish.lix("12345678.") == 1  # figures are no letters


def test_a_text_without_words_has_no_lix() -> None:
    assert danish.lix(" … ") == 0.0


def test_a_text_weighs_what_its_parts_weigh() -> None:
    whole = danish.weight("Vi mødes i haven. Det handler om samarbejde.")
    assert (whole.sentences, whole.words, whole.long_words) == (2, 8, 2)
    assert whole.without(danish.weight("Vi mødes i haven.")) == danish.weight("Det handler om samarbejde.")


@pytest.mark.parametrize(
    ("value", "written"), [(1, "1"), (2.0, "2"), (2.5, "2,5"), (7.25, "7,25"), (10, "10"), (0.0, "0")]
)
def test_a_number_has_a_comma_and_no_more_decimals_than_it_needs(value: float, written: str) -> None:
    assert danish.number(value) == written


@given(st.text())
def test_lix_is_a_number_for_any_text(text: str) -> None:
    assert 0 <= danish.lix(text) <= len(text) + 100


@pytest.mark.parametrize("setting", ["C", "de_DE.UTF-8", "en_US.UTF-8"])
def test_the_machines_locale_changes_nothing(setting: str) -> None:
    script = (
        "import datetime, locale; from docgen import danish\n"
        "try: locale.setlocale(locale.LC_ALL, '')\n"
        "except locale.Error: pass\n"
        "print(ascii(danish.full_date(datetime.date(2026, 2, 3)) + danish.at(datetime.time(9, 0))))"
    )
    environment = {**os.environ, "LC_ALL": setting, "LANG": setting, "LANGUAGE": setting[:2]}
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, env=environment
    )
    assert done.stdout.strip() == ascii(f"tirsdag den 3.{NBSP}februar 2026kl.{NBSP}9.00")


def test_a_month_is_written_with_its_year_or_by_its_name_alone() -> None:
    assert danish.month(dt.date(2026, 2, 14)) == "februar 2026"
    assert danish.month_name(dt.date(2026, 5, 1)) == "maj"
