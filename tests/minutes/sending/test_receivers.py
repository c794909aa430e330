"""Who gets the minutes: consent is asked today, and a GP never does."""

from __future__ import annotations

import pytest

from docgen.minutes.sending.receivers import names_without_consent, receivers
from docgen.minutes.values import Agreed, Attendance
from tests import making
from tests.minutes.filling import EVERYBODY, filled, held, world

NAMES = ("Karl", "Slægtsen", "Xenia", "Hjulmager", "Sixten", "Ærøbæk", "Nabo", "P00", "B00")


def who(minutes: object, workbook: object) -> tuple[list[str], list[tuple[str, str]]]:
    """The numbers of those who get the minutes; code and field of each finding."""
    meeting, register = held(minutes, workbook)  # type: ignore[arg-type]
    found = receivers(minutes, meeting, register)  # type: ignore[arg-type]
    said = "".join(str(one) for one in found.findings)
    assert [name for name in NAMES if name in said] == []
    return [one.nr for one in found.people], [(one.code, one.place.key) for one in found.findings]


def test_those_who_are_ticked_get_them_and_those_who_are_named_each_once() -> None:
    minutes = filled(also_to="Mona Værksted (kontaktperson), P002\nAsta Eksempel")
    assert who(minutes, world(*EVERYBODY)) == (["P002", "P004", "P003", "B001"], [])


@pytest.mark.parametrize("also_to", ["", "Karl Slægtsen (bror)", "P004"])
def test_without_consent_a_relative_gets_nothing_ticked_or_named(also_to: str) -> None:
    people, findings = who(filled(also_to=also_to), world())
    assert people == ["P002"]
    assert findings[0] == ("W-282", "Får referatet")
    assert findings[1:] == [("W-282", "Andre, der får referatet")] * bool(also_to)


@pytest.mark.parametrize("consents", [(), EVERYBODY])
@pytest.mark.parametrize("also_to", ["P005", "xenia hjulmager", "Xenia Hjulmager (læge)"])
def test_a_gp_never_gets_them(consents: tuple[str, ...], also_to: str) -> None:
    ticked = (Attendance("P005", gets_minutes=True), Attendance("P002", gets_minutes=True))
    people, findings = who(filled(attendance=ticked, also_to=also_to), world(*consents))
    assert people == ["P002"]
    assert findings == [("W-283", "Får referatet"), ("W-283", "Andre, der får referatet")]


def test_another_resident_never_does_either() -> None:
    assert who(filled(attendance=(), also_to="Ib Nabo"), world(*EVERYBODY)) == (
        [],
        [("W-282", "Andre, der får referatet")],
    )


def test_who_is_not_in_the_workbook_is_told_by_place_alone() -> None:
    minutes = filled(attendance=(Attendance("P099", gets_minutes=True),), also_to="Mona Værksted; En Anden")
    people, findings = who(minutes, world())
    assert people == ["P003"]
    assert findings == [("W-280", "Får referatet"), ("W-280", "Andre, der får referatet")]


def test_namesakes_are_asked_about() -> None:
    twins = (*making.staff(), *(making.staff()[1:2]))
    twins = (*twins[:-1], making.person("P020", twins[1].role, 20, name="Bo Enhedsen"))
    people, findings = who(filled(attendance=(), also_to="Bo Enhedsen"), world(people=twins))
    assert (people, findings) == ([], [("W-281", "Andre, der får referatet")])


def test_who_was_not_at_the_table_is_told_by_their_role() -> None:
    meeting, register = held(minutes := filled(also_to="P006"), world(*EVERYBODY))
    labels = {one.nr: (one.label, one.by_consent) for one in receivers(minutes, meeting, register).people}
    assert labels["P006"] == ("bisidder", True)


@pytest.mark.parametrize(
    ("consents", "responsible", "names"),
    [
        ((), "", True),  # the relative's row
        (EVERYBODY, "", False),
        (("P004",), "Sixten Ærøbæk", True),
        (("P004",), "Bo Enhedsen og Sixten Ærøbæk", True),
        (("P004",), "Sixten Ærøbæk (bisidder)", True),
        (EVERYBODY, "Bo Enhedsen, Sixten Ærøbæk", False),
        (EVERYBODY, "P006", False),
        (("P004",), "P005", True),
        (EVERYBODY, "P005", False),
        (EVERYBODY, "Ib Nabo", True),
        (EVERYBODY, "Bo Enhedsen", False),
    ],
)
def test_minutes_that_name_somebody_without_consent_are_recognised(
    consents: tuple[str, ...], responsible: str, names: bool
) -> None:
    minutes = filled(decisions=(Agreed("1", "Ringe", responsible),))
    meeting, register = held(minutes, world(*consents))
    assert names_without_consent(minutes, meeting, register) is names
