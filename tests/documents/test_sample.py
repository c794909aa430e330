"""The invented meeting that templates are checked with: everything that can be said is said."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

import docgen
from docgen.documents.context import meeting_context
from docgen.documents.sample import sample_cancellation, sample_context, sample_course, sample_meeting
from docgen.documents.samplehouse import EFFORTS, HOUSE, PEOPLE, RESIDENT
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Programme, Rule, Scope, Slot
from docgen.meetingtypes.seats import COLUMNS, CONDITIONS, ParticipantRule
from docgen.model import Reply, Role
from tests import making

# Every column has a seat, and every audience and scope a document.
EVERYBODY = tuple(
    ParticipantRule(heading, heading.casefold(), "Hører til.", facilitates=heading == "Leder")
    for heading in ("Beboer", *COLUMNS)
)
PAPERS = tuple(
    DocumentRule(f"{scope}_{audience}.docx", "brev", audience, f"Til {audience}", scope=scope)
    for scope in Scope
    for audience in Audience
)
ABOUT_ONE = making.kind(participants=EVERYBODY, documents=PAPERS, rules=(Rule.PURPOSE,))
GROUP = making.kind(about_resident=False, participants=(), documents=PAPERS, rules=(Rule.FORUM,))
# Not everybody has a title or a workplace.
ROLES = ("titel", "organisation")
KINDS = (*docgen.meeting_types(), ABOUT_ONE)


def blank(value: object, path: str = "") -> Iterator[str]:
    """The names that say nothing."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from blank(below, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        if not value:
            yield path
        for item in value:
            yield from blank(item, path)
    elif value == "":
        yield path


def named(context: Mapping[str, object]) -> list[str]:
    """The blank names but titles and workplaces, which not everybody has, nor every programme."""
    return sorted({name for name in blank(context) if name.rpartition(".")[2] not in ROLES})


FIRST_LETTER = ["brev.erstatter", "brev.flyttet_fra", "brev.sted_foer"]
"""What a paper leaves blank that is nobody's own, or goes to one who had no letter before."""


def of_first_letter(rule: DocumentRule, *audiences: Audience) -> list[str]:
    """The names that stand for an earlier letter, unless the paper is for one of these."""
    return [] if rule.audience in audiences else FIRST_LETTER


@pytest.mark.parametrize("rule", PAPERS, ids=lambda rule: rule.file)
def test_in_a_meeting_about_somebody_every_value_but_these_is_there(rule: DocumentRule) -> None:
    had_one = of_first_letter(rule, Audience.RESIDENT, Audience.STAFF, Audience.PRIVATE)
    at_no_table = ["modtager.svar"] if rule.audience is Audience.GP else []
    wanted = {
        Scope.MEETING: [*had_one, *at_no_table, "moede.forum"],
        Scope.COURSE: [],
        Scope.CANCELLATION: ["modtager.rolle", "modtager.svar"],
        Scope.MINUTES: [],
    }
    assert named(sample_context(ABOUT_ONE, rule)) == wanted[rule.scope]


@pytest.mark.parametrize("rule", [rule for rule in PAPERS if rule.scope is Scope.MEETING])
def test_in_a_group_meeting_nobody_is_a_resident(rule: DocumentRule) -> None:
    blank_names = [f"beboer.{key}" for key in ("adresselinje", "fornavn", "maal", "navn", "nr")]
    had_one = of_first_letter(rule, Audience.STAFF)
    assert named(sample_context(GROUP, rule)) == [*blank_names, *had_one, "indsatser"]


@pytest.mark.parametrize("kind", [ABOUT_ONE, GROUP], ids=["about one", "a group"])
def test_the_letters_of_a_meeting_take_the_place_of_earlier_ones_and_all_have_answered(
    kind: MeetingType,
) -> None:
    planned = sample_meeting(kind)
    assert planned.replaces is not None
    assert planned.replaces.told.date < planned.meeting.date
    assert planned.replaces.told.place != planned.meeting.place
    answered = {answer.person: answer.reply for answer in planned.answers}
    assert answered.keys() == {one.nr for one in planned.seating.participants}
    assert set(answered.values()) == set(Reply)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_meeting_of_the_type_can_be_called_off_for_all_and_for_one(kind: MeetingType) -> None:
    seated = {one.nr for one in sample_meeting(kind).seating.participants}
    whole, alone = sample_cancellation(kind), sample_cancellation(kind, alone=True)
    assert (whole.person, {one.nr for one in whole.receivers}) == ("", seated)
    assert [one.nr for one in alone.receivers] == [alone.person]
    assert alone.person in seated
    assert whole.told == alone.told


def test_some_have_a_title_and_some_a_workplace() -> None:
    people = [
        person
        for kind in (ABOUT_ONE, GROUP)
        for person in meeting_context(sample_meeting(kind), HOUSE)["deltagere"]
    ]
    for key in ROLES:
        assert {bool(person[key]) for person in people} == {True, False}


def test_nobody_is_called_like_somebody_else() -> None:
    names = [RESIDENT.name, *(person.name for person in PEOPLE)]
    assert all(len(name.split()) == 2 for name in names)
    assert Counter(word for name in names for word in name.split()).most_common(1)[0][1] == 1


def test_every_role_but_that_of_a_companion_is_filled() -> None:
    missing = set(Role) - {person.role for person in PEOPLE}
    assert missing == {Role.TEAM_LEADER, Role.COMPANION}


def test_the_resident_has_everybody_and_every_condition() -> None:
    seated = {seated.nr for seated in sample_meeting(ABOUT_ONE).seating.participants}
    for column in COLUMNS.values():
        value = getattr(RESIDENT, column)
        assert {value} if isinstance(value, str) else set(value) <= seated, column
    assert all(getattr(RESIDENT, column) for column in CONDITIONS.values())
    assert RESIDENT.case_coordinator != RESIDENT.job_broker


def test_the_one_whom_the_rule_names_leads() -> None:
    leader = sample_meeting(ABOUT_ONE).seating.facilitator
    assert leader is not None
    assert leader.nr == RESIDENT.leader


def test_the_gp_gets_a_letter_and_no_seat() -> None:
    planned = sample_meeting(ABOUT_ONE)
    assert [one.nr for one in planned.seating.informed] == [RESIDENT.gp]
    assert RESIDENT.gp not in {one.nr for one in planned.seating.participants}
    rule = next(rule for rule in PAPERS if rule.audience is Audience.GP)
    assert sample_context(ABOUT_ONE, rule)["modtager"]["nr"] == RESIDENT.gp


def test_each_effort_has_a_purpose_and_still_goes_on() -> None:
    assert len(EFFORTS) == 2
    assert sample_meeting(ABOUT_ONE).efforts == EFFORTS
    assert all(effort.purpose for effort in EFFORTS)


def test_a_course_has_three_meetings_on_different_days() -> None:
    days = [planned.meeting.date for planned in sample_course(ABOUT_ONE)]
    assert days == [dt.date(2026, 2, 3), dt.date(2026, 3, 3), dt.date(2026, 3, 31)]


def test_it_is_as_long_as_usual_or_as_one_says() -> None:
    slots = (Slot(60, "tema"), Slot(120, "runde"), Slot(60, "aftaler"))
    halves = (Programme("Halv dag", 240, slots), Programme("Hel dag", 0, slots))
    kind = making.kind(about_resident=False, programmes=halves)
    rule = kind.documents[-2]
    assert sample_meeting(kind).length == kind.length.usual
    assert sample_context(kind, rule)["program"]["titel"] == "Halv dag"
    assert sample_context(kind, rule, length=420)["program"]["titel"] == "Hel dag"


def test_a_variant_is_for_one_who_reads_it() -> None:
    easy = next(rule for rule in making.kind().documents if rule.easy_read)
    assert sample_context(making.kind(), easy)["modtager"]["nr"] == RESIDENT.nr


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_sample_of_a_type_comes_about_without_errors(kind: MeetingType) -> None:
    planned = sample_meeting(kind)
    assert planned.length == kind.length.usual
    assert planned.seating.facilitator is not None
