"""Answers for the minutes of any type: as values, and as a hand that writes them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random

from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.minutes.values import (
    Agreed,
    Attendance,
    Cell,
    FilledMinutes,
    Identity,
    NextMeeting,
    Presence,
    TableRow,
)
from tests.contract.papers import filled
from tests.minutes.ways import WAYS, Way, typed
from tests.minutes.wordlike import Frame, Paper

FILE = Path("referat.docx")
KALENDER_ID, NR = "0123456789ab", "M001"  # of every sample
START = dt.datetime(2026, 2, 3, 10)  # noqa: DTZ001 - by the clock on the wall


class Hand:
    """Writes in always the same way, or in ways and frames that ``draw`` chooses."""

    def __init__(self, draw: Random | None = None, ways: Sequence[Way] = WAYS) -> None:
        self._draw, self._ways = draw, ways

    def way(self) -> Way:
        return self._draw.choice(self._ways) if self._draw else typed

    def frame(self) -> Frame:
        return self._draw.choice(tuple(Frame)) if self._draw else Frame.LINE

    def __repr__(self) -> str:
        return f"a hand of {len(self._ways)} ways"


@dataclass(frozen=True, repr=False)
class Form:
    """The blank minutes of a type for its sample meeting, ready to be written in again and again."""

    kind: MeetingType
    rule: DocumentRule
    paper: Paper
    people: tuple[str, ...]
    efforts: tuple[str, ...]
    rows: Mapping[str, int] = field(hash=False)
    """How many blank rows each repeating section has, by its tag."""

    def __repr__(self) -> str:
        return f"the form of {self.kind.name}"

    @property
    def identity(self) -> Identity:
        return Identity(NR, self.kind.name, KALENDER_ID, START, self.kind.length.usual)

    @property
    def blank(self) -> FilledMinutes:
        """What is read when nobody has written anything."""
        return FilledMinutes(
            file=FILE, identity=self.identity, attendance=tuple(map(Attendance, self.people))
        )


@cache
def form_of(kind: MeetingType) -> Form:
    """The form of the type's minutes."""
    rule = next(rule for rule in kind.documents if rule.layout == "referat")
    return opened(kind, filled(kind, rule))


def opened(kind: MeetingType, data: bytes) -> Form:
    """The form that a file holds, blank minutes of this type."""
    rule = next(rule for rule in kind.documents if rule.layout == "referat")
    paper = Paper(data)
    tags = paper.tags()
    people = tuple(tag.removeprefix("fremmoede.") for tag in tags if tag.startswith("fremmoede."))
    efforts = tuple(tag.split(".")[1] for tag in tags if tag.startswith("indsats_nu."))
    rows = {tag: len(paper.rows(tag)) for tag in paper.sections}
    return Form(kind, rule, paper, people, efforts, rows)


# Writing in


def fill(form: Form, minutes: FilledMinutes, hand: Hand | None = None) -> Paper:
    """A copy of the form in which these minutes have been written."""
    return _Writing(form, form.paper.copy(), hand or Hand()).all_of(minutes)


@dataclass(frozen=True)
class _Writing:
    form: Form
    paper: Paper
    hand: Hand

    def all_of(self, minutes: FilledMinutes) -> Paper:
        words = self.form.kind.words
        self.text("tema.godkendt", minutes.theme)
        for one in minutes.attendance:
            self.person(one, words["referat.fremmoede_valg"])
        self.text("faar_referat.andre", minutes.also_to)
        for phase, text in minutes.conclusions.items():
            self.text(f"konklusion.{phase}" if phase else "konklusion", text)
        for key, text in minutes.fields.items():
            self.text(key, text)
        for number, verdict in minutes.verdicts.items():
            self.paper.choose(self.paper.control(f"indsats_nu.{number}.vurdering"), verdict)
        for key, rows in minutes.tables.items():
            self.table(key, rows)
        self.decisions(minutes.decisions)
        self.next(minutes.next)
        return self.paper

    def text(self, tag: str, text: str) -> None:
        if text:
            self.paper.write(self.paper.control(tag), text, self.hand.way(), self.hand.frame())

    def person(self, one: Attendance, options: Sequence[str]) -> None:
        if one.presence:
            option = options[list(Presence).index(one.presence)]
            self.paper.choose(self.paper.control(f"fremmoede.{one.person}"), option)
        for tag, ticked in (("tema.godkendt_af", one.approved_theme), ("faar_referat", one.gets_minutes)):
            if ticked:
                self.paper.tick(self.paper.control(f"{tag}.{one.person}"))

    def decisions(self, decisions: Sequence[Agreed]) -> None:
        """Each in the row with its number; rows that are not there are added at the end, one by one."""
        for one in decisions:
            row = int(one.key) - 1
            while row >= len(self.paper.rows("beslutning")):
                self.paper.add_row("beslutning")
            cells = {"tekst": one.text, "ansvarlig": one.responsible, "frist": one.deadline}
            for column, value in cells.items():
                self.cell("beslutning", row, column, value)

    def table(self, key: str, rows: Sequence[TableRow]) -> None:
        """The rows one after the other from the first, in each group."""
        used: dict[str, int] = {}
        for one in rows:
            section = f"{key}.{one.group}" if one.group else key
            row = used[section] = used.get(section, -1) + 1
            if row >= len(self.paper.rows(section)):
                self.paper.add_row(section)
            for column, value in one.cells.items():
                self.cell(section, row, column, value)

    def cell(self, section: str, row: int, column: str, value: Cell) -> None:
        if not value:
            return
        control = self.paper.in_row(section, row, column)
        match value:
            case True:
                self.paper.tick(control)
            case dt.date():
                self.paper.pick(control, value)
            case str() if self.paper.is_list(control):
                self.paper.choose(control, value)
            case str():
                self.paper.write(control, value, self.hand.way(), self.hand.frame())

    def next(self, agreed: NextMeeting) -> None:
        if agreed.date:
            self.paper.pick(self.paper.control("naeste.dato"), agreed.date)
        if agreed.start:
            self.text("naeste.tid", f"{agreed.start.hour}.{agreed.start:%M}")
        self.text("naeste.sted", agreed.place)
        if agreed.not_needed:
            self.paper.tick(self.paper.control("naeste.ikke_noedvendigt"))


# Comparing


def essence(minutes: FilledMinutes) -> FilledMinutes:
    """The same without the file's name and what was left blank, to compare."""
    return replace(
        minutes,
        file=FILE,
        conclusions={key: text for key, text in minutes.conclusions.items() if text},
        fields={key: text for key, text in minutes.fields.items() if text},
        tables={key: rows for key, rows in minutes.tables.items() if rows},
        verdicts={key: verdict for key, verdict in minutes.verdicts.items() if verdict},
    )
