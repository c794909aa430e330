"""One contract for every document of every meeting type: what its reader finds."""

from __future__ import annotations

import re

import jinja2
import pytest

from docgen.documents.check import inspect_type
from docgen.documents.filling import Filler
from docgen.documents.sample import sample_cancellation, sample_context, sample_meeting
from docgen.documents.samplehouse import HOUSE, PEOPLE, RESIDENT
from docgen.meetingtypes.authoring.make import make
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Scope
from tests.contract.papers import (
    SHIPPED,
    documents,
    every_document,
    every_type,
    filled,
    first_letter,
    words_of,
)
from tests.docx_text import parts, text_of
from tests.golden_files import golden

# What is not about when and where: cards lie on the table, the GP stays away, a plan tells of many days.
WITHOUT_TIME = ("kort", "brev_laege", "moedeplan")
# Papers that say who takes part; sheets and cards are about the matter, and the GP has no business knowing.
WITH_PEOPLE = (
    "brev",
    "brev_letlaest",
    "brev_medarbejder",
    "brev_paaroerende",
    "dagsorden",
    "program",
    "noteark",
    "referat",
)
ASKS = ("dagsorden", "guide", "kort")
shipped_type = pytest.mark.parametrize("kind", SHIPPED, ids=lambda kind: kind.name)


@every_type
def test_the_templates_have_nothing_to_find_fault_with(kind: MeetingType) -> None:
    assert inspect_type(kind).findings == ()


@every_type
def test_the_templates_are_what_make_gives(kind: MeetingType) -> None:
    made = make(kind)
    assert sorted(made) == sorted(rule.file for rule in kind.documents)
    for name, data in made.items():
        assert data == (kind.folder / name).read_bytes(), f"{name}: run docgen templates make {kind.name}"


@every_type
def test_a_type_with_a_letter_to_the_resident_has_it_easy_to_read_too(kind: MeetingType) -> None:
    letters = [rule for rule in kind.documents if rule.audience is Audience.RESIDENT]
    meeting = [rule for rule in letters if rule.scope is Scope.MEETING]
    assert {rule.stem for rule in meeting if rule.easy_read} == {rule.stem for rule in meeting}


@every_type
def test_a_type_of_courses_has_the_plan_for_the_wall(kind: MeetingType) -> None:
    plans = [rule.file for rule in kind.documents if rule.scope is Scope.COURSE]
    assert plans == (["moedeplan.docx"] if kind.cadences else [])


@shipped_type
def test_every_shipped_type_can_call_its_meetings_off(kind: MeetingType) -> None:
    letters = [(rule.layout, rule.audience) for rule in kind.documents if rule.scope is Scope.CANCELLATION]
    assert letters == [("aflysning", Audience.EVERYBODY)]


@every_document
def test_the_words_and_fields_are_the_golden_ones(kind: MeetingType, rule: DocumentRule) -> None:
    golden(f"{kind.name}/{rule.file.removesuffix('.docx')}.txt", text_of(filled(kind, rule)))


@every_document
def test_no_tag_is_left_anywhere(kind: MeetingType, rule: DocumentRule) -> None:
    for name, member in parts(filled(kind, rule)).items():
        if name.endswith((".xml", ".rels")):
            assert not re.search(rb"\{\{|\}\}|\{%|%\}", member), name


@documents(lambda rule: rule.layout not in WITHOUT_TIME)
def test_date_time_and_place_stand_there(kind: MeetingType, rule: DocumentRule) -> None:
    text = words_of(kind, rule)
    assert "irsdag den 3. februar 2026" in text  # with a capital where it begins a line
    assert "l. 10.00" in text
    assert "Mødelokalet, Parkvænget 1" in text


@documents(lambda rule: rule.audience is Audience.GP)
def test_the_gp_reads_which_meeting_it_was(kind: MeetingType, rule: DocumentRule) -> None:
    assert "irsdag den 3. februar 2026" in words_of(kind, rule)  # with a capital where it begins a line


@documents(lambda rule: rule.scope is Scope.MINUTES)
def test_an_excerpt_names_the_resident_and_nobody_of_their_own_life(
    kind: MeetingType, rule: DocumentRule
) -> None:
    text = words_of(kind, rule)
    assert RESIDENT.name in text
    assert [one.name for one in PEOPLE if one.role.is_private and one.name in text] == []


@documents(lambda rule: rule.scope is Scope.COURSE)
def test_a_plan_for_the_wall_has_every_date(kind: MeetingType, rule: DocumentRule) -> None:
    text = words_of(kind, rule)
    for meeting in sample_context(kind, rule)["forloeb"]["moeder"]:
        day, date = meeting["dato"].replace("\N{NO-BREAK SPACE}", " ").split(" den ")
        assert day.capitalize() in text
        assert f"den {date}" in text


@documents(lambda rule: rule.layout in WITH_PEOPLE)
def test_everybody_at_the_table_is_named(kind: MeetingType, rule: DocumentRule) -> None:
    text = words_of(kind, rule)
    seated = sample_meeting(kind).seating.participants
    assert [one.name for one in seated if one.name not in text] == []


@every_document
def test_the_occasion_stands_nowhere(kind: MeetingType, rule: DocumentRule) -> None:
    text = text_of(filled(kind, rule)).casefold()
    assert [occasion for occasion in kind.occasions if occasion.casefold() in text] == []


@documents(lambda rule: rule.audience is not Audience.GP)
def test_whoever_only_receives_is_named_in_no_other_paper(kind: MeetingType, rule: DocumentRule) -> None:
    text = words_of(kind, rule)
    assert [one.name for one in sample_meeting(kind).seating.informed if one.name in text] == []


@documents(lambda rule: rule.layout.startswith("brev") and rule.audience is not Audience.GP)
def test_a_letter_says_which_one_it_replaces_and_when_and_where_the_meeting_was_to_be(
    kind: MeetingType, rule: DocumentRule
) -> None:
    text = words_of(kind, rule)
    for words in ("12. januar 2026", "tirsdag den 27. januar 2026 kl. 10.00", "Fællesstuen, Parkvænget 1"):
        assert words in text


@documents(lambda rule: rule.layout.startswith("brev") and rule.audience is not Audience.GP)
def test_and_a_first_letter_says_nothing_of_the_kind(kind: MeetingType, rule: DocumentRule) -> None:
    text = " ".join(text_of(first_letter(kind, rule)).replace("~", " ").split())
    assert "tirsdag den 3. februar 2026" in text.casefold()
    said = ("12. januar 2026", "27. januar 2026 kl.", "Fællesstuen", "flyttet", "i stedet for vores brev")
    assert [words for words in said if words in text] == []


@documents(lambda rule: rule.layout == "dagsorden")
def test_the_agenda_says_what_each_has_answered(kind: MeetingType, rule: DocumentRule) -> None:
    text = words_of(kind, rule)
    for answer in sample_meeting(kind).answers:
        assert f"– {answer.reply.value.lower()}" in text


@shipped_type
@pytest.mark.parametrize("alone", [False, True], ids=["for all", "for one"])
def test_a_letter_that_calls_off_says_which_meeting_and_names_nobody_else(
    kind: MeetingType, alone: bool
) -> None:
    one = sample_cancellation(kind, alone=alone)
    letters = dict(Filler(HOUSE).cancellation(one))
    assert len(letters) == len(one.receivers) > 0
    for (_, receiver), data in zip(one.letters, letters.values(), strict=True):
        text = " ".join(text_of(data).replace("~", " ").split())
        for words in (receiver.name, "Tirsdag den 3. februar 2026 kl. 10.00", "brev af 12. januar 2026"):
            assert words in text
        assert (kind.words["aflysning.alle"] in text) is not alone
        assert (kind.words["aflysning.kun_dig"] in text) is alone
        assert ("her er aflyst." in text, "alligevel." in text) == (not alone, alone)
        others = (*(who.name for who in PEOPLE), RESIDENT.first_name, RESIDENT.goal)
        known = (receiver.name, HOUSE.sender, *receiver.name.split())
        assert [name for name in others if name in text and name not in known] == []


@documents(lambda rule: rule.layout in ASKS)
def test_every_prompt_stands_where_it_is_asked(kind: MeetingType, rule: DocumentRule) -> None:
    text = words_of(kind, rule)
    assert [prompt for prompt in _prompts(kind, rule) if prompt not in text] == []


@documents(lambda rule: rule.layout.startswith("brev"))
def test_no_letter_asks_beforehand(kind: MeetingType, rule: DocumentRule) -> None:
    text = words_of(kind, rule)
    assert [prompt for prompt in _prompts(kind, rule) if prompt in text] == []


@every_document
def test_the_meeting_travels_in_the_documents_properties(kind: MeetingType, rule: DocumentRule) -> None:
    custom = parts(filled(kind, rule))["docProps/custom.xml"].decode()
    found = dict(re.findall(r'name="([^"]+)"[^>]*><(?:\w+:)?lpwstr>([^<]*)<', custom))
    number = {"docgen.forloeb": "F001"} if rule.scope is Scope.COURSE else {"docgen.moede": "M001"}
    assert found.items() >= {**number, "docgen.kalender-id": "0123456789ab", "docgen.type": kind.name}.items()


def _prompts(kind: MeetingType, rule: DocumentRule) -> list[str]:
    """The prompts of the type as they stand in a filled document."""
    context = sample_context(kind, rule)
    said = (jinja2.Template(prompt).render(context) for phase in kind.phases for prompt in phase.prompts)
    return [" ".join(prompt.replace("\N{NO-BREAK SPACE}", " ").split()) for prompt in said]
