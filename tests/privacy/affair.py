"""What an office does from the first build to the key figures, and everything that comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from docgen.workbook.rows import Row
from tests.commandline import Outcome
from tests.privacy import house
from tests.privacy.outputs import Said, texts
from tests.test_loop import quietly

MARCH = dt.date(2026, 3, 10)
LANGUAGES = ("da", "en")


def _of_group(nr: str, text: str) -> str:
    """What is said at the meeting; among a house's volunteers one who is in a network is one of them."""
    if house.MEETINGS[nr] != house.DAY:
        return text
    volunteer = str(house.OWN_LIFE[house.VOLUNTEER]["Navn"])
    for name in (volunteer, volunteer.split()[0], house.VOLUNTEER):
        text = text.replace(name, house.NAMES[0])
    return text


@dataclass
class Affair:
    """The workbook, its pack, and all that the program has said."""

    folder: Path
    consents: str = ""
    decisions: Sequence[Row] = ()
    said: list[Said] = field(default_factory=list)

    @property
    def workbook(self) -> Path:
        return self.folder / "bog.xlsx"

    @property
    def pack(self) -> Path:
        return self.folder / "bog-pakke"

    def keep_books(self, consents: str) -> None:
        """The workbook as it is on the first day, with these consents."""
        self.consents = consents
        house.workbook(self.folder, consents, self.decisions)

    def run(self, command: str, *arguments: object) -> Outcome:
        outcome = quietly(command, *arguments)
        options = " ".join(one for one in map(str, arguments) if one.startswith("-"))
        self.said.append((f"docgen {command} {options}", outcome.said))
        return outcome

    def build(self, day: dt.date = house.BUILT) -> Outcome:
        return self.run("build", self.workbook, "--today", day, "-v")

    def collect(self, *arguments: object, day: dt.date = house.COLLECTED) -> Outcome:
        return self.run("collect", self.pack, "--into", self.workbook, "--today", day, *arguments)

    def look_at_all(self, day: dt.date = house.COLLECTED) -> None:
        """Every command that shows or shares something, in every way and language."""
        for lang in LANGUAGES:
            for manner in ((), ("-v",), ("--json",)):
                more = ("--today", day, "--lang", lang, *manner)
                self.run("plan", self.workbook, *more)
                self.run("collect", self.pack, "--into", self.workbook, "--dry-run", *more)
            for command, manner in (
                ("check", ()),
                ("check", ("--json",)),
                ("report", ()),
                ("report", ("--json",)),
            ):
                until = MARCH if command == "report" else day
                self.run(command, self.workbook, "--today", until, "--lang", lang, *manner)

    def go_round(self, said: str, responsible: str) -> None:
        """Built, sent, held, minuted with these words, collected, built again, and looked at."""
        self.build()
        self.run("sent", self.pack, "--date", house.BUILT)
        for nr in house.MEETINGS:
            house.fill_in(self.pack, nr, *map(partial(_of_group, nr), (said, responsible)))
        self.collect("--dry-run", "-v")
        self.collect("-v")
        self.build(house.COLLECTED)
        self.look_at_all()

    def traces(self, *people: str) -> list[tuple[str, str]]:
        """Where one of these can be known from, in all that was written and said.

        Names may stand in the workbook, in its copies, and in the minutes that people keep.
        """
        kept = [self.workbook, *self.folder.glob("bog-kopi-*.xlsx"), *self.pack.glob("moeder/*/referat.docx")]
        everything = [*texts(self.folder, without=kept), *self.said]
        marks = [mark for nr in people for mark in house.marks(nr)]
        return [(where, mark) for where, text in everything for mark in marks if mark in text]
