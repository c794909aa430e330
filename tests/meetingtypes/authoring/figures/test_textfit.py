"""Measuring text without Word: what is measured is never less than what is set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.meetingtypes.authoring.figures.textfit import line_count, line_height, text_height, text_width

WORDS = st.lists(
    st.text("abcdefghijklmnoprstuvyæøåEÆØÅ,.?", min_size=1, max_size=14), min_size=1, max_size=60
)


def test_widths_are_calibris_own() -> None:
    # 1000 units of Calibri's "m" are 799/1000 of the size, of the bold one 813/1000 (2048 units to the em).
    assert text_width("m", 1000) == pytest.approx(799, abs=1)
    assert text_width("m", 1000, bold=True) == pytest.approx(813, abs=1)
    assert line_height(10) == pytest.approx(12.2, abs=0.1)


def test_every_danish_letter_has_a_width_of_its_own() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅéöü–’»«…·•0123456789":
        assert 0 < text_width(letter, 10) < text_width("\N{SNOWMAN}", 10), letter


def test_a_letter_nobody_has_measured_counts_as_the_widest() -> None:
    assert text_width("\N{SNOWMAN}", 10) >= text_width("M", 10)


def test_tracking_widens_every_letter() -> None:
    assert text_width("TEMA", 10, tracking=0.8) == pytest.approx(text_width("TEMA", 10) + 3.2)


@given(WORDS, st.floats(60, 500), st.floats(8, 16))
def test_words_set_one_after_another_never_need_more_lines_than_measured(
    words: list[str], available: float, size: float
) -> None:
    lines: list[str] = []
    for word in words:
        if lines and text_width(f"{lines[-1]} {word}", size) <= available:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if all(text_width(word, size) <= available for word in words):
        assert len(lines) == line_count(" ".join(words), size, available)


@given(WORDS, st.floats(20, 500))
def test_narrower_never_takes_fewer_lines(words: list[str], available: float) -> None:
    text = " ".join(words)
    assert line_count(text, 11, available * 0.8) >= line_count(text, 11, available)
    letters = text_width("".join(words), 11)
    assert text_height(text, 11, available) >= letters / available * line_height(11) - 0.01


def test_a_word_wider_than_the_box_breaks() -> None:
    assert line_count("m" * 100, 10, 100) == 9  # 7.99 points a letter: twelve to a line of 100
