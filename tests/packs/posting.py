"""Packs that go out: a meeting type with courses, with letters that replace and that call off, and the post.

The templates are small, so that a build is quick.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.calendars import Read, read
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import load_types
from docgen.model import Workbook
from docgen.packs.build import BuildResult
from docgen.packs.ledger import history_of
from docgen.packs.sending import Dispatch, mark_sent
from docgen.planning import Change, Plan, Sent, Window
from tests import making
from tests.packs import building
from tests.packs.building import DEFINITION, SHEET, TEMPLATES, letter, said

TODAY = making.NOW.date()
CADENCE = """\
[[moedeinterval]]
navn = "Opfølgning"
trin = [{ antal = 4, uger = 2 }, { uger = 4, indtil = "Fuldt tilbage" }]
frister = [
    { noegle = "plan", titel = "Frist: planen er på plads", dage = 30, fra = "Start", holdes_af = "moede" },
]

"""
DOCUMENTS = """
[[dokument]]
fil = "moedeplan.docx"
layout = "moedeplan"
til = "beboer"
titel = "Din mødeplan"
for = "forloeb"

[[dokument]]
fil = "aflysning.docx"
layout = "aflysning"
til = "alle"
titel = "Mødet er aflyst"
for = "aflysning"
"""
REPLACING = (
    "{{ brev.dato }}",
    "{{ moede.dato }} {{ moede.tid }}, {{ moede.sted }}",
    "{%p if brev.erstatter %}",
    "erstatter brevet af {{ brev.erstatter }}",
    "{%p endif %}",
    "{%p if brev.flyttet_fra %}",
    "flyttet fra {{ brev.flyttet_fra }}",
    "{%p endif %}",
    "{%p if brev.sted_foer %}",
    "før i {{ brev.sted_foer }}",
    "{%p endif %}",
)
CALLS_OFF = (
    "{{ dokument.titel }}",
    "Kære {{ modtager.navn }}",
    "{{ moede.hvornaar }}, {{ moede.sted }}, vores brev af {{ aflysning.brev_af }}",
    "{{ 'kun dig' if aflysning.kun_dig else 'alle' }}",
)
PLAN = (
    "{{ dokument.titel }}",
    "{%p for moede in forloeb.moeder %}",
    "{{ moede.dato }} {{ moede.tid }}",
    "{%p endfor %}",
)
FILES = {
    **TEMPLATES,
    **dict.fromkeys((name for name in TEMPLATES if name.startswith("invitation")), REPLACING),
    "dagsorden.docx": SHEET,
    "moedeplan.docx": PLAN,
    "aflysning.docx": CALLS_OFF,
}
RELATIVES = '  { felt = "Pårørende", rolle = "pårørende" },\n]\nfase'


def course_type(folder: Path, name: str = "samtale", title: str = "Samtale") -> MeetingType:
    """The meeting type in ``folder``, made there if it is not yet."""
    home = folder / name
    if not home.is_dir():
        home.mkdir(parents=True)
        definition = DEFINITION.replace('titel = "Samtale"', f'titel = "{title}"', 1)
        definition = definition.replace("]\nfase", RELATIVES).replace(
            "[[dokument]]", CADENCE + "[[dokument]]", 1
        )
        definition = definition.replace("\n[ord.kalender]", f"{DOCUMENTS}\n[ord.kalender]")
        (home / "type.toml").write_text(definition, "utf-8")
        for file, paragraphs in FILES.items():
            (home / file).write_bytes(letter(*paragraphs))
    return next(kind for kind in load_types(folder) if kind.name == name)


@dataclass
class Post:
    """A pack that is built, and sent, and built again."""

    pack: Path
    kinds: Sequence[MeetingType]

    def build(
        self, workbook: Workbook, now: dt.datetime = making.NOW, window: Window | None = None, **options: Any
    ) -> BuildResult:
        return building.built(workbook, self.kinds, self.pack, now=now, window=window, **options)

    def plan(self, workbook: Workbook, now: dt.datetime = making.NOW, window: Window | None = None) -> Plan:
        return building.planned(workbook, self.kinds, self.pack, now, window)

    def change(self, workbook: Workbook, nr: str = "M001", now: dt.datetime = making.NOW) -> Change:
        """What would become of the meeting if it were built now."""
        (change,) = (one.change for one in self.plan(workbook, now).meetings if one.nr == nr)
        return change

    def send(self, *numbers: str, day: dt.date = TODAY) -> Dispatch:
        return mark_sent(self.pack, day, numbers)

    def sent(self, workbook: Workbook, now: dt.datetime = making.NOW) -> Dispatch:
        """Built, and out it goes on the same day."""
        self.build(workbook, now)
        return self.send(day=now.date())

    def invite(self, nr: str = "M001") -> Read:
        """The meeting's invite, read."""
        return self.calendar(f"moeder/*_{nr}/moede.ics")

    def calendar(self, pattern: str) -> Read:
        """The one calendar file of this name, read."""
        found = read(self.data(pattern))
        assert found is not None
        return found

    def data(self, pattern: str) -> bytes:
        (path,) = self.pack.glob(pattern)
        return path.read_bytes()

    def letter(self, person: str, nr: str = "M001") -> str:
        """The words of a letter."""
        return self.said(f"moeder/*_{nr}/invitation*_{person}.docx")

    def said(self, pattern: str) -> str:
        """The words of a document."""
        (path,) = self.pack.glob(pattern)
        return said(path).replace("\N{NO-BREAK SPACE}", " ")

    def names(self, folder: str) -> list[str]:
        """The files in one of the pack's folders; none where there is no folder."""
        home = self.pack / folder
        return building.names(self.pack, folder) if home.is_dir() else []

    def told(self, nr: str = "M001") -> Sent:
        """What the ledger remembers as sent."""
        return history_of(self.pack).sent[nr]

    def folder(self, nr: str = "M001") -> dict[str, bytes]:
        """The files of the meeting's folder."""
        (folder,) = self.pack.glob(f"moeder/*_{nr}")
        return {path.name: path.read_bytes() for path in folder.iterdir()}
