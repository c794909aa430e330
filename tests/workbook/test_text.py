import pytest

from docgen.workbook.text import clean, has_cpr, has_ten_digits, shown


@pytest.mark.parametrize(
    "text", ["010101-0000", "Asta, 311299-1234.", "cpr 290200-4321", "0101010000 og 010101-0000",
             "010101–0000", "010101 - 0000"],
)  # fmt: skip
def test_a_date_and_four_digits_look_like_a_cpr_number(text: str) -> None:
    assert has_cpr(text)


@pytest.mark.parametrize(
    "text", ["", "320101-0000", "011301-0000", "290201-0000", "1010101-0000", "010101-00001", "0101010000",
             "70 00 00 10", "2026-02-03"],
)  # fmt: skip
def test_other_numbers_do_not(text: str) -> None:
    assert not has_cpr(text)


def test_ten_bare_digits_count_when_they_begin_with_a_date() -> None:
    assert has_ten_digits("nr. 0101010000")
    assert not has_ten_digits("4570001122")
    assert not has_ten_digits("01010100001")


def test_what_is_shown_hides_everything_like_a_cpr_number() -> None:
    assert shown("Asta 010101-0000 og 0101010000") == "Asta ••••••-•••• og ••••••-••••"


def test_what_is_shown_is_one_short_line() -> None:
    assert shown("en\nto\x07  tre") == "en to tre"
    assert shown("x" * 90) == "x" * 39 + "…"


def test_cleaning_keeps_line_breaks_and_mends_unicode_and_space() -> None:
    assert clean(" Mo\u0308de\tto\r\nlinjer\u200b ") == ("Möde to\nlinjer", False)


def test_cleaning_says_when_characters_were_left_out() -> None:
    assert clean("a\x07b\x1fc\ufffe") == ("abc", True)
