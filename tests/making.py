"""An invented house: its people, its meetings, a meeting type, and plans made from them.

Each maker gives a sound default; named changes replace single attributes. Rows know their cells, as rows
that were read from a file do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from docgen.findings import Finding
from docgen.meetingtypes.definition import Audience, DocumentRule, Length, MeetingType, Phase
from docgen.meetingtypes.seats import ParticipantRule
from docgen.model import (
    Answer,
    Archived,
    Closure,
    Course,
    Decision,
    Effort,
    Institution,
    Meeting,
    MeetingStatus,
    Person,
    Reply,
    Resident,
    Role,
    Source,
    Workbook,
)
from docgen.packs.sending import dispatch
from docgen.planning import Built, History, Plan, PlannedMeeting, Sent, Window, make_plan
from docgen.workbook.addresses import letters
from docgen.workbook.checks import check
from docgen.workbook.columns import SHEETS

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = dt.datetime(2026, 1, 19, 8, 30, tzinfo=COPENHAGEN)
TODAY = NOW.date()
LATER = dt.datetime(2026, 1, 26, 9, 0, tzinfo=COPENHAGEN)
EVERYTHING = Window()

_HOUSE = Institution(
    name="Botilbuddet Elmegården",
    address="Elmegården 1",
    postcode="9999",
    city="Prøveby",
    phone="70 00 00 00",
    email="post@elmegaarden.example",
    sender="Lene Ledersen",
    sender_title="udviklingsleder",
    calendar_id="abc123def456",
)
_RESIDENT = Resident(
    nr="B001",
    first_name="Asta",
    last_name="Eksempel",
    address="Elmegården 1, lejlighed 4",
    postcode="9999",
    city="Prøveby",
    unit_contacts=("P002",),
    workplace_contacts=("P003",),
    development_lead="P001",
    relatives=("P004",),
)
_PERSON = Person(
    nr="P001", name="Lene Ledersen", role=Role.DEVELOPMENT_LEAD, email="lene@elmegaarden.example"
)
_MEETING = Meeting(
    nr="M001",
    type="samtale",
    resident="B001",
    date=dt.date(2026, 2, 3),
    start=dt.time(10, 0),
    place="Mødelokale 1",
    theme="Flere timer i gartneriet",
    occasion="Eget ønske",
)
_STAFF = (
    replace(_PERSON, phone="70 00 00 01"),
    replace(_PERSON, nr="P002", name="Bo Enhedsen", role=Role.CONTACT_PERSON, email="bo@elmegaarden.example"),
    replace(
        _PERSON,
        nr="P003",
        name="Mona Værksted",
        role=Role.CONTACT_PERSON,
        organisation="Gartneriet Spiren",
        email="mona@spiren.example",
    ),
    replace(_PERSON, nr="P004", name="Karl Slægtsen", role=Role.RELATIVE, email="karl@slaegtsen.example"),
)


def at(sheet: str, row: int) -> Source:
    """Where a row stands, with the columns in the table's order; row 0 of Institution holds whole cells."""
    columns = next(known.columns for known in SHEETS if known.name == sheet)
    if sheet == "Institution":
        return Source(sheet, 0, {column.heading: f"B{index}" for index, column in enumerate(columns, 2)})
    return Source(sheet, row, {column.heading: letters(index) for index, column in enumerate(columns)})


def house(**changes: Any) -> Institution:
    return replace(_HOUSE, at=at("Institution", 0), **changes)


def resident(row: int = 2, **changes: Any) -> Resident:
    return replace(_RESIDENT, at=at("Beboere", row), **changes)


def person(nr: str, role: Role, row: int, **changes: Any) -> Person:
    """One more person, who lives by e-mail."""
    made = {"nr": nr, "name": f"Navn {nr}", "role": role, "email": f"{nr.lower()}@elmegaarden.example"}
    return replace(_PERSON, at=at("Personer", row), **{**made, **changes})


def staff() -> tuple[Person, ...]:
    """P001 the development lead, P002 and P003 contact persons, P004 a relative."""
    return tuple(replace(one, at=at("Personer", row)) for row, one in enumerate(_STAFF, 2))


def meeting(row: int = 2, **changes: Any) -> Meeting:
    return replace(_MEETING, at=at("Møder", row), **changes)


def course(row: int = 2, **changes: Any) -> Course:
    made = {
        "nr": "F001",
        "resident": "B001",
        "type": "samtale",
        "start": dt.date(2026, 2, 3),
        "place": "Kontoret",
    }
    return Course(at=at("Forløb", row), **{**made, **changes})


def effort(row: int = 2, **changes: Any) -> Effort:
    made = {
        "resident": "B001",
        "effort": "Praktik i gartneriet",
        "start": dt.date(2026, 1, 5),
        "purpose": "At prøve flere timer",
    }
    return Effort(at=at("Indsatser", row), **{**made, **changes})


def closure(first: dt.date, last: dt.date | None = None, row: int = 2, reason: str = "") -> Closure:
    return Closure(first=first, last=last, reason=reason, at=at("Lukkedage", row))


def answer(nr: str, who: str, row: int = 2, reply: str = "Kommer", **changes: Any) -> Answer:
    return Answer(meeting=nr, person=who, reply=Reply(reply), at=at("Svar", row), **changes)


def decision(row: int = 2, **changes: Any) -> Decision:
    """What M000 decided: the second row of Beslutninger has the number 1, and so on."""
    made = {"meeting": "M000", "number": str(row - 1), "decision": "Prøve to formiddage i drivhuset"}
    return Decision(at=at("Beslutninger", row), **{**made, **changes})


def archived(nr: str, row: int = 2, **changes: Any) -> Archived:
    """A meeting that has left the workbook: B001's samtale of last autumn, held."""
    made = {"type": "samtale", "resident": "B001", "date": dt.date(2025, 10, 7), "status": MeetingStatus.HELD}
    return Archived(nr=nr, at=at("Arkiv", row), **{**made, **changes})


def book(*meetings: Meeting, **changes: Any) -> Workbook:
    """A workbook with the house's people and these meetings; without any, with M001."""
    made: dict[str, Any] = {
        "name": "elmegaarden",
        "institution": house(),
        "residents": (resident(),),
        "people": staff(),
        "meetings": meetings or (meeting(),),
    }
    return Workbook(**{**made, **changes})


def kind(**changes: Any) -> MeetingType:
    """A meeting type about a resident, with a letter for each kind of receiver; no files belong to it."""
    made = MeetingType(
        name="samtale",
        title="Samtale",
        source="",
        length=Length(60, 30, 90),
        about_resident=True,
        folder=Path("samtale"),
        participants=(
            ParticipantRule("Beboer", "beboer", "Det er beboerens møde.", required=True),
            ParticipantRule(
                "Kontaktperson enhed", "kontaktperson fra enheden", "Kender hverdagen.", required=True
            ),
            ParticipantRule("Kontaktperson arbejdsplads", "kontaktperson fra arbejdet", "Kender arbejdet."),
            ParticipantRule(
                "Udviklingsleder",
                "udviklingsleder",
                "Har ansvaret for samtalen.",
                required=True,
                facilitates=True,
            ),
        ),
        phases=(Phase("tema", "Tema", 20), Phase("runde", "Runde", 25), Phase("aftaler", "Aftaler", 15)),
        documents=(
            DocumentRule("invitation.docx", "brev", Audience.RESIDENT, "Invitation"),
            DocumentRule(
                "invitation.letlaest.docx", "brev", Audience.RESIDENT, "Kom til møde", easy_read=True
            ),
            DocumentRule("invitation.medarbejder.docx", "brev", Audience.STAFF, "Invitation"),
            DocumentRule("invitation.paaroerende.docx", "brev", Audience.PRIVATE, "Invitation"),
            DocumentRule("dagsorden.docx", "dagsorden", Audience.EVERYBODY, "Dagsorden"),
            DocumentRule("referat.docx", "referat", Audience.FACILITATOR, "Referat"),
        ),
        words={
            "kalender.paamindelse": "Du har et møde i morgen.",
            "kalender.opgave": "Frist for en opgave fra møde {moede}",
        },
        fingerprint="1",
    )
    return replace(made, **changes)


def group(**changes: Any) -> MeetingType:
    """A meeting type about nobody in particular: a letter to each, and an agenda."""
    papers = tuple(one for one in kind().documents if one.audience in (Audience.STAFF, Audience.EVERYBODY))
    return kind(**{"about_resident": False, "participants": (), "documents": papers, **changes})


def plan(
    workbook: Workbook,
    *types: MeetingType,
    now: dt.datetime = NOW,
    window: Window = EVERYTHING,
    built: Mapping[str, Built] | None = None,
    sent: Mapping[str, Sent] | None = None,
    history: History | None = None,
    findings: Sequence[Finding] = (),
) -> Plan:
    """The plan of a workbook, with its references checked, as ``docgen.plan`` does it."""
    known = history or History(built=built or {}, sent=sent or {})
    found = (*workbook.findings, *check(workbook), *findings)
    return make_plan(workbook, types or (kind(),), found, now=now, window=window, history=known)


def planned(workbook: Workbook | None = None, *types: MeetingType, **wishes: Any) -> PlannedMeeting:
    """The one meeting of a plan."""
    (only,) = plan(workbook or book(), *types, **wishes).meetings
    return only


def built(made: Plan) -> dict[str, Built]:
    """What a ledger would remember of a plan that was carried out."""
    return {
        m.nr: Built(
            m.uid, m.sequence, m.stamp, m.content, facets=m.facets, letters=m.letters, replaces=m.replaces
        )
        for m in made.meetings
        if m.documents
    }


def sent(made: Plan, on: dt.date = TODAY) -> dict[str, Sent]:
    """What a ledger would remember of a plan that was carried out, and whose letters went out."""
    history = History(built=built(made))
    return dispatch(history, on).states
