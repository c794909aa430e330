"""What is mailed now, with the files that lie in the pack for it, in the order in which it goes out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.findings import Finding
from docgen.model import Channel
from docgen.packs.post.order import packing_key
from docgen.packs.post.papers import Papers
from docgen.planning import Cancellation, Home, Mailpiece, Paper, Plan, PlannedMeeting
from docgen.planning.mailpieces import working_papers
from docgen.planning.reach import fault_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A mailpiece, and where its papers lie: the letter with its enclosures, and what is ``to_fill_in``."""

    piece: Mailpiece
    papers: tuple[Path, ...]
    to_fill_in: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """What somebody who leads ``meetings`` has before them: of each in turn the papers to work with."""

    person: str
    meetings: tuple[Ready, ...]


def ready(
    plan: Plan, papers: Papers, outdated: Collection[str], *, everything: bool
) -> tuple[tuple[Ready, ...], tuple[Finding, ...]]:
    """The pieces that can go out now: not sent as they are (unless ``everything`` is asked for), reachable,
    and with their files in place; and what is said of papers that keep theirs from going out.

    Of ``outdated`` meetings the pack holds other files than it should: nothing of theirs goes out.
    """
    findings: dict[Finding, None] = {}
    found = []
    for piece in plan.mail:
        if (piece.is_sent and not everything) or _waits(piece, plan, outdated):
            continue
        there = [(paper, path) for paper in piece.papers if (path := papers.path(piece, paper)).is_file()]
        faults = [one for paper, path in there if not paper.to_fill_in for one in papers.faults(path)]
        findings |= dict.fromkeys(faults)
        if there and there[0][0] is piece.letter and not faults:
            found.append(_ready(piece, there))
    return tuple(found), tuple(findings)


def _ready(piece: Mailpiece, there: Sequence[tuple[Paper, Path]]) -> Ready:
    return Ready(
        piece,
        tuple(path for paper, path in there if not paper.to_fill_in),
        tuple(path for paper, path in there if paper.to_fill_in),
    )


def by_channel(pieces: Iterable[Ready]) -> dict[Channel, tuple[Ready, ...]]:
    """The pieces that go each way, in the order in which they are packed."""
    found: dict[Channel, list[Ready]] = defaultdict(list)
    for one in sorted(pieces, key=lambda one: packing_key(one.piece)):
        found[one.piece.channel].append(one)
    return {way: tuple(some) for way, some in found.items()}


def bundles(pieces: Iterable[Ready], papers: Papers) -> tuple[Bundle, ...]:
    """For each who leads meetings that are mailed now: agenda, then what is theirs to fill in, by date."""
    meetings = {
        planned.nr: (planned, one.piece)
        for one in pieces
        if isinstance(planned := one.piece.about, PlannedMeeting)
    }
    found: dict[str, list[Ready]] = defaultdict(list)
    for planned, piece in sorted(meetings.values(), key=lambda one: _start(one[0])):
        if leader := planned.seating.facilitator:
            documents = working_papers(planned, leads=True)
            paths = (papers.path(piece, Paper(Home.MEETING, one.file)) for one in documents)
            found[leader.nr].append(Ready(piece, tuple(path for path in paths if path.is_file())))
    return tuple(Bundle(nr, tuple(some)) for nr, some in sorted(found.items()))


def _waits(piece: Mailpiece, plan: Plan, outdated: Collection[str]) -> bool:
    is_old = piece.nr in outdated and not isinstance(piece.about, Cancellation)
    return is_old or fault_of(piece, plan.institution) is not None


def _start(planned: PlannedMeeting) -> tuple[dt.date, dt.time, str]:
    return planned.meeting.date, planned.meeting.start, planned.nr
