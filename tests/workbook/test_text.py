import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.workbook.text import clean, has_cpr, has_ten_digits, shown


@pytest.mark.parametrize(
    "text", ["010101-0000", "Asta, 311299-1234.", "cpr 290200-4321", "0101010000 og 010101-0000",
             "010101–0000", "010101 - 0000", "010190 1234", "010190/1234", "010190.1234", "01.01.90-1234",
             "0101 90-1234", "01-01-90-1234", "01/01-90-1234", "01 01 90-1234", "01.01.90 9934",
             "B001 01.01.90-1234", "010190\u00a01234", "709999 0101 90-1234", "010190\u20141234"],
)  # fmt: skip
def test_a_date_and_four_digits_look_like_a_cpr_number(text: str) -> None:
    assert has_cpr(text)


@pytest.mark.parametrize(
    "text", ["", "320101-0000", "011301-0000", "290201-0000", "1010101-0000", "010101-00001", "0101010000",
             "70 00 00 10", "2026-02-03", "12 34 56 78", "12 10 56 78 8000 Prøveby",
             "12 10 56 78 / 12 10 56 79", "03-02-2026 1000", "03-05.02.2026", "01.01.25-31.12.25",
             "tirsdag 12 1030-1200", "1012 1034", "DK20 1012 1012 1012 34"],
)  # fmt: skip
def test_other_numbers_do_not(text: str) -> None:
    assert not has_cpr(text)


def test_ten_bare_digits_count_when_they_begin_with_a_date() -> None:
    assert has_ten_digits("nr. 0101010000")
    assert not has_ten_digits("4570001122")
    assert not has_ten_digits("01010100001")


def test_a_date_in_parts_and_a_clock_time_could_be_either() -> None:
    assert not has_cpr("03.02.26 1000")
    assert has_ten_digits("03.02.26 1000")


@given(
    date=st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    form=st.sampled_from(
        ("%d-%m-%Y", "%d.%m.%Y", "%d/%m %Y", "%d/%m-%Y", "%Y-%m-%d", "%d-%m-%y", "%d.%m.%y")
    ),
    time=st.times(),
    clock=st.sampled_from(("", " %H:%M", " kl. %H.%M", " kl. %H%M", " %H.%M-%H.%M", ", %H%M")),
    phone=st.from_regex(r"\A( (\+45 )?(\d\d \d\d \d\d \d\d|\d{8}|\d{4} \d{4}))?\Z"),
)
def test_dates_times_and_telephone_numbers_never_alarm(
    date: dt.date, form: str, time: dt.time, clock: str, phone: str
) -> None:
    for text in (
        f"{date:{form}}{time:{clock}}" if clock else f"{date:{form}}",
        phone.strip(),
        f"tlf.{phone}",
    ):
        assert not has_cpr(text)
        assert not has_ten_digits(text)


@given(
    date=st.dates(dt.date(1920, 1, 1), dt.date(2019, 12, 31)),
    serial=st.integers(0, 9999),
    form=st.sampled_from(
        ("%d%m%y-", "%d%m%y ", "%d%m%y/", "%d%m%y – ", "%d.%m.%y-", "%d%m %y-", "%d/%m/%y/", "%d/%m-%y-")
    ),
    before=st.sampled_from(("", "Asta ", "B001 ", "(", "nr.")),
)
def test_a_cpr_number_is_found_whatever_parts_it_and_never_shown(
    date: dt.date, serial: int, form: str, before: str
) -> None:
    text = f"{before}{date:{form}}{serial:04}"
    assert has_cpr(text)
    assert f"{serial:04}" not in shown(text)


def test_what_is_shown_hides_everything_like_a_cpr_number() -> None:
    assert shown("Asta 010101-0000 og 0101010000") == "Asta ••••••-•••• og ••••••-••••"


def test_what_is_shown_is_one_short_line() -> None:
    assert shown("en\nto\x07  tre") == "en to tre"
    assert shown("x" * 90) == "x" * 39 + "…"


def test_cleaning_keeps_line_breaks_and_mends_unicode_and_space() -> None:
    assert clean(" Mo\u0308de\tto\r\nlinjer\u200b ") == ("Möde to\nlinjer", False)


def test_cleaning_says_when_characters_were_left_out() -> None:
    assert clean("a\x07b\x1fc\ufffe") == ("abc", True)
