"""A text that is no TOML is told where it breaks and why, in words of our own."""

from __future__ import annotations

import re
import tomllib

import pytest

from docgen.findings import Finding, Place
from docgen.i18n import language
from docgen.meetingtypes.notation import misread

LINE = 'titel = "Møde"\n'


def problem(text: str) -> dict[str, object]:
    with pytest.raises(tomllib.TOMLDecodeError) as raised:
        tomllib.loads(text)
    return misread(str(raised.value), text)


@pytest.mark.parametrize(
    ("broken", "reason", "line", "column"),
    [
        ("nøgle = 'a'", "this is no key, or “=” is missing after it", 2, 2),
        ("nogle 'a'", "this is no key, or “=” is missing after it", 2, 7),
        ("økonomi = 1", "the line is not understood", 2, 1),
        ("[økonomi]", "this is no key, or “=” is missing after it", 2, 2),
        ("tal = tredive", "this is no text, no number and no list", 2, 7),
        (r'vej = "C:\vej"', "a backslash stands alone", 2, 12),
        (r'vej = "C:\users"', "a backslash stands alone", 2, 12),
        ('vej = "åben\n', "the quote that ends a text is missing", 2, 12),
        ("vej = 'åben\n", "the quote that ends a text is missing", 2, 12),
        ('vej = """åben', "the quote that ends a text is missing", 2, 14),
        ('vej = "a\x07"', "there is a control character here", 2, 9),
        ("liste = ['a'", "a bracket is not closed", 2, 13),
        ("par = { a = 1", "a bracket is not closed", 2, 14),
        ("[afsnit", "a bracket is not closed", 2, 8),
        ("tal = 30 minutter", "there is more on the line than one value", 2, 10),
        ("titel = 'B'", "a key or a heading stands here again", 2, 12),
        ("[a]\n[a]", "a key or a heading stands here again", 3, 3),
    ],
)
def test_the_place_and_the_reason_are_told(broken: str, reason: str, line: int, column: int) -> None:
    assert problem(LINE + broken) == {"reason": reason, "line": line, "column": column}


def test_the_commonest_cause_stands_in_the_remedy() -> None:
    finding = Finding.of("E-100", Place(file="type.toml"), **problem("nøgle = 1"))
    assert "æ, ø and å are written ae, oe and aa" in finding.remedy()
    assert "line 1, character 2" in finding.message()


def test_a_file_that_ends_too_early_is_broken_in_its_last_line() -> None:
    assert problem("a = 1\nb = [1,\n2\n\n") | {"reason": ""} == {"reason": "", "line": 3, "column": 2}


def test_nothing_of_what_python_says_is_left_for_a_dane() -> None:
    told = Finding.of("E-100", Place(file="type.toml"), **problem("titel = 'a' 'b'")).message(language("da"))
    assert not re.search("Expected|statement|column", told)
