"""The ledger: what was built into a pack, when, and with which content.

SQLite in the pack's ``.docgen`` folder, with a rollback journal, as packs live on network drives. It is
written after the files it speaks of. Before a file is written its fingerprint stands in ``intent``, and
its meeting's content is blank until all of it is in place: after a run that was killed in between, the
next one builds the meeting again, and knows its files for its own and not for ones that a person has
edited.

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
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from docgen.errors import PackError
from docgen.findings import Finding, Place
from docgen.packs.files import make_folder
from docgen.planning import Built, Change, PlannedMeeting

FOLDER = ".docgen"
FILE = "ledger.sqlite"
FORMAT = 1
_WAIT_SECONDS = 3.0
_SCHEMA = """
CREATE TABLE meeting (nr TEXT PRIMARY KEY, uid TEXT NOT NULL, sequence INTEGER NOT NULL,
                      stamp TEXT NOT NULL, content TEXT NOT NULL, logo TEXT NOT NULL);
CREATE TABLE file (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
                   PRIMARY KEY (nr, name));
CREATE TABLE intent (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
                     PRIMARY KEY (nr, name, sha256));
"""


@dataclass(frozen=True, slots=True)
class Written:
    """A meeting that has been written: fingerprints of all its files and of the logo on them (``""``: none).

    ``complete`` says whether all went well; if not, it is tried again next time.
    """

    planned: PlannedMeeting
    files: Mapping[str, str]
    logo: str
    complete: bool


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

    def logo(self, nr: str) -> str:
        """The fingerprint of the logo that the meeting was last written with; ``""`` for none."""
        row = self._connection.execute("SELECT logo FROM meeting WHERE nr = ?", (nr,)).fetchone()
        return str(row[0]) if row else ""

    def intend(self, meetings: Iterable[tuple[PlannedMeeting, Mapping[str, str]]]) -> None:
        """Notes what is about to be written: each meeting, and its files' names and fingerprints."""
        with self._connection as transaction:
            for planned, files in meetings:
                rows = [(planned.nr, name, sha) for name, sha in files.items()]
                transaction.executemany("INSERT OR REPLACE INTO intent VALUES (?, ?, ?)", rows)
                if planned.change is not Change.UNCHANGED:
                    transaction.execute(
                        "INSERT INTO meeting VALUES (?, ?, ?, ?, '', '') "
                        "ON CONFLICT (nr) DO UPDATE SET content = ''",
                        _identity(planned),
                    )

    def record(self, meetings: Iterable[Written]) -> None:
        """Notes what has been written. Files that a meeting had before and has no longer are forgotten.

        Of a meeting that is not complete nothing but the intent stays known.
        """
        with self._connection as transaction:
            for written in meetings:
                if not written.complete:
                    continue
                nr = written.planned.nr
                row = (*_identity(written.planned), written.planned.content, written.logo)
                transaction.execute("INSERT OR REPLACE INTO meeting VALUES (?, ?, ?, ?, ?, ?)", row)
                transaction.execute("DELETE FROM intent WHERE nr = ?", (nr,))
                transaction.execute("DELETE FROM file WHERE nr = ?", (nr,))
                rows = [(nr, name, sha) for name, sha in written.files.items()]
                transaction.executemany("INSERT INTO file VALUES (?, ?, ?)", rows)

    def forget(self, nr: str) -> None:
        """Removes all that is held about a meeting."""
        with self._connection as transaction:
            for table in ("meeting", "file", "intent"):
                transaction.execute(f"DELETE FROM {table} WHERE nr = ?", (nr,))  # noqa: S608 - our own names


def _identity(planned: PlannedMeeting) -> tuple[str, str, int, str]:
    return planned.nr, planned.uid, planned.sequence, planned.stamp.isoformat()


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
    with _connection(path) as connection:
        # In this mode the lock outlasts its transaction, until the connection is closed.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        version = _version(connection, path)
        if version == 0:
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.commit()
        yield Ledger(connection)


def has_ledger(pack: Path) -> bool:
    """Whether anything has been built into this folder before."""
    return (pack / FOLDER / FILE).exists()


def built_in(pack: Path) -> dict[str, Built]:
    """What was built into the pack, by meeting number; empty where there is no pack or no ledger.

    Changes nothing, but for undoing what a killed build had half written into the ledger.
    """
    path = pack / FOLDER / FILE
    try:
        if not path.is_file():
            return {}
    except OSError as error:
        raise PackError(Finding.of("E-163", _place(path), reason=error.strerror or str(error))) from error
    with _connection(path) as connection:
        connection.execute("PRAGMA query_only = ON")
        return Ledger(connection).built() if _version(connection, path) else {}


@contextlib.contextmanager
def _connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a ledger that is there already. Raises ``PackError`` for all that SQLite minds."""
    try:
        # Not Path.as_uri: SQLite takes a server's name (//server/share) for a machine it cannot reach.
        where = quote(path.absolute().as_posix())
        uri = f"file://{'' if where.startswith('/') else '/'}{where}?mode=rw"
        connection = sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS)
        try:
            yield connection
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise PackError(Finding.of(_code(error), _place(path), reason=str(error))) from error


def _code(error: sqlite3.DatabaseError) -> str:
    if "locked" in str(error):
        return "E-162"
    return "E-166" if "full" in str(error) else "E-163"


def _place(path: Path) -> Place:
    return Place(file="/".join(path.absolute().parts[-3:]))


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > FORMAT:
        raise PackError(Finding.of("E-164", _place(path)))
    return int(version)
