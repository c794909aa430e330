"""The sample that everything is shown with: 14 residents, 16 people, 14 meetings and 12 courses.

The courses are the dialogue meetings of a year, and the follow-up of one resident. Two of them want the
development lead at the same time, one begins on a holiday, and one resident has none, so that it can be seen
what the plan makes of that. Two meetings of last year, which the archive has, decided what is still open.
Nobody in it exists. Telephone numbers begin with 70 00 00, addresses end in ``.example`` (RFC 2606), and the
postcode 9999 is not in use.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from docgen.model import (
    Answer,
    Archived,
    Channel,
    Closure,
    Course,
    Decision,
    DecisionStatus,
    Initiative,
    Institution,
    Meeting,
    MeetingStatus,
    Person,
    Reply,
    Resident,
    Role,
    Weekday,
    Workbook,
)
from tools.invented import clock, day, home, mailbox, phone

FOLLOW_UP, DIALOGUE = "opfoelgningsmoede", "dialogmoede"
DAY_MADE = dt.date(2026, 1, 5)
LEAD = "P001"

INSTITUTION = Institution(
    name="Botilbuddet Parkvænget",
    address="Parkvænget 12",
    postcode="9999",
    city="Prøveby",
    phone="70 00 00 10",
    email="moeder@parkvaenget.example",
    sender="Dorthe Engsvang",
    sender_title="udviklingsleder",
    calendar_id="parkvaenget-5d2f81c07a",
    domain="parkvaenget.example",
    effort_goal=60,
)


def _staff(nr: str, name: str, role: Role, title: str, organisation: str) -> Person:
    """A colleague, with an address and a number made from the name and ``nr``."""
    return Person(nr=nr, name=name, role=role, title=title, organisation=organisation,
                  email=f"{mailbox(name)}@parkvaenget.example", phone=phone(nr, 20))  # fmt: skip


PEOPLE = (
    _staff(LEAD, "Dorthe Engsvang", Role.DEVELOPMENT_LEAD, "udviklingsleder", "Botilbuddet Parkvænget"),
    _staff("P002", "Mikkel Havtorn", Role.CONTACT_PERSON, "pædagog", "Birkehuset"),
    _staff("P003", "Sanne Lyngbro", Role.CONTACT_PERSON, "social- og sundhedsassistent", "Birkehuset"),
    _staff("P004", "Yusuf Demirbak", Role.CONTACT_PERSON, "pædagog", "Elmehuset"),
    _staff("P005", "Lene Kornmark", Role.CONTACT_PERSON, "ergoterapeut", "Elmehuset"),
    _staff("P006", "Torben Askelund", Role.CONTACT_PERSON, "køkkenleder", "Køkkenet"),
    _staff("P007", "Maria Sølvbjerg", Role.CONTACT_PERSON, "gartner", "Gartneriet"),
    _staff("P008", "Jonas Klitmøl", Role.CONTACT_PERSON, "værkstedsleder", "Cykelværkstedet"),
    _staff("P009", "Birgit Rønholt", Role.CONTACT_PERSON, "teamleder", "Vaskeriet"),
    _staff("P010", "Anders Fjordgren", Role.BUSINESS_CONSULTANT, "virksomhedskonsulent", "Jobcenter Prøveby"),
    Person(nr="P011", name="Rosalina Tangmose", role=Role.RELATIVE, title="søster", **home("Havnegade 3"),
           email="rosalina@tangmose.example", phone="70 00 00 31"),
    Person(nr="P012", name="Hjalte Fuglebæk", role=Role.RELATIVE, title="far", channel=Channel.LETTER,
           **home("Møllevej 41"), phone="70 00 00 32"),
    Person(nr="P013", name="Else Marie Strandkær", role=Role.NETWORK_PERSON, title="nabo og ven",
           channel=Channel.LETTER, **home("Møllevej 8"), phone="70 00 00 33"),
    Person(nr="P014", name="Niels Ravnsgård", role=Role.GP, title="læge", organisation="Lægerne på Torvet",
           channel=Channel.DIGITAL_POST, **home("Torvet 2"), phone="70 00 00 34"),
    Person(nr="P015", name="Freja Mosebo", role=Role.COMPANION, title="bisidder",
           email="freja@mosebo.example", phone="70 00 00 35"),
    _staff("P016", "Omar Stenhøj", Role.EMPLOYEE, "praktikant", "Birkehuset"),
)  # fmt: skip

_HOUSE = "Parkvænget 12"
_CONTACTS = {"Birkehuset": "P002", "Elmehuset": "P004", "Køkkenet": "P006", "Gartneriet": "P007",
             "Cykelværkstedet": "P008", "Vaskeriet": "P009"}  # fmt: skip


def _resident(nr: str, first: str, last: str, street: str = _HOUSE, *, unit: str, work: str,
              **more: Any) -> Resident:  # fmt: skip
    """A resident in work, with the contact persons of ``unit`` and ``work`` unless ``more`` says other."""
    contacts, colleague = _CONTACTS[unit], _CONTACTS[work]
    values: dict[str, Any] = {
        "unit_contacts": (contacts,), "workplace_contacts": (colleague,), "development_lead": LEAD,
        "employed": True, **home(street), "unit": unit, "workplace": work, **more,
    }  # fmt: skip
    return Resident(nr=nr, first_name=first, last_name=last, **values)


RESIDENTS = (
    _resident("B001", "Alma", "Kløvermark", unit="Birkehuset", work="Køkkenet", relatives=("P011",),
              consents=("P011",), consent_date=dt.date(2025, 12, 8), goal="Et fast job på et frokosthold"),
    _resident("B002", "Bent", "Hyldegaard", unit="Birkehuset", work="Gartneriet", easy_read=True,
              unit_contacts=("P002", "P003"), channel=Channel.IN_PERSON),
    _resident("B003", "Cecilie", "Nørreskov", "Møllevej 17", unit="Elmehuset", work="Vaskeriet",
              relatives=("P012",), channel=Channel.DIGITAL_POST),
    _resident("B004", "Dines", "Æblehave", unit="Elmehuset", work="Cykelværkstedet", network=("P013",),
              consents=("P013",), consent_date=dt.date(2025, 11, 20), goal="Flere timer på værkstedet"),
    _resident("B005", "Edith", "Østerlund", unit="Birkehuset", work="Køkkenet", easy_read=True),
    _resident("B006", "Farid", "Sommerdal", "Havnegade 22, 1. tv.", unit="Elmehuset", work="Cykelværkstedet",
              channel=Channel.EMAIL, email="farid@sommerdal.example", phone="70 00 00 46"),
    _resident("B007", "Gudrun", "Ålykke", unit="Birkehuset", work="Gartneriet", gp="P014",
              consents=("P014",), consent_date=dt.date(2025, 10, 1)),
    _resident("B008", "Hassan", "Birkedal", unit="Elmehuset", work="Vaskeriet", unit_contacts=("P005",)),
    _resident("B009", "Inger", "Kildevang", unit="Birkehuset", work="Køkkenet", unit_contacts=("P003",)),
    _resident("B010", "Jeppe", "Rosenlund", "Stationsvej 5", unit="Elmehuset", work="Vaskeriet",
              easy_read=True, consents=("P015",), consent_date=dt.date(2026, 1, 5)),
    _resident("B011", "Karla", "Tjørnelund", unit="Birkehuset", work="Gartneriet"),
    _resident("B012", "Louis", "Pilegård", "Stationsvej 9, st. th.", unit="Elmehuset", work="Cykelværkstedet",
              channel=Channel.DIGITAL_POST, network=("P013",), consents=("P013",),
              consent_date=dt.date(2025, 12, 15)),
    _resident("B013", "Mette", "Sandager", unit="Birkehuset", work="Køkkenet", employed=False),
    _resident("B014", "Nikolaj", "Vestermose", "Fjordvej 30", unit="Elmehuset", work="Vaskeriet",
              employed=False, active=False),
)  # fmt: skip

_NEW_JOB, _ABSENCE = "Nyt ansættelsesforhold", "Højt sygefravær"
_VIEWS = "Forskellige forståelser og oplevelser af arbejdsforholdet"
_CONTINUITY, _OWN_WISH = "Gavn af en kontinuerlig og anerkendende indsats", "Beboerens eget ønske"
SUGGESTIONS = {"Type": (FOLLOW_UP, DIALOGUE),
               "Anledning": (_NEW_JOB, _ABSENCE, _VIEWS, _CONTINUITY, _OWN_WISH)}  # fmt: skip
_BEECH, _OFFICE = "Bøgestuen, Parkvænget 12", "Kontoret i gartneriet, Parkvænget 14"


def _meeting(nr: int, kind: str, date: str, start: str, resident: str, theme: str, occasion: str = "",
             place: str = _BEECH, **more: Any) -> Meeting:  # fmt: skip
    """A meeting of 2026; ``date`` is month and day (``02-03``), ``start`` a time (``10:00``)."""
    return Meeting(nr=f"M{nr:03}", type=kind, date=day(date), resident=resident, start=clock(start),
                   place=place, theme=theme, occasion=occasion,
                   **more)  # fmt: skip


MEETINGS = (
    _meeting(1, FOLLOW_UP, "02-03", "10:00", "B001", "En god start på frokostholdet", _NEW_JOB, length=60,
             initiative=Initiative.CONTACT_PERSON, extra=("P011",)),
    _meeting(2, FOLLOW_UP, "02-05", "09:30", "B002", "De svære morgener, og hvad der hjælper", _ABSENCE,
             length=45, initiative=Initiative.UNIT_WORKER, place=_OFFICE, absent=("P003",)),
    _meeting(3, FOLLOW_UP, "02-09", "13:00", "B003", "Pauser i vaskeriet: hvad kan vi blive enige om?",
             _VIEWS, length=75, initiative=Initiative.DEVELOPMENT_LEAD, extra=("P012",)),
    _meeting(4, DIALOGUE, "02-11", "10:00", "B007", "Foråret i gartneriet", place=_OFFICE, length=60),
    _meeting(5, FOLLOW_UP, "02-12", "14:00", "B004", "Glæden ved at lave cykler", _CONTINUITY, length=60,
             initiative=Initiative.CONTACT_PERSON, extra=("P013", "P016")),
    _meeting(6, FOLLOW_UP, "02-17", "09:00", "B006", "Ro til arbejdet, når der er støj", _NEW_JOB, length=45,
             initiative=Initiative.UNIT_WORKER, place="Online", link="https://moede.parkvaenget.example/m006",
             practical="Klik på linket fem minutter før. Ring på 70 00 00 10, hvis det driller."),
    _meeting(7, FOLLOW_UP, "02-19", "11:00", "B005", "En prøveuge med kaffevognen", _OWN_WISH,
             length=45, initiative=Initiative.RESIDENT),
    _meeting(8, DIALOGUE, "02-24", "13:00", "B008", "Arbejdet lige nu, og faste fridage", length=60),
    _meeting(9, FOLLOW_UP, "02-26", "10:00", "B009", "Hvem spørger jeg, når jeg er i tvivl?", _CONTINUITY,
             length=60, initiative=Initiative.CONTACT_PERSON, status=MeetingStatus.CANCELLED,
             remark="Inger er på ferie. Nyt møde aftales i april."),
    _meeting(10, FOLLOW_UP, "03-03", "12:30", "B010", "Vejen til arbejde, nu hvor bussen kører om", _VIEWS,
             length=45, initiative=Initiative.RESIDENT, extra=("P015",),
             practical="Vi mødes på stationen kl. 12.10."),
    _meeting(11, DIALOGUE, "03-10", "10:00", "B011", "Et halvt år i drivhuset", place=_OFFICE, length=60),
    _meeting(12, DIALOGUE, "03-12", "14:00", "B012", "Flere kunder og flere opgaver", length=60,
             extra=("P010", "P013")),
    _meeting(13, FOLLOW_UP, "03-17", "10:00", "B001", "Fra to til tre dage om ugen", _OWN_WISH, length=60,
             initiative=Initiative.RESIDENT),
    _meeting(14, DIALOGUE, "03-26", "13:30", "B003", "Siden sidst i vaskeriet", length=60),
)  # fmt: skip


def _course(nr: int, resident: str, start: str, time: str, weekday: Weekday, place: str = _BEECH) -> Course:
    """The dialogue meetings of a resident, half a year apart, from ``start`` (month and day of 2026)."""
    return Course(nr=f"F{nr:03}", resident=resident, type=DIALOGUE, start=day(start), place=place,
                  weekday=weekday, time=clock(time), length=60)  # fmt: skip


COURSES = (
    _course(1, "B001", "04-14", "10:00", Weekday.TUESDAY),
    _course(2, "B002", "04-14", "10:00", Weekday.TUESDAY, _OFFICE),
    _course(3, "B003", "09-23", "13:30", Weekday.WEDNESDAY),
    _course(4, "B004", "04-02", "13:00", Weekday.THURSDAY),
    _course(5, "B005", "04-21", "09:30", Weekday.TUESDAY),
    _course(6, "B006", "04-23", "14:00", Weekday.THURSDAY),
    _course(7, "B007", "08-11", "10:00", Weekday.TUESDAY, _OFFICE),
    _course(8, "B008", "08-25", "13:00", Weekday.TUESDAY),
    _course(9, "B010", "04-28", "12:30", Weekday.TUESDAY),
    _course(10, "B011", "09-08", "10:00", Weekday.TUESDAY, _OFFICE),
    _course(11, "B012", "09-10", "14:00", Weekday.THURSDAY),
    replace(
        _course(12, "B005", "03-19", "11:00", Weekday.THURSDAY),
        type=FOLLOW_UP, length=45, theme="Kaffevognen: hvad skal der til?",
    ),
)  # fmt: skip

ARCHIVED = (
    Archived(nr="E017", type=FOLLOW_UP, resident="B001", date=dt.date(2025, 11, 11),
             status=MeetingStatus.HELD),
    Archived(nr="E018", type=FOLLOW_UP, resident="B002", date=dt.date(2025, 11, 13),
             status=MeetingStatus.HELD),
)  # fmt: skip


def _decision(meeting: str, number: int, decision: str, responsible: str, deadline: str = "",
              status: DecisionStatus = DecisionStatus.OPEN) -> Decision:  # fmt: skip
    """What a meeting of last year decided; ``deadline`` is month and day of 2026, or a whole date."""
    return Decision(meeting=meeting, number=str(number), decision=decision, responsible=responsible,
                    deadline=day(deadline) if deadline else None, status=status,
                    minutes=f"{meeting}_referat.docx")  # fmt: skip


DECISIONS = (
    _decision("E017", 1, "Alma får en fast makker på frokostholdet", "Torben Askelund", "01-12"),
    _decision("E017", 2, "Finde den bus, der passer til vagten kl. 7.30", "Mikkel", "01-30"),
    _decision("E017", 3, "Hænge en liste med dagens opgaver op i køkkenet", "P006"),
    _decision("E017", 4, "Bestille arbejdstøj", "P006", "2025-11-25", DecisionStatus.DONE),
    _decision(
        "E018", 1, "Bent møder en halv time senere om onsdagen, som en prøve", "Bent og Maria", "02-04"
    ),
)

PARKVAENGET = Workbook(
    name="parkvaenget",
    institution=INSTITUTION,
    residents=RESIDENTS,
    people=PEOPLE,
    meetings=MEETINGS,
    courses=COURSES,
    answers=(
        Answer(meeting="M001", person="B001", reply=Reply.COMES, date=dt.date(2026, 1, 14)),
        Answer(meeting="M001", person="P006", reply=Reply.COMES, date=dt.date(2026, 1, 12)),
        Answer(meeting="M002", person="P003", reply=Reply.DECLINES, date=dt.date(2026, 1, 16)),
        Answer(
            meeting="M004",
            person="P007",
            reply=Reply.OTHER_TIME,
            date=dt.date(2026, 1, 16),
            remark="Er på kursus den dag",
        ),
    ),
    archived=ARCHIVED,
    decisions=DECISIONS,
    closures=(Closure(first=dt.date(2026, 3, 5), last=dt.date(2026, 3, 6), reason="Personaledage"),),
)
