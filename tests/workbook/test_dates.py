import datetime as dt

import pytest

from docgen.workbook.dates import date_in, time_in

THIRD = dt.date(2026, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "03-02-2026", "3-2-2026", "3.2.2026", "03.02.2026", "3/2 2026", "3/2-2026", "3/2/2026", "3/2-26",
        "03-02-26", "2026-02-03", "2026-2-3", "2026-02-03 00:00:00", "3. februar 2026", "3 februar 2026",
        "3. FEBRUAR 2026", "3. feb. 2026", "tirsdag den 3. februar 2026", "Tirsdag d. 3/2 2026",
        "tirs. 3-2-2026", "  3. \u00a0februar   2026 ", "3 . 2 . 2026",
    ],
)  # fmt: skip
def test_the_third_of_february_in_every_form_that_danes_write(text: str) -> None:
    assert date_in(text) == THIRD


@pytest.mark.parametrize(
    "text",
    ["", "30-02-2026", "32-01-2026", "13-13-2026", "03-02", "3. februar", "på tirsdag", "3. marz 2026",
     "onsdag den 3. februar 2026", "3-2-1926", "3-2-2126", "03022026", "3-2-226", "3. ma 2026",
     "februar 2026", "3-2-2026 og 4-2-2026"],
)  # fmt: skip
def test_what_is_no_date_stays_none(text: str) -> None:
    assert date_in(text) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10.00", "10:00"), ("10:00", "10:00"), ("kl. 10", "10:00"), ("kl 10.30", "10:30"), ("10", "10:00"),
        ("1030", "10:30"), ("930", "09:30"), ("9.15", "09:15"), ("9,15", "09:15"), ("Kl. 09.05", "09:05"),
        ("10:00:00", "10:00"), ("0", "00:00"), ("klokken 8", "08:00"), (" 10.00 ", "10:00"),
    ],
)  # fmt: skip
def test_a_time_of_day_in_every_form_that_danes_write(text: str, time: str) -> None:
    assert time_in(text) == dt.time.fromisoformat(time)


@pytest.mark.parametrize("text", ["", "25:00", "10:60", "10.5", "10-11", "24:00", "ti", "10:00:30", "12345"])
def test_what_is_no_time_stays_none(text: str) -> None:
    assert time_in(text) is None
