"""What minutes and sheets are made of: the building blocks that ``type.toml`` puts in order.

Minutes (``[[referat]]``) are a list of ``Part``; a sheet (``[[ark.NAVN]]``) is a list of ``Section``. Both
are data, so that a type of one's own needs no code. Lengths on paper are millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ROOM = 18
"""What a question of a sheet, or a field of the minutes, has to write in unless told otherwise."""
MOST_ROOM = 250
"""No page has more room than so."""
MOST_ROWS = 40
MOST_WIDTH = 1000


class PartKind(StrEnum):
    """What a part of the minutes is (``del`` in ``type.toml``)."""

    THEME = "tema"  # the theme as approved
    PEOPLE = "deltagere"  # who came, who gets the minutes
    CONCLUSION = "konklusion"  # one field for what everybody arrived at
    POINTS = "punkter"  # a field for each phase that is minuted
    FIELD = "felt"  # a heading and a field
    TABLE = "tabel"  # rows to fill in, with columns of its own
    EFFORTS = "indsatser"  # the efforts the resident has, each with its purpose and a verdict
    DECISIONS = "beslutninger"  # decision, responsible, deadline
    NEXT = "naeste"  # the next meeting, or that none is needed

    @property
    def is_own(self) -> bool:
        """Whether a type gives the part its key and title, and may have several of them."""
        return self in (PartKind.FIELD, PartKind.TABLE)


class ColumnKind(StrEnum):
    """What is filled in under a column (``art``)."""

    TEXT = "tekst"
    DATE = "dato"
    CHOICE = "valg"
    TICK = "kryds"


FIRST_TAGS = ("tema", "fremmoede", "faar_referat", "konklusion", "beslutning", "indsats_nu", "naeste")
"""What tags begin with in the parts that have fields of their own: no ``noegle`` of another may."""
LONGEST_TAG = 64
"""Word refuses the tag of a field with more characters ([MS-OI29500], 17.5.2)."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table in the minutes: ``key`` ends the tags of its fields (``indsats.1.formaal``).

    ``width`` is its share of the table's, in whatever measure the others are; ``prompt`` is what an empty
    field shows, ``options`` the choices of a drop-down.
    """

    key: str
    title: str
    width: int
    prompt: str = ""
    kind: ColumnKind = ColumnKind.TEXT
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Rows of a table that belong together, named in a tinted first cell (``Rød``, ``ikke nu``)."""

    key: str
    title: str
    note: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the minutes.

    ``key`` begins the tags of its fields and ``title`` is its heading; both blank for the parts that have
    their own. ``note`` is a line under the heading, shown where the tag ``note_if`` has something to say
    (always, when that is blank). ``prompt`` is what an empty field shows, ``height`` its room, ``rows`` how
    many blank rows a table has (in each group, where there are groups).
    """

    kind: PartKind
    key: str = ""
    title: str = ""
    note: str = ""
    note_if: str = ""
    prompt: str = ""
    height: int = 0
    rows: int = 0
    columns: tuple[TableColumn, ...] = ()
    groups: tuple[TableGroup, ...] = ()

    @property
    def name(self) -> str:
        """What other tables of the definition call it (``dele``): its key, or else what it is."""
        return self.key or str(self.kind)

    @property
    def may_be_sent_on(self) -> bool:
        """Whether an excerpt may hold it: who took part stays in the minutes, and so do older efforts."""
        return self.kind not in (PartKind.PEOPLE, PartKind.EFFORTS)


USUAL_MINUTES = tuple(
    Part(kind) for kind in (PartKind.PEOPLE, PartKind.POINTS, PartKind.DECISIONS, PartKind.NEXT)
)
"""The minutes of a type that says nothing about them."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a sheet: a heading, and under it whatever is there of the rest, in this order.

    ``texts`` are paragraphs, ``bullets`` a list, ``ticks`` a box to tick before each, ``questions`` each with
    ``room`` to answer in. ``framed`` sets the section in a tinted box, its questions below it; without a
    heading the first paragraph is bold, as a warning. With ``notes`` the section is a row of a check list,
    at least ``room`` high: its words on the left, one field for answers, notes and dates on the right.
    Such sections that follow each other share a table. ``condition`` is a tag without which the section
    falls away (``beboer.maal``).
    """

    heading: str = ""
    texts: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    room: int = ROOM
    framed: bool = False
    notes: bool = False
    condition: str = ""
