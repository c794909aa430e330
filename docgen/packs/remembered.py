"""Reading the ledger: what was built and what was sent, as the plan wants it."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from docgen.planning import Built, Consent, Entered, History, Replaced, Sent, Told

_BUILT = "SELECT nr, uid, sequence, stamp, content, facets, letters, has_folder, aim, replaces FROM meeting"
_SENT = "SELECT nr, uid, sequence, facets, day, cancelled, letters, aim, replaces FROM sent"


def history(connection: sqlite3.Connection) -> History:
    """All that a ledger of the present format remembers."""
    deadlines = connection.execute("SELECT uid, sequence, stamp, day, off FROM deadline").fetchall()
    made_out = connection.execute("SELECT nr, person, stamp FROM cancellation").fetchall()
    return History(
        built=_built(connection),
        sent=_sent(connection),
        cancellations={(nr, person): _moment(stamp) for nr, person, stamp in made_out},
        deadlines={
            uid: Entered(number, _moment(stamp), dt.date.fromisoformat(day), bool(off))
            for uid, number, stamp, day, off in deadlines
        },
    )


def as_text(replaces: Replaced | None) -> str:
    """The replaced letter as the ledger keeps it; empty for none."""
    if replaces is None:
        return ""
    told = replaces.told
    said = [str(told.date), f"{told.start:%H:%M}", told.length, told.place, told.title]
    return json.dumps([str(replaces.on), *said, list(replaces.receivers)], ensure_ascii=False)


def _replaced(text: str) -> Replaced | None:
    if not text:
        return None
    on, day, start, length, place, title, receivers = json.loads(text)
    told = Told(dt.date.fromisoformat(day), dt.time.fromisoformat(start), length, place, title)
    return Replaced(dt.date.fromisoformat(on), told, tuple(receivers))


def _built(connection: sqlite3.Connection) -> dict[str, Built]:
    consents: dict[str, set[Consent]] = defaultdict(set)
    for nr, resident, person in connection.execute("SELECT nr, resident, person FROM consent"):
        consents[nr].add((resident, person))
    rows = connection.execute(_BUILT).fetchall()
    return {
        nr: Built(
            uid,
            sequence,
            _moment(stamp),
            content,
            frozenset(consents[nr]),
            json.loads(facets),
            bool(letters),
            bool(has_folder),
            aim,
            _replaced(replaces),
        )
        for nr, uid, sequence, stamp, content, facets, letters, has_folder, aim, replaces in rows
    }


def _sent(connection: sqlite3.Connection) -> dict[str, Sent]:
    rows = connection.execute(_SENT).fetchall()
    told = _grouped(connection.execute("SELECT nr, person FROM receiver"))
    return {
        nr: Sent(
            uid,
            sequence,
            json.loads(facets),
            dt.date.fromisoformat(day),
            bool(cancelled),
            frozenset(told[nr]),
            bool(letters),
            aim,
            _replaced(replaces),
        )
        for nr, uid, sequence, facets, day, cancelled, letters, aim, replaces in rows
    }


def _grouped(rows: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for key, value in rows:
        grouped[key].add(value)
    return grouped


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)
