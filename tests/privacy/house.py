"""A house in which people of the residents' own lives stand wherever somebody can stand.

Their numbers, names and telephones are like nobody else's, so that a trace of one of them is found in any
byte.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.form import ColumnKind, Part
from docgen.minutes.values import Agreed, Attendance, Cell, FilledMinutes, NextMeeting, Presence, TableRow
from docgen.workbook.rows import Row
from tests.contract.papers import SHIPPED
from tests.minutes.answers import Form, fill, opened
from tests.minutes.facilitator import minutes_in
from tests.workbook.books import INSTITUTION, written

RELATIVE, NEIGHBOUR, COMPANION, GP, VOLUNTEER = "P7741", "P7742", "P7743", "P7744", "P7745"
OWN_LIFE: dict[str, Row] = {
    RELATIVE: {"Navn": "Ottilie Kvistgren", "Rolle": "Pårørende", "Telefon": "71 93 55 01"},
    NEIGHBOUR: {"Navn": "Balder Tørnhøj", "Rolle": "Netværksperson", "Telefon": "71 93 55 02"},
    COMPANION: {"Navn": "Sixten Ærøbæk", "Rolle": "Bisidder", "Telefon": "71 93 55 03"},
    GP: {"Navn": "Xenia Hjulmager", "Rolle": "Læge", "Telefon": "71 93 55 04"},
    VOLUNTEER: {"Navn": "Valdis Ørnskjold", "Rolle": "Frivillig", "Telefon": "71 93 55 05"},
}
ALL = "; ".join(OWN_LIFE)
NAMES = [str(row["Navn"]) for row in OWN_LIFE.values()]
EVERYBODY = f"Vi ringer til {' og '.join(str(row['Navn']) for row in OWN_LIFE.values())}"
TEAM, TALK, DAY = "rehabiliteringsmoede", "opfoelgningsmoede", "refleksionsdag"
MEETINGS = {"M001": TEAM, "M002": TALK, "M003": DAY}
BUILT, HELD, COLLECTED, NEXT = (dt.date(2026, *day) for day in ((1, 19), (2, 3), (2, 10), (3, 3)))
KINDS = {kind.name: kind for kind in SHIPPED}


_SINGLE = ("Mentor", "Leder", "Jobformidler", "Virksomhedskonsulent", "Socialrådgiver",
           "Sundhedskoordinator", "Familierådgiver", "Uddannelsesvejleder")  # fmt: skip


def marks(nr: str) -> list[str]:
    """All that would give this person away: number, names, telephone, e-mail and street."""
    name, phone = str(OWN_LIFE[nr]["Navn"]), str(OWN_LIFE[nr]["Telefon"])
    return [nr, nr.lower(), name, *name.split(), phone, phone.replace(" ", ""), f"Sivkrogen {nr[1:]}"]


def workbook(folder: Path, consents: str = "", decisions: Sequence[Row] = ()) -> Path:
    """The workbook: every column of people names somebody of the residents' own lives."""
    return written(
        folder,
        {
            "Institution": [{**INSTITUTION, "Sikker e-mail": "Ja", "Mindste antal i nøgletal": 3}],
            "Beboere": [_resident(consents), _neighbour()],
            "Personer": [*_staff(), *_own_life()],
            "Møder": [_meeting(nr, kind) for nr, kind in MEETINGS.items()],
            "Forløb": [_course()],
            "Svar": [{"Møde": "M001", "Person": nr, "Svar": "Kommer"} for nr in OWN_LIFE],
            "Beslutninger": list(decisions),
        },
    )


def _resident(consents: str) -> Row:
    return {
        "Nr": "B001",
        "Fornavn": "Asta",
        "Efternavn": "Eksempel",
        "Kanal": "Personligt",
        "I beskæftigelse": "Ja",
        "Kontaktperson enhed": f"P002; {VOLUNTEER}",
        "Kontaktperson arbejdsplads": f"P002; {NEIGHBOUR}",
        "Udviklingsleder": "P001",
        "Koordinerende sagsbehandler": "P003",
        **dict.fromkeys(_SINGLE, NEIGHBOUR),
        "Læge": GP,
        "Pårørende": RELATIVE,
        "Netværk": f"{NEIGHBOUR}; {VOLUNTEER}",
        "Samtykke til": consents,
        "Hjemmeboende børn med vanskeligheder": "Ja",
        "Ung uden uddannelse": "Ja",
        "Job- eller uddannelsesmål": "Gartner",
    }


def _neighbour() -> Row:
    """Another resident, who would allow it; it is not theirs to allow."""
    return {
        "Nr": "B002",
        "Fornavn": "Ib",
        "Efternavn": "Nabo",
        "Kanal": "Personligt",
        "Samtykke til": f"{RELATIVE}; {NEIGHBOUR}; {COMPANION}; {GP}",
    }


def _staff() -> Iterator[Row]:
    names = {"Lene Ledersen": "Udviklingsleder", "Bo Enhedsen": "Kontaktperson"}
    names["Sanne Sagsen"] = "Koordinerende sagsbehandler"
    for number, (name, role) in enumerate(names.items(), 1):
        yield {"Nr": f"P00{number}", "Navn": name, "Rolle": role, "E-mail": f"p00{number}@hus.example"}


def _own_life() -> Iterator[Row]:
    town: Row = {"Kanal": "E-mail", "Postnr": "9999", "By": "Prøveby"}
    for nr, row in OWN_LIFE.items():
        home: Row = {"E-mail": f"{nr.lower()}@privat.example", "Adresse": f"Sivkrogen {nr[1:]}"}
        yield {"Nr": nr, **home, **town, **row}


def _meeting(nr: str, kind: str) -> Row:
    about: Row = {} if kind == DAY else {"Beboer": "B001", "Anledning": "Beboerens eget ønske"}
    invited = "; ".join(nr for nr in OWN_LIFE if nr != VOLUNTEER)  # who may come in a role of their own
    named: Row = {"Deltagere": f"P001; P002; {invited}"} if kind == DAY else {"Deltagere": ALL}
    return {
        "Nr": nr,
        "Type": kind,
        "Dato": HELD,
        "Start": dt.time(9 + list(MEETINGS).index(nr) // 2 * 3, 0) if kind != TALK else dt.time(10, 30),
        "Sted": "Mødelokalet",
        "Varighed": 60 if kind != DAY else None,
        "Mødeleder": "P001",
        "Undtagelse": "Prøve",
        **about,
        **named,
    }


def _course() -> Row:
    return {
        "Nr": "F001",
        "Beboer": "B001",
        "Type": "dialogmoede",
        "Start": dt.date(2026, 2, 17),
        "Sted": "Kontoret",
        "Mødeleder": COMPANION,
    }


# Minutes in which they stand in every field


def fill_in(pack: Path, nr: str, said: str, responsible: str, **changes: Any) -> None:
    """Fills in the minutes of a meeting: ``said`` stands in every field for text, and in every cell.

    Everybody at the table came, and gets the minutes.
    """
    file = minutes_in(pack, nr)
    kind = KINDS[MEETINGS[nr]]
    form = opened(kind, file.read_bytes())
    file.write_bytes(fill(form, replace(_minutes(form, kind, said, responsible), **changes)).saved())


def _minutes(form: Form, kind: MeetingType, said: str, responsible: str) -> FilledMinutes:
    own = [part for part in kind.minutes if part.key]
    keys = {str(part.kind) for part in kind.minutes}
    return replace(
        form.blank,
        theme=said if "tema" in keys else "",
        attendance=tuple(Attendance(one, Presence.CAME, gets_minutes=True) for one in form.people),
        also_to=f"P001; {responsible}",
        conclusions=dict(_conclusions(kind, keys, said)),
        fields={part.key: said for part in own if not part.columns},
        tables={part.key: (_row(part, said),) for part in own if part.columns},
        decisions=(Agreed("1", said, responsible, dt.date(2026, 3, 1)), Agreed("2", "Ringe", responsible)),
        next=NextMeeting(NEXT, dt.time(10), "Kontoret"),
    )


def _conclusions(kind: MeetingType, keys: set[str], said: str) -> Iterator[tuple[str, str]]:
    if "konklusion" in keys:
        yield "", said
    if "punkter" in keys:
        yield from ((phase.key, said) for phase in kind.phases if phase.minuted)


def _row(part: Part, said: str) -> TableRow:
    values: dict[str, Cell] = {
        column.key: said if column.kind is ColumnKind.TEXT else _other(column.kind, column.options)
        for column in part.columns
    }
    return TableRow(part.groups[0].key if part.groups else "", values)


def _other(kind: ColumnKind, options: Sequence[str]) -> Cell:
    if kind is ColumnKind.CHOICE:
        return options[0]
    return NEXT if kind is ColumnKind.DATE else True
