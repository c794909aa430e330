"""Saying that a pack has gone out: from then on changes are updates, and what is called off is cancelled.

Building is drafting; only a person knows that letters are in the post. What is marked is what was built last.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.errors import PackError, UsageError
from docgen.findings import Finding, Place
from docgen.packs.ledger import has_ledger, history_of, opened
from docgen.planning import TOLD, Built, History, Sent, cancelled_sequence, changed

WHOLE = ""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What counts as sent now, by meeting number: first invitations, updates, meetings called off; and those
    who were taken out of a meeting, as number and person. ``states`` is what the ledger remembers of them.
    ``unfinished`` are meetings whose building was cut short, which are not marked.
    """

    invited: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    called_off: tuple[str, ...] = ()
    taken_out: tuple[tuple[str, str], ...] = ()
    unfinished: tuple[str, ...] = ()
    states: dict[str, Sent] = field(default_factory=dict, hash=False)

    @property
    def is_empty(self) -> bool:
        return not self.states


def mark_sent(pack: Path, day: dt.date, numbers: Collection[str] = ()) -> Dispatch:
    """Marks all that was built in the pack as sent on ``day``; of the meetings with these ``numbers`` only,
    if any are given.

    Marking twice changes nothing. Raises ``PackError`` for a pack without a ledger, ``UsageError`` for a
    number that was never built.
    """
    pack = pack.absolute()
    if not has_ledger(pack):
        raise PackError(Finding.of("E-180", Place(file=pack.name)))
    _require_known(numbers, history_of(pack))
    with opened(pack) as ledger:
        done = dispatch(ledger.history(), day, frozenset(numbers))
        ledger.record_sent(done.states)
    return done


def dispatch(history: History, day: dt.date, numbers: Collection[str] = ()) -> Dispatch:
    """What of this history has not been sent in its present form, and what it will be when it is.

    A meeting whose day has passed by ``day`` is left as it is: nothing is sent of it any more.
    """
    wanted = {nr for nr in (*history.built, *history.sent) if not numbers or nr in numbers}
    invited: list[str] = []
    updated: list[str] = []
    unfinished: list[str] = []
    states: dict[str, Sent] = {}
    for nr in sorted(wanted & history.built.keys()):
        built, before = history.built[nr], history.sent.get(nr)
        if built.has_folder and not built.content:
            unfinished.append(nr)
        elif (now := _state(built, day)) and not _says_the_same(before, now):
            states[nr] = now
            (updated if before and (before.letters or not now.letters) else invited).append(nr)
    called_off: list[str] = []
    taken_out: list[tuple[str, str]] = []
    for nr, person in sorted(history.cancellations):
        before = history.sent.get(nr)
        if nr not in wanted or before is None or before.cancelled:
            continue
        if person == WHOLE:
            called_off.append(nr)
            states[nr] = replace(before, sequence=cancelled_sequence(before), on=day, cancelled=True)
        elif person in before.receivers:
            taken_out.append((nr, person))
            states[nr] = _without(person, states.get(nr, before), before)
    return Dispatch(
        tuple(invited), tuple(updated), tuple(called_off), tuple(taken_out), tuple(unfinished), states
    )


def _state(built: Built, day: dt.date) -> Sent | None:
    """What people have been told when this has gone out; ``None`` for a meeting that has passed."""
    if built.date is None or built.date < day:
        return None
    return Sent(
        built.uid,
        built.sequence,
        built.facets,
        day,
        receivers=frozenset(built.facets.get("people", "").split()),
        letters=built.letters,
        aim=built.aim,
        replaces=built.replaces,
    )


def _says_the_same(before: Sent | None, now: Sent) -> bool:
    """Whether that is what people have been told already."""
    return (
        before is not None
        and not before.cancelled
        and (before.sequence, before.letters) == (now.sequence, now.letters)
        and before.receivers == now.receivers
        and not changed(before.facets, now.facets, TOLD)
    )


def _without(person: str, state: Sent, before: Sent) -> Sent:
    """The state once the person has been told that they are taken out."""
    sequence = max(state.sequence, cancelled_sequence(before))
    return replace(state, receivers=state.receivers - {person}, sequence=sequence)


def _require_known(numbers: Collection[str], history: History) -> None:
    known = {*history.built, *history.sent}
    unknown = [nr for nr in numbers if nr not in known]
    if unknown:
        raise UsageError(*(Finding.of("E-181", value=nr) for nr in unknown))
