"""Saying that a pack has gone out: from then on changes are updates, and what is called off is cancelled.

Building is drafting; only a person knows that letters are in the post. What is marked is what was built last.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.errors import PackError, UsageError
from docgen.findings import Finding, Place, in_order
from docgen.packs.files import unwritable
from docgen.packs.ledger import has_ledger, history_of, opened
from docgen.packs.post.archive import put_away
from docgen.packs.post.folder import HOLDER, MADE_OF, about_in, as_held
from docgen.packs.post.names import POST
from docgen.planning import TOLD, Built, History, Sent, cancelled_sequence, changed

WHOLE = ""
UNKNOWN = "?"
"""What a pack whose ledger is lost tells of the participants of a meeting that anybody was taken out of."""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What counts as sent now, by meeting number: first invitations, updates, meetings called off; and those
    who were taken out of a meeting, as number and person. ``states`` is what the ledger remembers of them.
    ``unfinished`` are meetings whose building was cut short, which are not marked. ``put_away`` is how many
    files were moved or copied to the folder ``home`` of the pack (``post/<date>``).
    """

    invited: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    called_off: tuple[str, ...] = ()
    taken_out: tuple[tuple[str, str], ...] = ()
    unfinished: tuple[str, ...] = ()
    states: dict[str, Sent] = field(default_factory=dict, hash=False)
    put_away: int = 0
    home: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.states


def mark_sent(pack: Path, day: dt.date, numbers: Collection[str] = ()) -> Dispatch:
    """Marks all that was built in the pack as sent on ``day``; of the meetings with these ``numbers`` only,
    if any are given.

    What was printed and drafted is put away in the pack's folder of that day. Marking twice changes nothing.
    Raises ``PackError`` for a pack without a ledger or a full disk, ``UsageError`` for a number that was
    never built.
    """
    pack = pack.absolute()
    if not has_ledger(pack):
        raise PackError(Finding.of("E-180", Place(file=pack.name)))
    _require_known(numbers, history_of(pack))
    try:
        with opened(pack) as ledger:
            history = ledger.history()
            done = dispatch(history, day, frozenset(numbers))
            if not (done.states or history.sent):  # nothing counts as sent: the mailing stays where it is
                return done
            # First: were it killed in between, nothing would be lost.
            away = put_away(pack, day, about_in(ledger), numbers)
            ledger.record_sent(done.states)
            if not numbers:
                ledger.record_holders({HOLDER: {}, MADE_OF: {}, **as_held(ledger, {})})
    except OSError as error:
        raise unwritable(pack, error) from error
    home = f"{POST}/{day.isoformat()}" if away.written else ""
    return replace(done, put_away=len(away.written), home=home, findings=in_order(away.findings))


def dispatch(history: History, day: dt.date, numbers: Collection[str] = ()) -> Dispatch:
    """What of this history has not been sent in its present form, and what it will be when it is.

    A meeting whose day has passed by ``day`` is left as it is: nothing is sent of it any more, unless people
    think that it is still ahead.
    """
    known = (*history.built, *history.sent)
    wanted = frozenset(nr for nr in known if not numbers or nr in numbers)
    off, out = _called_off(history, wanted, day)
    states = {nr: _off(history.sent[nr], day) for nr in off}
    invited: list[str] = []
    updated: list[str] = []
    unfinished: list[str] = []
    for nr in sorted((wanted & history.built.keys()) - states.keys()):
        built, before = history.built[nr], history.sent.get(nr)
        if built.has_folder and not built.content:
            unfinished.append(nr)
        elif (now := _state(built, before, day)) and _is_news(before, now):
            states[nr] = now
            (updated if before and (before.letters or not now.letters) else invited).append(nr)
    for nr, person in out:
        states[nr] = _without(person, states.get(nr, history.sent[nr]), history.sent[nr])
    return Dispatch(tuple(invited), tuple(updated), off, out, tuple(unfinished), states)


def is_recovered(sent: Sent) -> bool:
    """Whether files told this, of a pack whose ledger is lost: nobody knows to whom it went, if at all."""
    return sent.facets.get("people", UNKNOWN) == UNKNOWN


def _called_off(
    history: History, wanted: Set[str], day: dt.date
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The cancellations made out and not sent: numbers of whole meetings, and people taken out of others."""
    due = {nr: sent for nr, sent in history.sent.items() if not sent.cancelled and sent.told.date >= day}
    made_out = [(nr, person) for nr, person in sorted(history.cancellations) if nr in wanted & due.keys()]
    whole = tuple(nr for nr, person in made_out if person == WHOLE)
    alone = ((nr, person) for nr, person in made_out if nr not in whole)
    return whole, tuple((nr, person) for nr, person in alone if person in due[nr].receivers)


def _off(sent: Sent, day: dt.date) -> Sent:
    return replace(sent, sequence=cancelled_sequence(sent), on=day, cancelled=True)


def _state(built: Built, before: Sent | None, day: dt.date) -> Sent | None:
    """What people have been told when this has gone out.

    ``None`` for a meeting that has passed, also by what people were told before; and for one that is not
    built: its files are gone but for what people wrote, or tell of a ledger that is lost.
    """
    awaited = before if before and before.told.date >= day else None
    if built.date is None or "people" not in built.facets or (built.date < day and awaited is None):
        return None
    known = awaited.receivers if awaited and not awaited.cancelled else frozenset()
    return Sent(
        built.uid,
        built.sequence,
        built.facets,
        day,
        receivers=known | {*built.facets["people"].split()},  # nobody goes without a cancellation
        letters=built.letters,
        aim=built.aim,
        replaces=built.replaces,
    )


def _is_news(before: Sent | None, now: Sent) -> bool:
    """Whether people have been told otherwise, or nothing.

    It is none when the pack holds what is older than what was sent: files that stayed, or were not chosen,
    when a cancellation went out. After the loss of a ledger nobody knows to whom it was sent.
    """
    if before is None:
        return True
    is_old = now.sequence < before.sequence + int(before.cancelled)
    return not is_old and (
        before.cancelled
        or (before.sequence, before.letters) != (now.sequence, now.letters)
        or before.receivers != now.receivers
        or is_recovered(before)
        or bool(changed(before.facets, now.facets, TOLD))
    )


def _without(person: str, state: Sent, before: Sent) -> Sent:
    """The state once the person has been told that they are taken out."""
    people = [nr for nr in state.facets.get("people", UNKNOWN).split() if nr != person]
    return replace(
        state,
        facets={**state.facets, "people": " ".join(people)},
        receivers=state.receivers - {person},
        sequence=max(state.sequence, cancelled_sequence(before)),
    )


def _require_known(numbers: Collection[str], history: History) -> None:
    known = {*history.built, *history.sent}
    unknown = [nr for nr in numbers if nr not in known]
    if unknown:
        raise UsageError(*(Finding.of("E-181", value=nr) for nr in unknown))
