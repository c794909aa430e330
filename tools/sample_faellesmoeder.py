"""The sample of meetings without a resident: two reflection days, and dialogue cards at four meetings.

Nobody in it exists. Telephone numbers begin with 70 00 00, addresses end in ``.example`` (RFC 2606),
and the postcode 9999 is not in use.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from docgen.model import (
    Answer,
    Channel,
    Closure,
    Forum,
    Institution,
    Meeting,
    Person,
    Reply,
    Role,
    Workbook,
)
from tools.invented import clock, day, home, phone

REFLECTION, CARDS = "refleksionsdag", "dialogkort"
SUGGESTIONS = {"Type": (REFLECTION, CARDS)}
_HOUSE, _OUTSIDE = "Børne- og ungehuset Lærkereden", "Udviklingshuset Prøveby"

INSTITUTION = Institution(
    name=_HOUSE,
    address="Lærkevej 18",
    postcode="9999",
    city="Prøveby",
    phone="70 00 00 70",
    email="kontor@laerkereden.example",
    sender="Jytte Stenmark",
    sender_title="leder",
    calendar_id="laerkereden-3b97d05e1f",
    domain="laerkereden.example",
    day_starts=dt.time(8, 30),
    day_ends=dt.time(16),
)


def _person(nr: str, name: str, role: Role, title: str, organisation: str = _HOUSE, **more: Any) -> Person:
    """Somebody with a number made from ``nr``, and an address made from the first name unless told other."""
    values: dict[str, Any] = {"email": f"{name.split()[0].casefold()}@laerkereden.example", **more}
    return Person(nr=nr, name=name, role=role, title=title, organisation=organisation,
                  phone=phone(nr, 70), **values)  # fmt: skip


PEOPLE = (
    _person("P001", "Jytte Stenmark", Role.LEADER, "leder"),
    _person("P002", "Aksel Hvidtjørn", Role.TEAM_LEADER, "teamleder for børnene"),
    _person("P003", "Samira Dybdal", Role.TEAM_LEADER, "teamleder for de unge"),
    _person("P004", "Nadia Skovager", Role.EMPLOYEE, "pædagog og tillidsrepræsentant"),
    _person("P005", "Thorkild Brændholt", Role.EMPLOYEE, "socialpædagog og arbejdsmiljørepræsentant"),
    _person("P006", "Line Havrelund", Role.EMPLOYEE, "familiebehandler"),
    _person("P007", "Ibrahim Kornvang", Role.EMPLOYEE, "ungekonsulent"),
    _person("P008", "Solveig Mørkholt", Role.EMPLOYEE, "pædagog"),
    _person("P009", "Emil Rugbjerg", Role.VOLUNTEER, "frivillig i lektiecaféen",
            email="emil@rugbjerg.example"),
    _person("P010", "Karen Margrethe Lyngvig", Role.VOLUNTEER, "frivillig på madholdet",
            channel=Channel.LETTER, email="", **home("Havnegade 6")),
    _person("P011", "Viggo Ellemose", Role.VOLUNTEER, "fritidsguide", email="viggo@ellemose.example"),
    _person("P012", "Pernille Sandvig", Role.DEVELOPMENT_LEAD, "udviklingskonsulent", _OUTSIDE,
            email="pernille@udviklingshuset.example"),
)  # fmt: skip

LEADERS = ("P001", "P002", "P003")
TRIO = ("P001", "P004", "P005")
STAFF = ("P001", "P002", "P003", "P004", "P005", "P006", "P007", "P008")
EVERYBODY = (*STAFF, "P009", "P010", "P011")
_HALL, _OFFICE = "Salen, Lærkevej 18", "Kontoret, Lærkevej 18"


def _meeting(nr: int, kind: str, date: str, start: str, length: int, place: str, theme: str = "",
             **more: Any) -> Meeting:  # fmt: skip
    """A meeting of 2026; ``date`` is month and day (``02-10``), ``start`` a time (``09:00``)."""
    return Meeting(nr=f"M{nr:03}", type=kind, date=day(date), length=length,
                   start=clock(start), place=place, theme=theme, **more)  # fmt: skip


MEETINGS = (
    _meeting(1, REFLECTION, "02-10", "09:00", 420, _HALL, "Et år med lektiecafé og madhold",
             facilitator="P012", extra=EVERYBODY,
             practical="Der er kaffe fra kl. 8.45 og frokost kl. 12.15. Sig til, hvis du ikke spiser alt."),
    _meeting(2, CARDS, "02-12", "10:00", 60, _OFFICE, forum=Forum.TRIO, facilitator="P001", extra=TRIO),
    _meeting(3, CARDS, "02-18", "13:00", 90, _HALL, "En ny kollega på madholdet?", forum=Forum.STAFF,
             facilitator="P001", extra=STAFF),
    _meeting(4, CARDS, "03-04", "09:00", 90, _OFFICE, forum=Forum.LEADERS, facilitator="P001", extra=LEADERS),
    _meeting(5, CARDS, "03-17", "13:00", 120, _HALL, "Hvem vil være mentor?", forum=Forum.STAFF,
             facilitator="P002", extra=STAFF, absent=("P008",)),
    _meeting(6, REFLECTION, "03-24", "09:00", 240, _HALL, "Det, vi ville lave om: hvordan går det?",
             facilitator="P001", extra=EVERYBODY),
)  # fmt: skip

FAELLESMOEDER = Workbook(
    name="faellesmoeder",
    institution=INSTITUTION,
    people=PEOPLE,
    meetings=MEETINGS,
    answers=(
        Answer(meeting="M001", person="P009", reply=Reply.COMES, date=dt.date(2026, 1, 15)),
        Answer(meeting="M001", person="P011", reply=Reply.DECLINES, date=dt.date(2026, 1, 16)),
    ),
    closures=(Closure(first=dt.date(2026, 2, 16), last=dt.date(2026, 2, 17), reason="Vinterferie"),),
)
