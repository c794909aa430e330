"""The sample in which much is wrong: what ``docgen check`` has to say about it, fault by fault.

``FAULTS`` lists what reading and checking find, by code and cell. Three more faults depend on meeting
types and on today's date, and belong to planning: an unknown type (Møder!B9), an unknown occasion
(Møder!M6) and a meeting long past (Møder!F7).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from docgen.workbook.columns import SHEETS, Sheet
from docgen.workbook.rows import AsIs, Row

FAULTS = (
    ("W-012", "Lukedage"),  # the sheet's name is misspelt
    ("W-013", "Beboere!D1"),  # "Addresse"
    ("E-021", "Møder!F2"),  # 30 February
    ("E-021", "Møder!F3"),  # "på tirsdag"
    ("E-022", "Møder!G4"),  # 25:00
    ("E-020", "Møder!I5"),  # no place
    ("E-023", "Møder!H6"),  # "en time"
    ("E-063", "Møder!O7"),  # P01 for P001
    ("E-063", "Møder!C8"),  # B0O1, with the letter O
    ("E-026", "Møder!S9"),  # "Måske"
    ("E-027", "Møder!L9"),  # #REF!
    ("E-028", "Møder!L10"),  # a formula that nobody calculated
    ("E-060", "Møder!A10"),  # M001 again
    ("W-029", "Møder!U8"),  # a control character
    ("E-030", "Beboere!P3"),  # something like a CPR number
    ("E-025", "Beboere!J3"),  # "måske"
    ("W-071", "Beboere!G3"),  # Kanal is E-mail, and there is none
    ("E-060", "Personer!A4"),  # P002 again
    ("E-061", "Personer!A5"),  # B001 is a resident
    ("E-035", "Personer!I2"),  # "inge(at)..."
    ("E-026", "Personer!C3"),  # "Kontaktpersonen"
    ("E-068", "Indsatser!F2"),  # ends before it begins
    ("W-033", "Indsatser!E3"),  # a date that shows as a number
    ("W-075", "Svar!A2"),  # answers a meeting that nobody planned
    ("E-069", "Institution!B16"),  # the day ends before it begins
    ("E-039", "Institution!B8"),  # no sender
)

_HOME: Row = {"Postnr": "9999", "By": "Prøveby"}


def _renamed(sheet: Sheet) -> Sheet:
    if sheet.name == "Lukkedage":
        return replace(sheet, name="Lukedage")
    if sheet.name != "Beboere":
        return sheet
    columns = (
        replace(column, heading="Addresse") if column.heading == "Adresse" else column
        for column in sheet.columns
    )
    return replace(sheet, columns=tuple(columns))


SHEETS_MISSPELT = tuple(map(_renamed, SHEETS))


def _meeting(nr: str, **other: object) -> Row:
    values: dict[str, object] = {
        "Nr": nr, "Type": "opfoelgningsmoede", "Beboer": "B001", "Dato": dt.date(2026, 2, 10),
        "Start": dt.time(10), "Varighed": 60, "Sted": "Mødelokalet", "Anledning": "Beboerens eget ønske",
    }  # fmt: skip
    return {**values, **other}  # type: ignore[dict-item]


ROWS: dict[str, list[Row]] = {
    "Institution": [
        {"Navn": "Botilbuddet Fejlgården", "Adresse": "Prøvevej 1", **_HOME, "Telefon": "70 00 00 00",
         "E-mail": "moeder@fejlgaarden.example", "Kalender-id": "med-fejl-0",
         "Møder tidligst": dt.time(15, 30), "Møder senest": dt.time(9)},
    ],
    "Beboere": [
        {"Nr": "B001", "Fornavn": "Asta", "Efternavn": "Eksempel", "Addresse": "Prøvevej 1", **_HOME,
         "Kanal": "Personligt", "Kontaktperson enhed": "P001"},
        {"Nr": "B002", "Fornavn": "Bo", "Efternavn": "Eksempel", "Kanal": "E-mail", "Letlæst": "måske",
         "Udviklingsleder": "010101-0000"},
    ],
    "Personer": [
        {"Nr": "P001", "Navn": "Inge Eksempel", "Rolle": "Udviklingsleder",
         "E-mail": "inge(at)fejlgaarden.example"},
        {"Nr": "P002", "Navn": "Kaj Eksempel", "Rolle": "Kontaktpersonen", "Kanal": "Personligt"},
        {"Nr": "P002", "Navn": "Lis Eksempel", "Rolle": "Kontaktperson", "Kanal": "Personligt"},
        {"Nr": "B001", "Navn": "Ole Eksempel", "Rolle": "Medarbejder", "Kanal": "Personligt"},
    ],
    "Møder": [
        _meeting("M001", Dato="30-02-2026"),
        _meeting("M002", Dato="på tirsdag"),
        _meeting("M003", Start="25:00"),
        _meeting("M004", Sted=None),
        _meeting("M005", Varighed="en time", Anledning="Godt vejr"),
        _meeting("M006", Mødeleder="P01", Dato=dt.date(2019, 5, 7)),
        _meeting("M007", Beboer="B0O1", Bemærkning=AsIs("Ring_x0007_ først")),
        _meeting("M008", Type="opfølgningsmåde", Status="Måske", Tema=AsIs("#REF!")),
        _meeting("M001", Tema=AsIs("=Beboere!B2")),
    ],
    "Svar": [{"Møde": "X9", "Person": "B001", "Svar": "Kommer"}],
    "Indsatser": [
        {"Beboer": "B001", "Indsats": "Praktik i køkkenet", "Art": "Virksomhedspraktik",
         "Start": dt.date(2026, 4, 1), "Slut": dt.date(2026, 3, 1)},
        {"Beboer": "B001", "Indsats": "Mentor", "Art": "Mentor", "Start": 46054},
    ],
    "Lukedage": [{"Fra": dt.date(2026, 3, 6), "Til": dt.date(2026, 3, 5), "Årsag": "Personaledage"}],
}  # fmt: skip
