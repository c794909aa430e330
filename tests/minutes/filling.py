"""Filled minutes for tests: a meeting of a real type in the invented house, and what was written about it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import docgen
from docgen.mailing.pdf import Conversion
from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.sending.send import ToSendOn, held_meeting
from docgen.minutes.values import Agreed, Attendance, Cell, FilledMinutes, Identity, NextMeeting, TableRow
from docgen.model import Channel, Person, Role, Workbook
from docgen.planning.register import Register
from tests import making
from tests.documents.word import zipped
from tests.docx_text import parts
from tests.packs.building import letter

KINDS = {kind.name: kind for kind in docgen.meeting_types()}
TEAM = KINDS["rehabiliteringsmoede"]
"""The type whose recommendation goes to the GP."""
TALK = KINDS["dialogmoede"]
MINUTES = letter("Referat")
GP = making.person("P005", Role.GP, 6, name="Xenia Hjulmager")
COMPANION = making.person("P006", Role.COMPANION, 7, name="Sixten Ærøbæk")
EVERYBODY = ("P004", "P005", "P006")
"""Those who need consent, and here have it."""


def world(*consents: str, people: tuple[Person, ...] = (), **house: Any) -> Workbook:
    """The house with its staff, a relative, a GP and a companion; the resident lives by e-mail."""
    resident = making.resident(
        gp="P005",
        consents=consents,
        email="asta@elmegaarden.example",
        channel=Channel.EMAIL,
        case_coordinator="P001",
    )
    everybody = people or (*making.staff(), GP, COMPANION)
    return making.book(
        making.meeting(type=TEAM.name, place="Mødelokale 1"),
        residents=(resident, making.resident(3, nr="B002", first_name="Ib", last_name="Nabo")),
        people=everybody,
        institution=making.house(**house),
    )


def filled(file: Path = Path("referat.docx"), **changes: Any) -> FilledMinutes:
    """What was written: P002 and the relative get the minutes; a recommendation, an effort, a decision."""
    made = FilledMinutes(
        file=file,
        identity=Identity("M001", TEAM.name, "abc123def456"),
        attendance=(
            Attendance("B001"),
            Attendance("P001"),
            Attendance("P002", gets_minutes=True),
            Attendance("P004", gets_minutes=True),
        ),
        fields={"indstilling": "Vi indstiller til et forløb.\nBegynd med få timer.", "maal": "Gartner"},
        tables={"indsatser": (TableRow("", _EFFORT),)},
        decisions=(Agreed("1", "Ringe til gartneriet", "P003", dt.date(2026, 2, 10)),),
        next=NextMeeting(dt.date(2026, 2, 9), dt.time(10), "Kontoret"),
    )
    return replace(made, **changes)


_EFFORT: dict[str, Cell] = {
    "indsats": "Praktik",
    "formaal": "Flere timer",
    "start": dt.date(2026, 2, 16),
    "ansvarlig": "Karl Slægtsen",
}


def collected(minutes: FilledMinutes, workbook: Workbook, folder: Path, kind: MeetingType = TEAM) -> ToSendOn:
    return ToSendOn(minutes, workbook.meetings[0], kind, folder)


def held(minutes: FilledMinutes, workbook: Workbook, kind: MeetingType = TEAM) -> Any:
    """The meeting, and the register of its workbook."""
    register = Register.of(workbook)
    return held_meeting(minutes, workbook.meetings[0], kind, register), register


def printed(documents: Mapping[str, bytes]) -> Conversion:
    """A converter that puts a PDF's first bytes before the document."""
    return Conversion({name: b"%PDF-" + data for name, data in documents.items()})


def dated(document: bytes) -> bytes:
    """A letter whose date somebody has filled in."""
    members = parts(document)
    body = members["word/document.xml"].decode()
    members["word/document.xml"] = re.sub("<w:showingPlcHdr/>", "", body).encode()
    return zipped(members.items())


def with_markup(xml: str) -> bytes:
    """Minutes whose only paragraph holds this too."""
    members = parts(letter("Referat"))
    body = members["word/document.xml"].decode()
    members["word/document.xml"] = body.replace("</w:p>", f"{xml}</w:p>", 1).encode()
    return zipped(members.items())
