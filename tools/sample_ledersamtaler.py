"""The sample of a workplace: two leaders who talk with seven employees that have started work again.

Nobody in it exists. Telephone numbers begin with 70 00 00, addresses end in ``.example`` (RFC 2606),
and the postcode 9999 is not in use. The meetings of a course carry its number, and the dates that the
type's cadence gives.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from docgen.model import (
    Answer,
    Channel,
    Closure,
    Course,
    CourseStatus,
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
from tools.invented import day, home, phone

TALK = "opfoelgningssamtale"
SUGGESTIONS = {"Type": (TALK,)}

INSTITUTION = Institution(
    name="Grønnebro Bogtryk",
    address="Trykkerivej 7",
    postcode="9999",
    city="Prøveby",
    phone="70 00 00 50",
    email="personale@groennebro.example",
    sender="Grethe Vindinge",
    sender_title="personalechef",
    calendar_id="groennebro-81c0f4e2a6",
    domain="groennebro.example",
)


def _staff(nr: str, name: str, role: Role, title: str, organisation: str, email: str) -> Person:
    """A colleague, with a telephone number made from ``nr``."""
    return Person(nr=nr, name=name, role=role, title=title, organisation=organisation,
                  email=f"{email}@groennebro.example", phone=phone(nr, 50))  # fmt: skip


PRINTER, STOREKEEPER = "P001", "P002"
PEOPLE = (
    _staff(PRINTER, "Henriette Dalsborg", Role.LEADER, "produktionsleder", "Trykkeriet", "henriette"),
    _staff(STOREKEEPER, "Rune Fjelstrup", Role.LEADER, "lagerleder", "Lageret", "rune"),
    _staff("P003", "Vibeke Østermark", Role.EMPLOYEE, "tillidsrepræsentant", "Bogbinderiet", "vibeke"),
    Person(nr="P004", name="Ruth Hedelund", role=Role.COMPANION, title="bisidder", **home("Bakkevej 14"),
           email="ruth@hedelund.example", phone="70 00 00 64"),
    Person(nr="P005", name="Ole Birkmose", role=Role.RELATIVE, title="ægtefælle", **home("Åvej 3"),
           email="ole@birkmose.example", phone="70 00 00 65"),
)  # fmt: skip


def _employee(nr: str, first: str, last: str, street: str, team: str, **more: Any) -> Resident:
    """Somebody who has started work again, in the printer's team unless ``more`` says other."""
    values: dict[str, Any] = {"leader": PRINTER, "employed": True, "workplace": team, **home(street), **more}
    return Resident(nr=nr, first_name=first, last_name=last, **values)


def _by_email(name: str) -> dict[str, Any]:
    return {"channel": Channel.EMAIL, "email": f"{name}@groennebro.example"}


EMPLOYEES = (
    _employee("B001", "Anja", "Solbakke", "Engvej 21", "Trykkeriet", **_by_email("anja")),
    _employee("B002", "Bjarke", "Enghave", "Bakkevej 9", "Bogbinderiet", easy_read=True, consents=("P004",),
              consent_date=dt.date(2026, 1, 12)),
    _employee("B003", "Camilla", "Stormgaard", "Åvej 3", "Trykkeriet", relatives=("P005",),
              channel=Channel.DIGITAL_POST),
    _employee("B004", "Daud", "Nordlund", "Kirkegade 30, 2. th.", "Lageret", leader=STOREKEEPER,
              **_by_email("daud")),
    _employee("B005", "Eva", "Lilleholt", "Engvej 4", "Bogbinderiet", channel=Channel.IN_PERSON),
    _employee("B006", "Frede", "Klintbjerg", "Strandvej 58", "Trykkeriet"),
    _employee("B007", "Gitte", "Rosenkær", "Strandvej 11", "Lageret", leader=STOREKEEPER, active=False),
)  # fmt: skip

COURSES = (
    Course(nr="F001", resident="B001", type=TALK, start=dt.date(2026, 2, 2), place="Mødelokalet ved kantinen",
           weekday=Weekday.MONDAY, time=dt.time(13), length=30),
    Course(nr="F002", resident="B002", type=TALK, start=dt.date(2026, 3, 3), place="Henriettes kontor",
           weekday=Weekday.TUESDAY, time=dt.time(10, 30), length=30),
    Course(nr="F003", resident="B003", type=TALK, start=dt.date(2025, 12, 1), place="Henriettes kontor",
           weekday=Weekday.MONDAY, time=dt.time(9, 30), fully_back=dt.date(2026, 2, 20)),
    Course(nr="F004", resident="B004", type=TALK, start=dt.date(2026, 2, 12), place="Lagerkontoret",
           weekday=Weekday.THURSDAY, time=dt.time(14)),
    Course(nr="F005", resident="B007", type=TALK, start=dt.date(2025, 9, 3), place="Lagerkontoret",
           weekday=Weekday.WEDNESDAY, fully_back=dt.date(2025, 10, 20), end=dt.date(2025, 12, 19),
           status=CourseStatus.ENDED),
)  # fmt: skip


def _of_course(nr: str, date: str, theme: str = "", **more: Any) -> Meeting:
    """A meeting of 2026 in the course that its number begins with, where and when the course has them."""
    course = next(each for each in COURSES if nr.startswith(each.nr))
    values: dict[str, Any] = {"place": course.place, "start": course.time, **more}
    return Meeting(nr=nr, type=TALK, course=course.nr, resident=course.resident, theme=theme,
                   date=day(date), **values)  # fmt: skip


MEETINGS = (
    _of_course("F001-01", "02-02", "En god første uge i trykkeriet"),
    _of_course("F003-07", "02-02", "Timerne frem til fuld tid"),
    _of_course("F001-02", "02-09", "Hvilke opgaver er grønne nu?"),
    _of_course("F004-01", "02-12", "Ny plan for vagter på lageret"),
    _of_course("F001-03", "02-16", place="Online", link="https://moede.groennebro.example/f001-03",
               practical="Klik på linket fem minutter før. Ring på 70 00 00 51, hvis det driller."),
    _of_course("F003-08", "02-16", "Den sidste halve time om dagen", extra=("P005",)),
    _of_course("F004-02", "02-19", "Aftenvagter, og hvad overenskomsten siger", extra=("P003",)),
    _of_course("F001-04", "02-23", "Tre eller fire dage om ugen"),
    Meeting(nr="M001", type=TALK, resident="B005", date=dt.date(2026, 2, 25), start=dt.time(11),
            place="Mødelokalet ved kantinen", theme="Ro omkring de store ordrer", length=20),
    _of_course("F002-01", "03-03", "Første dag ved maskinen igen", extra=("P004",)),
    Meeting(nr="M002", type=TALK, resident="B006", date=dt.date(2026, 3, 4), start=dt.time(11),
            place="Mødelokalet ved kantinen", status=MeetingStatus.CANCELLED,
            remark="Frede har fået nyt arbejde i en anden afdeling."),
    _of_course("F002-02", "03-10", "Pauser, der virker"),
    _of_course("F003-09", "03-16", "Den første måned på fuld tid"),
    _of_course("F002-03", "03-17"),
)  # fmt: skip

LEDERSAMTALER = Workbook(
    name="ledersamtaler",
    institution=INSTITUTION,
    residents=EMPLOYEES,
    people=PEOPLE,
    courses=COURSES,
    meetings=MEETINGS,
    answers=(
        Answer(meeting="F001-01", person="B001", reply=Reply.COMES, date=dt.date(2026, 1, 16)),
        Answer(meeting="F004-02", person="P003", reply=Reply.COMES, date=dt.date(2026, 1, 15)),
    ),
    closures=(Closure(first=dt.date(2026, 3, 27), reason="Lageroptælling"),),
)
