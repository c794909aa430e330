"""Answers for the minutes of any type: as values, as a hand that writes them in, as Hypothesis draws them.

What may be normalised: blanks and line ends at the ends of a text. All else is kept as it was typed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import strategies as st

from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.meetingtypes.form import ColumnKind, Part, PartKind, TableColumn
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
MOST_DECISIONS = 12
_MOST_ADDED = 3
RIGHT_TO_LEFT = "עברית ועוד العربية 123"
NASTY = (
    "Blåbærgrød på Ærø, og så én til 🫐👩🏽‍🍳",
    "<w:p>&amp; \"citat\" 'apostrof' ]]> {{ 7*7 }} {% if x %}",
    "Første linje\nAnden linje\n\nFjerde linje",
    "Dobbelt  mellemrum, tab\there og kl.\N{NO-BREAK SPACE}10",
    RIGHT_TO_LEFT,
    "e\N{COMBINING ACUTE ACCENT} a\N{COMBINING RING ABOVE} \N{ZERO WIDTH JOINER}",
    "  mellemrum i begge ender \n",
    "- et punkt\n- et punkt til",
    "2. marts",
    "Nej",
)
LONG = ("Vi talte længe om arbejdet i gartneriet. " * 130)[:5000].strip()


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
    paper = Paper(filled(kind, rule))
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


def tidy(text: str) -> str:
    """What is kept of a text."""
    return text.strip()


# Drawing


def drawn(form: Form, draw: Random, texts: Sequence[str], *, blanks: float = 0.3) -> FilledMinutes:
    """Minutes in which each field says one of ``texts``, or nothing: so many of a hundred ``blanks``."""
    return _Drawing(form, draw, [tidy(text) for text in texts], blanks).minutes()


def full(form: Form, texts: Sequence[str] = NASTY) -> FilledMinutes:
    """Minutes in which every field is filled in, two decisions more than there are rows among them."""
    return drawn(form, Random(form.kind.name), texts, blanks=0)  # noqa: S311 - nothing is kept secret with it


@dataclass(frozen=True)
class _Drawing:
    form: Form
    draw: Random
    texts: Sequence[str]
    blanks: float

    def minutes(self) -> FilledMinutes:
        parts: dict[PartKind, list[Part]] = {}
        for part in self.form.kind.minutes:
            parts.setdefault(part.kind, []).append(part)
        kind = self.form.kind
        points = [phase.key for phase in kind.phases if phase.minuted] if PartKind.POINTS in parts else []
        points += [""] if PartKind.CONCLUSION in parts else []
        verdicts = ["", *kind.words["referat.vurderinger"]]
        return replace(
            self.form.blank,
            theme=self.text() if PartKind.THEME in parts else "",
            attendance=tuple(self.person(number, PartKind.THEME in parts) for number in self.form.people),
            also_to=self.text() if PartKind.PEOPLE in parts else "",
            conclusions={key: text for key in points if (text := self.text())},
            fields={one.key: text for one in parts.get(PartKind.FIELD, ()) if (text := self.text())},
            tables={one.key: rows for one in parts.get(PartKind.TABLE, ()) if (rows := self.table(one))},
            verdicts={number: verdict for number in self.form.efforts if (verdict := self.one_of(verdicts))},
            decisions=self.decisions() if PartKind.DECISIONS in parts else (),
            next=self.next() if PartKind.NEXT in parts else NextMeeting(),
        )

    def is_blank(self) -> bool:
        return self.draw.random() < self.blanks

    def text(self) -> str:
        return "" if self.is_blank() else self.draw.choice(self.texts)

    def line(self) -> str:
        return tidy(self.text().split("\n")[0])

    def one_of(self, options: Sequence[str]) -> str:
        """One of them; the first means that nothing is chosen."""
        return options[0] if self.is_blank() else self.draw.choice(options[1:])

    def ticked(self) -> bool:
        return not self.is_blank()

    def date(self) -> dt.date | None:
        if self.is_blank():
            return None
        return dt.date(2026, 1, 1) + dt.timedelta(days=self.draw.randrange(2000))

    def person(self, number: str, has_theme: bool) -> Attendance:
        presence = None if self.is_blank() else self.draw.choice(list(Presence))
        return Attendance(number, presence, has_theme and self.ticked(), self.ticked())

    def decisions(self) -> tuple[Agreed, ...]:
        """Some of the blank rows, or all of them and added ones."""
        rows = self.form.rows["beslutning"]
        count = rows + 2 if not self.blanks else self.draw.randint(0, MOST_DECISIONS)
        numbers = sorted(self.draw.sample(range(rows), count)) if count <= rows else range(count)
        something = [text for text in self.texts if text] or ["Noget"]
        return tuple(
            Agreed(str(number + 1), self.draw.choice(something), self.line(), self.date())
            for number in numbers
        )

    def table(self, part: Part) -> tuple[TableRow, ...]:
        return tuple(
            TableRow(group, cells)
            for group in [one.key for one in part.groups] or [""]
            for _ in range(
                part.rows + 1 if not self.blanks else self.draw.randint(0, part.rows + _MOST_ADDED)
            )
            if any((cells := {column.key: self.cell(column) for column in part.columns}).values())
        )

    def cell(self, column: TableColumn) -> Cell:
        match column.kind:
            case ColumnKind.DATE:
                return self.date()
            case ColumnKind.TICK:
                return self.ticked()
            case ColumnKind.CHOICE:
                return self.one_of(["", *column.options])
            case ColumnKind.TEXT:
                return self.text()

    def next(self) -> NextMeeting:
        start = None if self.is_blank() else dt.time(self.draw.randint(7, 20), self.draw.choice((0, 15, 30)))
        return NextMeeting(self.date(), start, self.line(), self.ticked())


_characters = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t"
)
_words = st.text(_characters, max_size=60) | st.sampled_from((*NASTY, LONG))


@st.composite
def some_minutes(draw: st.DrawFn, forms: Sequence[Form]) -> tuple[Form, FilledMinutes, Hand]:
    """Minutes of one of the forms, and a hand that writes them in.

    What nobody can tell from an empty field is left out: an answer that is word for word the prompt.
    """
    form = draw(st.sampled_from(forms))
    texts = draw(st.lists(_words.filter(lambda text: not form.paper.is_prompt(text)), min_size=1, max_size=5))
    seed = draw(st.integers(0, 2**32))
    blanks = draw(st.sampled_from((0.4, 0.1, 0.9)))
    return form, drawn(form, Random(seed), texts, blanks=blanks), Hand(Random(seed))  # noqa: S311
