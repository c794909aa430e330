"""What the ledger holds, as statements of SQL; ``ledger.py`` opens it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.planning import Built, Change, Consent, PlannedMeeting

SCHEMA = """
CREATE TABLE meeting (nr TEXT PRIMARY KEY, uid TEXT NOT NULL, sequence INTEGER NOT NULL,
                      stamp TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE file (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, stale INTEGER NOT NULL,
                   PRIMARY KEY (nr, name));
CREATE TABLE intent (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
                     PRIMARY KEY (nr, name, sha256));
CREATE TABLE consent (nr TEXT NOT NULL, resident TEXT NOT NULL, person TEXT NOT NULL,
                      PRIMARY KEY (nr, resident, person));
"""

_NAMING = 2  # in the column stale, where 1 is a file that should be another by now and 0 one that is right


@dataclass(frozen=True, slots=True)
class Written:
    """A meeting that has been written: the fingerprints of all its files.

    ``stale`` are those that lie there otherwise, as people left them, though they should be others by now,
    or none; ``naming`` are those among them that may name somebody without consent. ``complete`` says whether
    all went well; if not, it is tried again next time.
    """

    planned: PlannedMeeting
    files: Mapping[str, str]
    stale: frozenset[str]
    complete: bool
    naming: frozenset[str] = frozenset()

    def state(self, name: str) -> int:
        """What the ledger's column ``stale`` says of a file."""
        return _NAMING if name in self.naming else int(name in self.stale)


class Ledger:
    """An open ledger. Get one from ``opened``; it is locked against other builds while it is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def built(self) -> dict[str, Built]:
        """What was built last, by meeting number."""
        consents: dict[str, set[Consent]] = defaultdict(set)
        for nr, resident, person in self._connection.execute("SELECT nr, resident, person FROM consent"):
            consents[nr].add((resident, person))
        rows = self._connection.execute("SELECT nr, uid, sequence, stamp, content FROM meeting")
        return {
            nr: Built(uid, sequence, dt.datetime.fromisoformat(stamp), content, frozenset(consents[nr]))
            for nr, uid, sequence, stamp, content in rows.fetchall()
        }

    def files(self, nr: str) -> dict[str, str]:
        """The files of a meeting as they were last written, name to fingerprint."""
        rows = self._connection.execute("SELECT name, sha256 FROM file WHERE nr = ?", (nr,))
        return dict(rows.fetchall())

    def ours(self, nr: str) -> dict[str, set[str]]:
        """The fingerprints under which each file may lie there without a person having touched it."""
        rows = self._connection.execute(
            "SELECT name, sha256 FROM file WHERE nr = ?1 UNION SELECT name, sha256 FROM intent WHERE nr = ?1",
            (nr,),
        )
        known: dict[str, set[str]] = defaultdict(set)
        for name, sha in rows:
            known[name].add(sha)
        return known

    def stale(self, nr: str) -> frozenset[str]:
        """The files that people have edited and that should have been others, or gone, since."""
        rows = self._connection.execute("SELECT name FROM file WHERE nr = ? AND stale", (nr,))
        return frozenset(name for (name,) in rows)

    def naming(self, nr: str) -> frozenset[str]:
        """The stale files among them that may name somebody who has no longer the consent for it."""
        rows = self._connection.execute("SELECT name FROM file WHERE nr = ? AND stale = ?", (nr, _NAMING))
        return frozenset(name for (name,) in rows)

    def with_naming(self) -> frozenset[str]:
        """The numbers of the meetings that have such files."""
        rows = self._connection.execute("SELECT nr FROM file WHERE stale = ?", (_NAMING,))
        return frozenset(nr for (nr,) in rows)

    def intend(self, meetings: Iterable[tuple[PlannedMeeting, Mapping[str, str]]]) -> None:
        """Notes what is about to be written: each meeting, and its files' names and fingerprints."""
        with self._connection as transaction:
            for planned, files in meetings:
                rows = [(planned.nr, name, sha) for name, sha in files.items()]
                transaction.executemany("INSERT OR REPLACE INTO intent VALUES (?, ?, ?)", rows)
                if planned.change is not Change.UNCHANGED:
                    transaction.execute(
                        "INSERT INTO meeting VALUES (?, ?, ?, ?, '') "
                        "ON CONFLICT (nr) DO UPDATE SET content = ''",
                        _identity(planned),
                    )
                # Until all is written, files that rest on the old consents may lie there, and on the new.
                transaction.executemany("INSERT OR IGNORE INTO consent VALUES (?, ?, ?)", _consents(planned))

    def record(self, meetings: Iterable[Written]) -> None:
        """Notes what has been written. Files that a meeting had before and has no longer are forgotten.

        Of a meeting that is not complete nothing but the intent stays known.
        """
        with self._connection as transaction:
            for written in meetings:
                if not written.complete:
                    continue
                nr = written.planned.nr
                _delete(transaction, nr)
                row = (*_identity(written.planned), written.planned.content)
                transaction.execute("INSERT INTO meeting VALUES (?, ?, ?, ?, ?)", row)
                rows = [(nr, name, sha, written.state(name)) for name, sha in written.files.items()]
                transaction.executemany("INSERT INTO file VALUES (?, ?, ?, ?)", rows)
                transaction.executemany("INSERT INTO consent VALUES (?, ?, ?)", _consents(written.planned))

    def forget(self, nr: str) -> None:
        """Removes all that is held about a meeting."""
        with self._connection as transaction:
            _delete(transaction, nr)


def _delete(transaction: sqlite3.Connection, nr: str) -> None:
    for table in ("meeting", "file", "intent", "consent"):
        transaction.execute(f"DELETE FROM {table} WHERE nr = ?", (nr,))  # noqa: S608 - our own names


def _identity(planned: PlannedMeeting) -> tuple[str, str, int, str]:
    return planned.nr, planned.uid, planned.sequence, planned.stamp.isoformat()


def _consents(planned: PlannedMeeting) -> list[tuple[str, str, str]]:
    """Whose consent, and to whom, the meeting's files rest on."""
    resident = planned.resident.nr if planned.resident else ""
    named = (*planned.seating.participants, *planned.seating.informed)
    return [(planned.nr, resident, who.nr) for who in named if who.by_consent]
