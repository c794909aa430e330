"""``[mindst]``: how many meetings in how many months, for whom."""

from __future__ import annotations

import pytest

from docgen.findings import Finding, Place
from docgen.meetingtypes.quota import Quota, read_quota
from docgen.meetingtypes.reader import parse
from docgen.meetingtypes.seats import CONDITIONS


def read(text: str) -> tuple[Quota | None, list[tuple[str, str]]]:
    """The table ``[mindst]`` of a definition, and what is wrong with it."""
    findings: list[Finding] = []
    table = parse(text, Place(file="dialog/type.toml"), findings)
    quota = read_quota(table.table("mindst"))
    table.finish()
    return quota, [(found.code, found.place.key) for found in findings]


def test_a_type_need_not_have_one() -> None:
    assert read("") == (None, [])
    assert read("[mindst]\n") == (None, [])


def test_meetings_and_months_are_numbers() -> None:
    assert read("[mindst]\nmoeder = 2\nmaaneder = 12\n") == (Quota(2, 12, ""), [])


@pytest.mark.parametrize("condition", CONDITIONS)
def test_it_may_be_meant_for_those_alone_whose_column_says_yes(condition: str) -> None:
    quota, found = read(f'[mindst]\nmoeder = 1\nmaaneder = 6\nnaar = "{condition}"\n')
    assert (quota, found) == (Quota(1, 6, condition), [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("moeder = 2", [("E-101", "mindst")]),
        ("maaneder = 12", [("E-101", "mindst")]),
        ("moeder = 0\nmaaneder = 12", [("E-105", "mindst: moeder")]),
        ("moeder = 2\nmaaneder = 53", [("E-213", "mindst: maaneder")]),
        ('moeder = "to"\nmaaneder = 12', [("E-105", "mindst: moeder")]),
        ("moeder = 2.5\nmaaneder = 12", [("E-105", "mindst: moeder")]),
        ("moeder = true\nmaaneder = 12", [("E-105", "mindst: moeder")]),
        ('moeder = 2\nmaaneder = 12\nnaar = "altid"', [("E-109", "mindst: naar")]),
        ("moeder = 2\nmaaneder = 12\nuger = 4", [("E-103", "mindst")]),
        ('naar = "Aktiv"', [("E-101", "mindst"), ("E-101", "mindst"), ("E-109", "mindst: naar")]),
    ],
)
def test_what_is_wrong_is_named_by_its_key(text: str, found: list[tuple[str, str]]) -> None:
    assert read(f"[mindst]\n{text}\n")[1] == found
