"""The invented house that samples come from: every name is different, and every value is filled in."""

from __future__ import annotations

import datetime as dt

from docgen.model import Course, Effort, EffortKind, Institution, Person, Resident, Role
from docgen.planning import OpenDecision

HOUSE = Institution(
    name="Botilbuddet Parkvænget",
    address="Parkvænget 1",
    postcode="9999",
    city="Prøveby",
    phone="70 00 00 00",
    email="post@parkvaenget.example",
    sender="Inger Prøvesen",
    sender_title="udviklingsleder",
    calendar_id="0123456789ab",
    standing_social_worker="P010",
    standing_business_consultant="P009",
    standing_health_coordinator="P011",
)
PEOPLE = (
    Person(
        nr="P001",
        name="Inger Prøvesen",
        role=Role.DEVELOPMENT_LEAD,
        phone="70 00 00 01",
        email="post@parkvaenget.example",
    ),
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
    Person(
        nr="P005",
        name="Ole Skitse",
        role=Role.LEADER,
        phone="70 00 00 05",
        email="ole@parkvaenget.example",
    ),
    Person(nr="P006", name="Rie Fabel", role=Role.MENTOR, organisation="Gartneriet Spiren"),
    Person(
        nr="P007",
        name="Eva Kladde",
        role=Role.CASE_COORDINATOR,
        phone="70 00 00 07",
        email="eva@parkvaenget.example",
    ),
    Person(nr="P008", name="Per Udkast", role=Role.JOB_BROKER, organisation="Jobcenter Prøveby"),
    Person(nr="P009", name="Ida Model", role=Role.BUSINESS_CONSULTANT, organisation="Jobcenter Prøveby"),
    Person(nr="P010", name="Tom Attrap", role=Role.SOCIAL_WORKER),
    Person(nr="P011", name="Ane Digt", role=Role.HEALTH_COORDINATOR),
    Person(nr="P012", name="Kaj Sagn", role=Role.FAMILY_ADVISER),
    Person(nr="P013", name="Lis Figur", role=Role.EDUCATION_ADVISER),
    Person(
        nr="P014",
        name="Ulla Emne",
        role=Role.NETWORK_PERSON,
        address="Prøvevej 4",
        postcode="9999",
        city="Prøveby",
    ),
    Person(
        nr="P015",
        name="Jens Myte",
        role=Role.GP,
        organisation="Lægerne i Prøveby",
        address="Prøvevej 6",
        postcode="9999",
        city="Prøveby",
    ),
    Person(nr="P016", name="Nina Rolle", role=Role.VOLUNTEER),
    Person(nr="P017", name="Asger Tanke", role=Role.EMPLOYEE, title="pædagog"),
)
GROUP = ("P002", "P003", "P005", "P016", "P017")
"""Who comes to a meeting that is about nobody in particular."""
RESIDENT = Resident(
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
    leader="P005",
    mentor="P006",
    case_coordinator="P007",
    job_broker="P008",
    business_consultant="P009",
    social_worker="P010",
    health_coordinator="P011",
    family_adviser="P012",
    education_adviser="P013",
    gp="P015",
    relatives=("P004",),
    network=("P014",),
    consents=("P004", "P014", "P015"),
    consent_date=dt.date(2026, 1, 5),
    children_in_difficulty=True,
    young_without_education=True,
    goal="Et job med få timer om ugen i et gartneri",
)
EFFORTS = (
    Effort(
        resident="B001",
        effort="Praktik i Gartneriet Spiren",
        kind=EffortKind.PLACEMENT,
        purpose="Prøve opgaver i drivhuset og se, hvor mange timer der passer",
        start=dt.date(2026, 2, 2),
        end=dt.date(2026, 5, 1),
        hours=7.5,
    ),
    Effort(
        resident="B001",
        effort="Mentor på arbejdspladsen",
        kind=EffortKind.MENTOR,
        purpose="Have en fast at spørge, så timerne kan øges i ro",
        start=dt.date(2026, 2, 9),
        end=dt.date(2026, 8, 3),
        hours=1,
    ),
)
AGREED = (
    OpenDecision(
        meeting="M000",
        number="1",
        text="Prøve at begynde dagen i drivhuset",
        responsible="Bo Eksempel og Inger Prøvesen",
        deadline=dt.date(2026, 1, 12),
        is_overdue=True,
    ),
    OpenDecision(
        meeting="M000",
        number="2",
        text="Spørge gartneriet, om onsdag formiddag passer",
        responsible="Bo Eksempel",
        deadline=dt.date(2026, 2, 2),
    ),
)
"""What is still open from an earlier meeting."""


def course_of(type_name: str) -> Course:
    """The resident's course of this type, from the day of the first meeting."""
    return Course(
        nr="F001",
        resident=RESIDENT.nr,
        type=type_name,
        start=dt.date(2026, 2, 3),
        place="Mødelokalet, Parkvænget 1",
        granted=dt.date(2026, 1, 12),
    )
