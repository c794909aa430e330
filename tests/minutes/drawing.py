"""Sets of answers for the minutes of any type: full ones, and such as Hypothesis draws.

What may be normalised: blanks and line ends at the ends of a text. All else is kept as it was typed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st

from docgen.meetingtypes.form import ColumnKind, Part, PartKind, TableColumn
from docgen.minutes.values import Agreed, Attendance, Cell, FilledMinutes, NextMeeting, Presence, TableRow
from tests.minutes.answers import Form, Hand

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


def tidy(text: str) -> str:
    """What is kept of a text."""
    return text.strip()


def drawn(form: Form, draw: Random, texts: Sequence[str], *, blanks: float = 0.3) -> FilledMinutes:
    """Minutes in which each field says one of ``texts``; ``blanks`` is the share that says nothing."""
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
