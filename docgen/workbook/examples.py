"""A few invented rows for a fresh workbook, some weeks after the day it is made."""

from __future__ import annotations

import datetime as dt

from docgen.workbook.rows import Row

_HOME: Row = {"Adresse": "Prøvevej 1", "Postnr": "9999", "By": "Prøveby"}


def example_rows(today: dt.date) -> dict[str, list[Row]]:
    """One house, one resident, four people and two meetings, all plainly invented."""
    first = _meeting_day(today + dt.timedelta(weeks=3))
    second = _meeting_day(first + dt.timedelta(weeks=4))
    return {
        "Institution": [_INSTITUTION],
        "Beboere": [{**_RESIDENT, "Samtykke dato": today}],
        "Personer": list(_PEOPLE),
        "Møder": [
            _meeting("M001", first, "Eksempel: De første uger i køkkenet"),
            _meeting("M002", second, "Eksempel: Flere timer om formiddagen"),
        ],
    }


def _meeting_day(earliest: dt.date) -> dt.date:
    """The first Tuesday that is no day off: Easter and Whitsun have none, the fixed days are skipped."""
    day = earliest + dt.timedelta(days=(1 - earliest.weekday()) % 7)
    while (day.month, day.day) in ((5, 1), (6, 5)) or (day.month, day.day) >= (12, 20) or _is_new_year(day):
        day += dt.timedelta(weeks=1)
    return day


def _is_new_year(day: dt.date) -> bool:
    return day.month == 1 and day.day < 6


def _meeting(nr: str, day: dt.date, theme: str) -> Row:
    return {
        "Nr": nr, "Type": "opfoelgningsmoede", "Beboer": "B001", "Dato": day, "Start": dt.time(10),
        "Varighed": 60, "Sted": "Mødelokalet", "Tema": theme, "Anledning": "nyt ansættelsesforhold",
        "Initiativ fra": "Beboer", "Status": "Planlagt",
    }  # fmt: skip


_INSTITUTION: Row = {
    "Navn": "Botilbuddet Eksempelgården", **_HOME, "Telefon": "70 00 00 00",
    "E-mail": "moeder@eksempelgaarden.example", "Afsender": "Inge Eksempel",
    "Afsenders titel": "mødekoordinator", "Domæne": "eksempelgaarden.example", "Svarfrist": 7,
    "Udsend uger før": 4, "Møder tidligst": dt.time(9), "Møder senest": dt.time(15, 30),
}  # fmt: skip

_RESIDENT: Row = {
    "Nr": "B001", "Fornavn": "Asta", "Efternavn": "Eksempel", **_HOME, "Kanal": "Brev",
    "I beskæftigelse": "Ja", "Enhed": "Eksempelhuset", "Arbejdsplads": "Køkkenet",
    "Kontaktperson enhed": "P001", "Kontaktperson arbejdsplads": "P004", "Udviklingsleder": "P002",
    "Pårørende": "P003", "Samtykke til": "P003", "Aktiv": "Ja",
}  # fmt: skip

_PEOPLE: tuple[Row, ...] = (
    {"Nr": "P001", "Navn": "Bo Eksempel", "Rolle": "Kontaktperson", "Titel": "pædagog", "Kanal": "E-mail",
     "Organisation": "Eksempelhuset", "E-mail": "bo@eksempelgaarden.example", "Telefon": "70 00 00 01"},
    {"Nr": "P002", "Navn": "Dorthe Eksempel", "Rolle": "Udviklingsleder", "Titel": "udviklingsleder",
     "Organisation": "Botilbuddet Eksempelgården", "E-mail": "dorthe@eksempelgaarden.example",
     "Telefon": "70 00 00 02", "Kanal": "E-mail"},
    {"Nr": "P003", "Navn": "Ejvind Eksempel", "Rolle": "Pårørende", **_HOME, "Kanal": "Brev"},
    {"Nr": "P004", "Navn": "Frida Eksempel", "Rolle": "Kontaktperson", "Titel": "køkkenleder",
     "Organisation": "Køkkenet", "E-mail": "frida@eksempelgaarden.example", "Telefon": "70 00 00 04",
     "Kanal": "E-mail"},
)  # fmt: skip
