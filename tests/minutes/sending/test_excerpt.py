"""What an excerpt of the minutes says, and whom it does not name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.documents.filling import Filler
from docgen.documents.heldcontext import excerpt_context
from docgen.meetingtypes.definition import DocumentRule
from docgen.minutes.sending.excerpt import is_empty, said
from docgen.minutes.values import Agreed, FilledMinutes, NextMeeting, TableRow
from tests.docx_text import text_of
from tests.minutes.filling import EVERYBODY, KINDS, TEAM, filled, held, world

(RULE,) = (rule for rule in TEAM.documents if rule.layout == "uddrag")


def excerpt(minutes: FilledMinutes, rule: DocumentRule = RULE) -> str:
    """The document's words on one line, as a reader finds them."""
    meeting, register = held(minutes, world(*EVERYBODY))
    told = said(minutes, meeting, register)
    document = Filler(meeting.house).of_minutes(TEAM, rule, excerpt_context(meeting, told, rule.title))
    return " ".join(text_of(document).replace("~", " ").split())


def told(minutes: FilledMinutes, kind: Any = TEAM) -> dict[str, Any]:
    meeting, register = held(minutes, world(*EVERYBODY), kind)
    return said(minutes, meeting, register)


def test_it_says_what_the_team_wrote_with_its_line_breaks() -> None:
    text = excerpt(filled())
    assert "Det nåede vi frem til på mødet med Asta Eksempel" in text
    assert "(Heading2) Teamets indstilling Vi indstiller til et forløb. / Begynd med få timer." in text
    assert "Praktik (Tabeltekst) Flere timer (Tabeltekst) 16. februar 2026" in text
    assert "Ringe til gartneriet (Tabeltekst) Mona Værksted (Tabeltekst) 10. februar 2026" in text
    assert "Mandag den 9. februar 2026" in text
    assert "kl. 10.00" in text


def test_of_the_residents_own_people_it_names_nobody() -> None:
    responsible = ("P004", "karl slægtsen", "P005", "P006", "B001", "Bodil fra butikken")
    decisions = tuple(Agreed(who, "Hjælpe til", who) for who in responsible)
    text = excerpt(filled(decisions=decisions))
    shown = [row["ansvarlig"] for row in told(filled(decisions=decisions))["beslutninger"]]
    nobody = "en, der kender Asta privat"
    assert shown == [nobody, nobody, "læge", nobody, "Asta Eksempel", "Bodil fra butikken"]
    assert [name for name in ("Slægtsen", "Hjulmager", "Ærøbæk", "P00") if name in text] == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("P003 og Karl Slægtsen", "Mona Værksted og en, der kender Asta privat"),
        ("Karl Slægtsen (bror)", "en, der kender Asta privat"),
        ("Karl", "en, der kender Asta privat"),
        ("P004, P006", "en, der kender Asta privat"),
        ("Bodil fra butikken; P004", "Bodil fra butikken og en, der kender Asta privat"),
        ("P003; B001", "Mona Værksted og Asta Eksempel"),
        ("Bodil og Mona fra butikken", "Bodil og Mona fra butikken"),
    ],
)
def test_nor_where_they_are_named_among_others_or_by_their_first_name(written: str, shown: str) -> None:
    decided = (Agreed("1", "Hjælpe til", written),)
    assert [row["ansvarlig"] for row in told(filled(decisions=decided))["beslutninger"]] == [shown]


def test_a_part_that_nobody_wrote_in_leaves_no_trace() -> None:
    text = excerpt(filled(fields={"indstilling": "Ja"}, tables={}, decisions=(), next=NextMeeting()))
    assert "Teamets indstilling Ja" in text
    for heading in ("uddannelsesmål", "Indsatser", "Næste skridt", "Første opfølgning"):
        assert heading not in text


def test_that_no_next_meeting_is_needed_is_told_too() -> None:
    text = excerpt(filled(next=NextMeeting(not_needed=True)))
    assert "Første opfølgning Der bliver ikke et forløb" in text


@pytest.mark.parametrize(
    ("written", "empty"),
    [
        ({}, True),
        ({"next": NextMeeting(place="Kontoret")}, True),
        ({"theme": "Noget andet"}, True),
        ({"fields": {"maal": "Gartner"}}, False),
        ({"decisions": (Agreed("1", "Ringe"),)}, False),
        ({"tables": {"indsatser": (TableRow("", {"indsats": "Praktik"}),)}}, False),
    ],
)
def test_there_is_none_where_nobody_wrote_in_what_it_holds(written: dict[str, Any], empty: bool) -> None:
    blank = filled(fields={}, tables={}, decisions=(), next=NextMeeting())
    minutes = replace(blank, **written)
    meeting, register = held(minutes, world())
    assert is_empty(said(minutes, meeting, register), meeting, RULE) is empty


def test_groups_ticks_and_points_are_told_in_words() -> None:
    tasks = KINDS["opfoelgningssamtale"]
    (table,) = (part for part in tasks.minutes if part.groups)
    group, column = table.groups[0], table.columns[0]
    row = TableRow(group.key, {column.key: True})
    point = next(phase.key for phase in tasks.phases if phase.minuted)
    minutes = filled(tables={table.key: (row,)}, fields={}, conclusions={point: "Det går", "": "Samlet"})
    made = told(minutes, tasks)
    assert made["tabeller"][table.key][0]["gruppe"] == group.title
    assert made["tabeller"][table.key][0][column.key] == "Ja"
    assert (made["punkter"][point], made["konklusion"]) == ("Det går", "Samlet")
