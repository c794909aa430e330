"""What a meeting is known by, and when its content counts as changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from docgen.calendars import meeting_entry
from docgen.documents.context import document_context, meeting_context
from docgen.meetingtypes.definition import Audience, DocumentRule, Rule
from docgen.model import (
    Answer,
    Effort,
    EffortKind,
    EnvelopeWindow,
    Forum,
    Initiative,
    Institution,
    LabelSheetName,
    Meeting,
    Person,
    Reply,
    Resident,
    Role,
    Workbook,
)
from docgen.packs.sending import dispatch
from docgen.planning import Change, History, PlannedMeeting
from tests import making


def test_the_uid_is_number_calendar_id_and_domain() -> None:
    assert making.planned().uid == "M001.abc123def456@elmegaarden.example"
    workbook = making.book(institution=making.house(domain="kalender.example"))
    assert making.planned(workbook).uid == "M001.abc123def456@kalender.example"


def test_without_a_calendar_id_one_is_derived_and_stays_the_same() -> None:
    def uid(**changes: Any) -> str:
        name = changes.pop("workbook", "elmegaarden")
        return making.planned(making.book(institution=making.house(calendar_id="", **changes), name=name)).uid

    assert uid() == "M001.df8a8d8ca3c4@elmegaarden.example"
    assert uid(phone="12 34 56 78", reply_days=3) == uid()
    assert uid(name=unicodedata.normalize("NFD", making.house().name)) == uid()
    assert uid(name="Et andet hus") != uid()
    assert uid(workbook="en anden") != uid()


def test_the_derived_calendar_id_is_the_one_that_documents_carry() -> None:
    plan = making.plan(making.book(institution=making.house(calendar_id="")))
    (planned,) = plan.meetings
    shared = meeting_context(planned, plan.institution)
    assert planned.uid == f"M001.{shared['institution']['kalender_id']}@elmegaarden.example"


def test_a_house_without_address_and_domain_still_has_a_valid_uid() -> None:
    assert making.planned(making.book(institution=making.house(email=""))).uid.endswith("@docgen.invalid")


def test_a_change_of_date_keeps_the_uid() -> None:
    moved = making.book(making.meeting(date=dt.date(2026, 3, 3)))
    assert making.planned(moved).uid == making.planned().uid


def shown(planned: PlannedMeeting, house: Institution) -> list[object]:
    """All that any of the meeting's files could show: every tag of every document, where its address stands,
    the entry, all names.

    The time stamp apart, which follows from the content.
    """
    shared = meeting_context(planned, house)
    return [
        planned.folder,
        [
            (d.file, d.rule.file, document_context(shared, d.receiver, d.rule.title))
            for d in planned.documents
        ],
        house.window,
        meeting_entry(planned, house),
    ]


OTHER: dict[type, Callable[[Any], Any]] = {
    str: lambda old: f"{old}x",
    int: lambda old: old + 1,
    bool: lambda old: not old,
    dt.date: lambda old: old + dt.timedelta(days=7),
    dt.time: lambda old: old.replace(minute=30),
    tuple: lambda old: old[:-1] if old else ("P001",),
}
SPECIAL: dict[str, Any] = {
    "channel": None,
    "status": None,
    "forum": Forum.TRIO,
    "initiative": Initiative.RESIDENT,
    "length": 45,
    "end": dt.date(2026, 6, 30),
    "hours": 7.5,
    "kind": EffortKind.PLACEMENT,
    "consent_date": dt.date(2026, 1, 2),
    "effort_goal": 60,
    "resident": None,  # another number is another person
    "facilitator": "P002",
    "type": None,
    "course": None,
    "role": Role.VOLUNTEER,
    "email": "andet@elmegaarden.example",
    "domain": "andet.example",
    "reply": Reply.DECLINES,
    "window": EnvelopeWindow(20, 50, 100, 40),
    "label_sheet": LabelSheetName.TWO_BY_SEVEN,
}
PERSONS = (
    "development_lead",
    "leader",
    "mentor",
    "case_coordinator",
    "job_broker",
    "business_consultant",
    "social_worker",
    "health_coordinator",
    "family_adviser",
    "education_adviser",
    "gp",
    "standing_social_worker",
    "standing_business_consultant",
    "standing_health_coordinator",
)
SPECIAL |= dict.fromkeys(PERSONS, "P003")


def _changed(row: Any) -> list[tuple[str, Any]]:
    """The row once for each of its attributes, with that one changed."""
    rows = []
    for attribute in dataclasses.fields(row):
        old = getattr(row, attribute.name)
        if attribute.name == "at":
            continue
        if attribute.name in SPECIAL:
            if SPECIAL[attribute.name] is None:
                continue
            new = SPECIAL[attribute.name]
        else:
            new = OTHER[type(old)](old)
        rows.append(
            (f"{type(row).__name__}.{attribute.name}", dataclasses.replace(row, **{attribute.name: new}))
        )
    return rows


def _with(row: Any) -> Workbook:
    """The house's workbook with this row in place of its own."""
    base = making.book(
        making.meeting(extra=("P004",)),
        residents=(making.resident(consents=("P004", "P005"), gp="P005"),),
        people=(*making.staff(), GP),
        efforts=(making.effort(),),
        answers=(ANSWER,),
    )
    match row:
        case Answer():
            return dataclasses.replace(base, answers=(row,))
        case Institution():
            return dataclasses.replace(base, institution=row)
        case Resident():
            meetings = (making.meeting(extra=("P004",), resident=row.nr),)
            return dataclasses.replace(base, residents=(row,), meetings=meetings)
        case Effort():
            return dataclasses.replace(base, efforts=(row,))
        case Meeting():
            return dataclasses.replace(base, meetings=(row,))
        case _:
            people = tuple(row if one.at == row.at else one for one in base.people)
            return dataclasses.replace(base, people=people)


GP = making.person("P005", Role.GP, 6)
ANSWER = Answer(
    meeting="M001", person="P002", reply=Reply.COMES, date=dt.date(2026, 1, 20), at=making.at("Svar", 2)
)
COVER = DocumentRule("foelgebrev.docx", "brev_laege", Audience.GP, "Følgebrev")
INFORMING = making.kind(rules=(Rule.PURPOSE,), documents=(*making.kind().documents, COVER))
BASE = _with(making.meeting(extra=("P004",)))
CHANGES = [
    *_changed(BASE.institution),
    *_changed(BASE.meetings[0]),
    *_changed(BASE.residents[0]),
    *_changed(BASE.efforts[0]),
    *_changed(BASE.answers[0]),
    *(pair for person in BASE.people for pair in _changed(person) if pair[0] != "Person.nr"),
]


@pytest.mark.parametrize(("what", "row"), CHANGES, ids=[f"{what}-{i}" for i, (what, _) in enumerate(CHANGES)])
def test_the_content_changes_exactly_when_something_does_that_a_file_shows(what: str, row: Any) -> None:
    before, after = making.plan(BASE, INFORMING), making.plan(_with(row), INFORMING)
    old, new = before.meetings[0], after.meetings[0]
    same = shown(old, before.institution) == shown(new, after.institution)
    assert (old.content == new.content) is same, what


def test_the_usual_window_changes_nothing_for_a_ledger_that_was_written_before_windows_were_told() -> None:
    made = making.plan(making.book())
    house = made.institution
    told = (
        *(house.name, house.address, house.postcode, house.city, house.phone, house.email, house.sender),
        *(house.sender_title, house.calendar_id, house.domain, str(house.reply_days), "False"),
        "",  # no logo
    )
    assert made.meetings[0].facets["house"] == hashlib.sha256(repr(told).encode()).hexdigest()


BEFORE = making.plan(making.book(making.meeting(date=dt.date(2026, 2, 2), place="Stuen")))
SENT = making.sent(BEFORE)["M001"]


@pytest.mark.parametrize(
    "other",
    [
        {"on": dt.date(2026, 1, 12)},
        {"facets": {**SENT.facets, "date": "2026-01-30"}},
        {"facets": {**SENT.facets, "start": "13:00"}},
        {"facets": {**SENT.facets, "length": "45"}},
        {"facets": {**SENT.facets, "place": "Salen"}},
        {"facets": {**SENT.facets, "theme": "another"}},
        {"facets": making.planned().facets},  # what is to be written has been sent
        {"letters": False},
        {"cancelled": True},
        {"sequence": 3},
    ],
    ids=[
        "day of sending",
        "date",
        "time",
        "length",
        "place",
        "theme",
        "the same",
        "no letters",
        "off",
        "seq",
    ],
)
def test_so_it_does_with_the_letter_that_was_sent_before(other: dict[str, Any]) -> None:
    house = making.house()
    one = making.planned(sent={"M001": SENT})
    two = making.planned(sent={"M001": dataclasses.replace(SENT, **other)})
    documents = (shown(one, house)[:2], shown(two, house)[:2])  # SEQUENCE follows from what was sent
    assert (one.content == two.content) is (documents[0] == documents[1])


def test_a_letter_that_has_been_sent_says_the_same_when_it_is_made_again() -> None:
    """Also to somebody who had no letter before that one, and so none that it replaces."""
    house, guest = making.house(), making.person("P009", Role.EMPLOYEE, 9)
    workbook = making.book(making.meeting(extra=("P009",)), people=(*making.staff(), guest))
    known = {"M001": SENT}
    first = making.plan(workbook, now=making.LATER, built=making.built(BEFORE), sent=known)
    built = making.built(first)
    known = dispatch(History(built=built, sent=known), making.LATER.date()).states
    again = making.plan(workbook, now=making.LATER, built=built, sent=known)
    assert again.meetings[0].change is Change.UNCHANGED
    assert shown(again.meetings[0], house) == shown(first.meetings[0], house)


def test_the_resident_counts_even_when_absent_from_the_table() -> None:
    absent = making.meeting(absent=("beboer",))
    before = making.planned(making.book(absent))
    after = making.planned(making.book(absent, residents=(making.resident(first_name="Berta"),)))
    assert before.content != after.content


def test_an_effort_is_content_only_where_the_type_looks_at_efforts() -> None:
    changed = making.book(efforts=(making.effort(purpose="Noget andet"),))
    before = making.book(efforts=(making.effort(),))
    assert making.planned(changed).content == making.planned(before).content == making.planned().content
    looking = making.kind(rules=(Rule.PURPOSE,))
    assert making.planned(changed, looking).content != making.planned(before, looking).content


def test_another_template_is_another_content() -> None:
    assert making.planned(None, making.kind(fingerprint="2")).content != making.planned().content


def test_the_clock_is_no_content() -> None:
    assert making.planned(now=making.LATER).content == making.planned().content


def test_a_stranger_who_may_not_come_is_no_content() -> None:
    person: Person = making.person("P009", Role.RELATIVE, 9)
    people = (*making.staff(), person)
    named = making.planned(making.book(making.meeting(extra=("P009",)), people=people))
    assert named.content == making.planned(making.book(people=people)).content
