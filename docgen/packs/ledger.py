"""The ledger: what was built into a pack, when, and with which content.

SQLite in the pack's ``.docgen`` folder, with a rollback journal, as packs live on network drives. It is
written after the files it speaks of. Before a file is written its fingerprint stands in ``intent``, and
its meeting's content is blank until all of it is in place: after a run that was killed in between, the
next one builds the meeting again, and knows its files for its own and not for ones that a person has
edited.

The version of the format stands in ``user_version``; a newer one is refused, an older one brought up to
date: by a build in the file itself, for looking in a copy in memory.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from docgen.errors import PackError, why
from docgen.findings import Finding, Place
from docgen.packs.files import make_folder
from docgen.packs.records import Ledger
from docgen.packs.remembered import history
from docgen.packs.schema import FORMAT, bring_up_to_date
from docgen.planning import NOTHING, History

FOLDER = ".docgen"
FILE = "ledger.sqlite"
_WAIT_SECONDS = 3.0


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
        connection.execute("PRAGMA secure_delete = ON")  # what is forgotten is not left in the file
        connection.execute("BEGIN EXCLUSIVE")
        bring_up_to_date(connection, _version(connection, path))
        connection.commit()
        yield Ledger(connection)


def has_ledger(pack: Path) -> bool:
    """Whether anything has been built into this folder before. Raises ``PackError`` where it cannot look."""
    try:
        return (pack / FOLDER / FILE).is_file()
    except OSError as error:
        raise PackError(Finding.of("E-160", Place(file=pack.name), reason=why(error))) from error


def history_of(pack: Path) -> History:
    """What was built into the pack and sent from it; nothing where there is no pack or no ledger.

    Changes nothing, but for undoing what a killed build had half written into the ledger.
    """
    if not has_ledger(pack):
        return NOTHING
    path = pack / FOLDER / FILE
    with _connection(path) as connection:
        connection.execute("PRAGMA query_only = ON")
        version = _version(connection, path)
        if version == FORMAT:
            return history(connection)
        return _of_older(connection, version) if version else NOTHING


def _of_older(connection: sqlite3.Connection, version: int) -> History:
    """What a ledger of an older format remembers; the file stays as it is."""
    with contextlib.closing(sqlite3.connect(":memory:")) as copy:
        connection.backup(copy)
        bring_up_to_date(copy, version)
        return history(copy)


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
