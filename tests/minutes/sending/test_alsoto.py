"""Whom the free text "Andre, der får referatet" names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.minutes.sending.alsoto import named
from docgen.model import Role
from docgen.planning.register import Register
from tests import making

PEOPLE = (
    *making.staff(),
    making.person("P010", Role.LEADER, 8, name="Eva Sand og Vand", title="afdelingsleder"),
    making.person("P011", Role.LEADER, 9, name="Bo Enhedsen"),
    making.person("P012", Role.LEADER, 10, name="Åse Ørsted"),
)
REGISTER = Register.of(making.book(people=PEOPLE))


def numbers(text: str) -> list[list[str]]:
    return [sorted(who.nr for who in one.people) for one in named(text, REGISTER, ["borger"])]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("", []),
        ("P003", [["P003"]]),
        ("p003 ", [["P003"]]),
        ("Mona Værksted", [["P003"]]),
        ("  mona   VÆRKSTED.", [["P003"]]),
        ("Mona Værksted (kontaktperson, Gartneriet Spiren)", [["P003"]]),
        ("Mona Værksted; Åse Ørsted", [["P003"], ["P012"]]),
        ("Mona Værksted, Åse Ørsted og P001", [["P003"], ["P012"], ["P001"]]),
        ("- Mona Værksted\n- Åse Ørsted\n", [["P003"], ["P012"]]),
        ("Mona Værksted, kontaktperson", [["P003"]]),
        ("Mona Værksted, Gartneriet Spiren, og Åse Ørsted, leder", [["P003"], ["P012"]]),
        ("Asta Eksempel, borger", [["B001"]]),
        ("Mona", [[]]),
        ("Mona Værkstedsen", [[]]),
        ("kontaktperson", [[]]),
        ("Bo Enhedsen", [["P002", "P011"]]),
        ("Bo Enhedsen (P011)", [["P011"]]),
        ("Bo Enhedsen (P012)", [["P002", "P011", "P012"]]),
        ("Mona Værksted (P012)", [["P003", "P012"]]),
        ("En anden (P012)", [[]]),
        ("Ukendt Person, Mona Værksted", [[], ["P003"]]),
    ],
)
def test_people_are_named_by_number_or_by_whole_name_and_nobody_is_guessed(
    text: str, people: list[list[str]]
) -> None:
    assert numbers(text) == people


def test_entries_are_counted_as_people_count_them() -> None:
    found = named("Mona Værksted (løn og personale), leder; Ukendt", REGISTER)
    assert [(one.number, len(one.people)) for one in found] == [(1, 1), (2, 0)]


@given(text=st.text(st.sampled_from("P0123 ,;\n()og&BoEnhedsen")))
def test_whatever_is_written_nobody_gets_in_but_by_number_or_whole_name(text: str) -> None:
    folded = " ".join(text.casefold().split())
    for one in named(text, REGISTER):
        for who in one.people:
            assert who.nr.casefold() in folded or who.name.casefold() in folded
