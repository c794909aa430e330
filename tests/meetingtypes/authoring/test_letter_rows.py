"""What an invitation says only in some types: a goal, the standing meeting, many people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.documents.template import Template
from docgen.meetingtypes.authoring.make import LAYOUTS
from docgen.meetingtypes.authoring.page import save
from docgen.meetingtypes.definition import MeetingType, Rule
from tests.docx_text import text_of
from tests.meetingtypes.samples import context, rule, shipped

GOAL = "Et job i et køkken med faste kolleger"
LETTERS = ("brev", "brev_letlaest", "brev_medarbejder", "brev_paaroerende")
every_letter = pytest.mark.parametrize("layout", LETTERS)
USUAL = shipped()
WITH_GOAL = replace(USUAL, rules=(Rule.GOAL,))
OF_A_GROUP = replace(USUAL, rules=(Rule.FORUM,), about_resident=False)


def read(
    layout: str, kind: MeetingType, *, others: list[dict[str, Any]] | None = None, **changes: object
) -> str:
    """The letter; ``changes`` as in ``samples.context``, which has no goal and no forum."""
    document = rule(kind, layout)
    template = Template.compile(save(LAYOUTS[layout](kind, document)), document.file)
    values = context(document, **{"beboer_maal": GOAL, "moede_forum": "Personalemøde", **changes})
    if others is not None:
        values["andre"] = others
    return text_of(template.render(values)).replace("~", " ")


@pytest.mark.parametrize(
    ("layout", "label"),
    [("brev", "Dit mål"), ("brev_letlaest", "Hvad er dit mål?"), ("brev_medarbejder", "Mål")],
)
def test_the_goal_stands_among_the_facts_where_the_type_asks_for_one(layout: str, label: str) -> None:
    lines = [line.strip().split(") ")[-1] for line in read(layout, WITH_GOAL).splitlines()]
    assert lines[lines.index(GOAL) - 1] == label
    without = read(layout, WITH_GOAL, beboer_maal="")
    assert [words for words in (f") {label}\n", "(Faktatekst) \n") if words in without] == []


def test_relatives_are_not_told_of_the_goal() -> None:
    assert GOAL not in read("brev_paaroerende", WITH_GOAL)


@every_letter
def test_a_type_without_a_goal_or_a_forum_says_nothing_of_them(layout: str) -> None:
    text = read(layout, USUAL)
    assert [words for words in (GOAL, "Personalemøde") if words in text] == []


def test_the_standing_meeting_is_named_if_there_is_one() -> None:
    assert "(Faktaetiket) Forum\n    (Faktatekst) Personalemøde" in read("brev_medarbejder", OF_A_GROUP)
    assert "Forum" not in read("brev_medarbejder", OF_A_GROUP, moede_forum="")


def test_a_groups_people_stand_in_one_paragraph() -> None:
    names = "(Faktatekst) Anna Sørensen, Jens Bach, Karen Lund, Ole Sørensen\n"
    assert names in read("brev_medarbejder", OF_A_GROUP)
    assert names not in read("brev_medarbejder", USUAL)


@pytest.mark.parametrize(("people", "joined"), [(5, 0), (6, 5)])
@pytest.mark.parametrize("layout", ["brev", "brev_medarbejder", "brev_paaroerende"])
def test_others_share_a_paragraph_only_when_they_are_many(layout: str, people: int, joined: int) -> None:
    described = [f"Navn {number}, teamet" for number in range(people)]
    text = read(
        layout, USUAL, others=[{"navn": one, "beskrivelse": one, "er_beboer": False} for one in described]
    )
    assert all(one in text for one in described)
    assert text.count("; ") == joined


def test_in_easy_read_everybody_keeps_a_line() -> None:
    described = [f"Navn {number}, teamet" for number in range(9)]
    text = read(
        "brev_letlaest",
        USUAL,
        others=[{"navn": one, "beskrivelse": one, "er_beboer": False} for one in described],
    )
    assert [one for one in described if f"(Faktatekst) {one}\n" not in text] == []


def test_to_a_relative_the_resident_is_somebody_by_name_and_no_borger() -> None:
    others = [
        {"navn": "Anja Prøve", "beskrivelse": "Anja Prøve, borger", "er_beboer": True},
        {"navn": "Bo Prøve", "beskrivelse": "Bo Prøve, mentor", "er_beboer": False},
    ]
    relative = read("brev_paaroerende", USUAL, others=others)
    colleague = read("brev_medarbejder", USUAL, others=others)
    assert "(Faktatekst) Anja Prøve\n" in relative
    assert "(Faktatekst) Bo Prøve, mentor\n" in relative
    assert "(Faktatekst) Anja Prøve, borger\n" in colleague
