"""What is mailed now, with the files that lie in the pack for it, in the order in which it goes out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.model import Channel
from docgen.packs.post.order import packing_key
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


PathOf = Callable[[Mailpiece, Paper], Path]


def ready(plan: Plan, path_of: PathOf, outdated: Collection[str], *, everything: bool) -> tuple[Ready, ...]:
    """The pieces that can go out now: not sent as they are (unless ``everything`` is asked for), reachable,
    and with their files in place.

    Of ``outdated`` meetings the pack holds other files than it should: nothing of theirs goes out.
    """
    return tuple(
        found
        for piece in plan.mail
        if (everything or not piece.is_sent) and not _waits(piece, plan, outdated)
        if (found := _with_files(piece, path_of))
    )


def by_channel(pieces: Iterable[Ready]) -> dict[Channel, tuple[Ready, ...]]:
    """The pieces that go each way, in the order in which they are packed."""
    found: dict[Channel, list[Ready]] = defaultdict(list)
    for one in sorted(pieces, key=lambda one: packing_key(one.piece)):
        found[one.piece.channel].append(one)
    return {way: tuple(some) for way, some in found.items()}


def bundles(pieces: Iterable[Ready], path_of: PathOf) -> tuple[Bundle, ...]:
    """For each who leads meetings that are mailed now: agenda, then what is theirs to fill in, by date."""
    meetings = {one.piece.nr: one.piece for one in pieces}
    found: dict[str, list[Ready]] = defaultdict(list)
    for piece in sorted(meetings.values(), key=_start):
        planned = piece.about
        if isinstance(planned, PlannedMeeting) and (leader := planned.seating.facilitator):
            documents = working_papers(planned, leads=True)
            paths = (path_of(piece, Paper(Home.MEETING, one.file)) for one in documents)
            found[leader.nr].append(Ready(piece, tuple(path for path in paths if path.is_file())))
    return tuple(Bundle(nr, tuple(some)) for nr, some in sorted(found.items()))


def _waits(piece: Mailpiece, plan: Plan, outdated: Collection[str]) -> bool:
    is_old = piece.nr in outdated and not isinstance(piece.about, Cancellation)
    return is_old or fault_of(piece, plan.institution) is not None


def _with_files(piece: Mailpiece, path_of: PathOf) -> Ready | None:
    """The piece with the papers that are there; ``None`` where its letter is not."""
    if not path_of(piece, piece.letter).is_file():
        return None
    return Ready(piece, tuple(_there(piece, path_of, False)), tuple(_there(piece, path_of, True)))


def _there(piece: Mailpiece, path_of: PathOf, to_fill_in: bool) -> Iterator[Path]:
    paths = (path_of(piece, paper) for paper in piece.papers if paper.to_fill_in is to_fill_in)
    yield from (path for path in paths if path.is_file())


def _start(piece: Mailpiece) -> tuple[dt.date, dt.time, str]:
    planned = piece.about
    start = planned.meeting.start if isinstance(planned, PlannedMeeting) else planned.told.start
    return piece.day, start, piece.nr
