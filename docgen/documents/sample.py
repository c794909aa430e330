"""An invented meeting of any type: what templates are checked, previewed and measured with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from docgen.documents.context import document_context, meeting_context
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.model import Institution, Meeting, Person, Resident, Role, Workbook
from docgen.planning import PlannedMeeting, make_plan
from docgen.planning.plan import Window

_NOW = dt.datetime(2026, 1, 19, tzinfo=ZoneInfo("Europe/Copenhagen"))
_HOUSE = Institution(
    name="Botilbuddet Parkvænget",
    address="Parkvænget 1",
    postcode="9999",
    city="Prøveby",
    phone="70 00 00 00",
    email="post@parkvaenget.example",
    sender="Inger Prøvesen",
    sender_title="udviklingsleder",
    calendar_id="0123456789ab",
)
_PEOPLE = (
    Person(nr="P001", name="Inger Prøvesen", role=Role.DEVELOPMENT_LEAD, phone="70 00 00 01"),
    Person(nr="P002", name="Bo Eksempel", role=Role.CONTACT_PERSON, email="bo@parkvaenget.example"),
    Person(nr="P003", name="Mona Mønster", role=Role.CONTACT_PERSON, organisation="Gartneriet Spiren"),
    Person(
        nr="P004",
        name="Karl Øvrig",
        role=Role.RELATIVE,
        address="Prøvevej 2",
        postcode="9999",
        city="Prøveby",
    ),
)
_RESIDENT = Resident(
    nr="B001",
    first_name="Asta",
    last_name="Prøve",
    address="Parkvænget 1, lejlighed 4",
    postcode="9999",
    city="Prøveby",
    employed=True,
    unit_contacts=("P002",),
    workplace_contacts=("P003",),
    development_lead="P001",
    leader="P001",
    mentor="P003",
    relatives=("P004",),
    consents=("P004",),
)


def sample_meeting(kind: MeetingType, *, easy_read: bool = False) -> PlannedMeeting:
    """A planned meeting of this type between invented people, with every optional value filled in.

    Raises ``ValueError`` when the type's own rules leave such a meeting out.
    """
    meeting = Meeting(
        nr="M001",
        type=kind.name,
        resident="B001" if kind.about_resident else "",
        date=dt.date(2026, 2, 3),
        start=dt.time(10, 0),
        place="Mødelokalet, Parkvænget 1",
        link="https://moede.example/m001",
        practical="Døren står åben fra kl. 9.45. Sig til, hvis du ønsker tolk.",
        theme="Flere timer i gartneriet, og hvordan pauserne bliver gode",
        occasion=kind.occasions[0] if kind.occasions else "",
        facilitator="P001",
        extra=("P002", "P003", "P004") if not kind.about_resident else ("P004",),
    )
    resident = replace(_RESIDENT, easy_read=easy_read)
    workbook = Workbook(
        name="eksempel", institution=_HOUSE, residents=(resident,), people=_PEOPLE, meetings=(meeting,)
    )
    plan = make_plan(workbook, (kind,), (), now=_NOW, window=Window())
    if not plan.meetings:
        raise ValueError(kind.name)
    return plan.meetings[0]


def sample_context(kind: MeetingType, rule: DocumentRule) -> Mapping[str, Any]:
    """What the tags of one of the type's documents can say, with invented values."""
    planned = sample_meeting(kind, easy_read=rule.easy_read)
    shared = meeting_context(planned, _HOUSE)
    receivers = (document.receiver for document in planned.documents if document.rule == rule)
    return document_context(shared, next(receivers, None), rule.title)
