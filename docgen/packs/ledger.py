"""The ledger: what was built into a pack, when, and with which content.

SQLite in the pack's ``.docgen`` folder, with a rollback journal, as packs live on network drives. It is
written after the files it speaks of. Before a file is written its fingerprint stands in ``intent``: after
a run that was killed in between, the next one knows the file for its own and not for one that a person
has edited.

The version of the format stands in ``user_version``; a newer one is refused, an older one brought up to
date. What was *sent* gets tables of its own when sending comes.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from docgen.errors import PackError
from docgen.findings import Finding, Place
from docgen.packs.files import make_folder
from docgen.planning import Built, PlannedMeeting

FOLDER = ".docgen"
FILE = "ledger.sqlite"
FORMAT = 1
_WAIT_SECONDS = 3.0
_SCHEMA = """
CREATE TABLE meeting (nr TEXT PRIMARY KEY, uid TEXT NOT NULL, sequence INTEGER NOT NULL,
                      stamp TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE file (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
                   PRIMARY KEY (nr, name));
CREATE TABLE intent (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
                     PRIMARY KEY (nr, name, sha256));
"""


class Ledger:
    """An open ledger. Get one from ``opened``; it is locked against other builds while it is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def built(self) -> dict[str, Built]:
        """What was built last, by meeting number."""
        rows = self._connection.execute("SELECT nr, uid, sequence, stamp, content FROM meeting")
        return {
            nr: Built(uid, sequence, dt.datetime.fromisoformat(stamp), content)
            for nr, uid, sequence, stamp, content in rows
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

    def intend(self, meetings: Mapping[str, Mapping[str, str]]) -> None:
        """Notes what is about to be written: for each meeting's number, file name to fingerprint."""
        rows = [(nr, name, sha) for nr, files in meetings.items() for name, sha in files.items()]
        with self._connection as transaction:
            transaction.executemany("INSERT OR REPLACE INTO intent VALUES (?, ?, ?)", rows)

    def record(self, meetings: Iterable[tuple[PlannedMeeting, Mapping[str, str], bool]]) -> None:
        """Notes what has been written: each meeting, its files' fingerprints, and whether all went well.

        A meeting that is not complete is tried again next time, and what was intended for it stays known;
        files that a meeting had before and has no longer are forgotten.
        """
        with self._connection as transaction:
            for planned, files, complete in meetings:
                nr, stamp = planned.nr, planned.stamp.isoformat()
                content = planned.content if complete else ""
                row = (nr, planned.uid, planned.sequence, stamp, content)
                transaction.execute("INSERT OR REPLACE INTO meeting VALUES (?, ?, ?, ?, ?)", row)
                if complete:
                    transaction.execute("DELETE FROM intent WHERE nr = ?", (nr,))
                    transaction.execute("DELETE FROM file WHERE nr = ?", (nr,))
                    rows = [(nr, name, sha) for name, sha in files.items()]
                    transaction.executemany("INSERT INTO file VALUES (?, ?, ?)", rows)

    def forget(self, nr: str) -> None:
        """Removes all that is held about a meeting."""
        with self._connection as transaction:
            for table in ("meeting", "file", "intent"):
                transaction.execute(f"DELETE FROM {table} WHERE nr = ?", (nr,))  # noqa: S608 - our own names


@contextlib.contextmanager
def opened(pack: Path) -> Iterator[Ledger]:
    """The pack's ledger for a build, made if there is none; nobody else can build meanwhile.

    Raises ``PackError`` when it is in use, from a newer version or no ledger at all.
    """
    folder = pack / FOLDER
    make_folder(folder)
    with contextlib.suppress(OSError):
        folder.chmod(0o700)
    path = folder / FILE
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    with _connection(path.as_uri(), pack) as connection:
        # In this mode the lock outlasts its transaction, until the connection is closed.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        version = _version(connection, pack)
        if version == 0:
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.commit()
        yield Ledger(connection)


def built_in(pack: Path) -> dict[str, Built]:
    """What was built into the pack, by meeting number; empty where there is no pack or no ledger."""
    path = pack / FOLDER / FILE
    if not path.is_file():
        return {}
    with _connection(path.as_uri() + "?mode=ro", pack) as connection:
        return Ledger(connection).built() if _version(connection, pack) else {}


@contextlib.contextmanager
def _connection(uri: str, pack: Path) -> Iterator[sqlite3.Connection]:
    place = Place(file=f"{pack.name}/{FOLDER}/{FILE}")
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS)
        try:
            yield connection
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        code = "E-162" if "locked" in str(error) else "E-163"
        raise PackError(Finding.of(code, place, reason=str(error))) from error
    except sqlite3.DatabaseError as error:
        raise PackError(Finding.of("E-163", place, reason=str(error))) from error


def _version(connection: sqlite3.Connection, pack: Path) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > FORMAT:
        raise PackError(Finding.of("E-164", Place(file=f"{pack.name}/{FOLDER}/{FILE}")))
    return int(version)
