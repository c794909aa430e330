import unicodedata

import pytest

from docgen.workbook.headings import find, nearest, normal

KNOWN = ("Nr", "Adresse", "Kontaktperson enhed", "Pårørende", "Møder")


@pytest.mark.parametrize(
    "given",
    ["Pårørende", " PÅRØRENDE ", "pårørende *", "Pårørende*", unicodedata.normalize("NFD", "Pårørende")],
)
def test_what_does_not_matter_in_a_heading_does_not_matter(given: str) -> None:
    assert find([given], KNOWN).at == {"Pårørende": 0}


def test_space_within_a_heading_may_be_of_any_kind() -> None:
    assert normal("Kontaktperson \u00a0 enhed") == normal("kontaktperson\nenhed")


def test_order_is_free_and_unknown_names_are_left_alone() -> None:
    found = find(["Egne noter", "Adresse", "", "Nr"], KNOWN)
    assert found.at == {"Adresse": 1, "Nr": 3}
    assert (found.twice, found.near) == ({}, {})


def test_a_repeat_names_the_first_one() -> None:
    found = find(["Nr", "Adresse", "nr *"], KNOWN)
    assert found.at["Nr"] == 0
    assert found.twice == {2: 0}


def test_a_misspelt_name_is_near_the_one_that_is_missing() -> None:
    assert find(["Addresse", "Moder"], KNOWN).near == {0: "Adresse", 1: "Møder"}


def test_a_name_is_no_slip_when_the_right_one_is_there_too() -> None:
    assert find(["Adresse", "Adresse 2"], KNOWN).near == {}


def test_two_that_are_equally_near_are_no_answer() -> None:
    assert nearest("p009", ["p001", "p002"]) == ""
    assert nearest("adrese", ["adresse", "nr"]) == "adresse"
