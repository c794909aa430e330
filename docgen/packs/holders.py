"""The files that the ledger knows of, by what holds them: a meeting, or a folder that is no meeting's."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Set


class Holders:
    """The tables ``file`` and ``intent`` of an open ledger."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

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

    def holders(self, home: str) -> frozenset[str]:
        """The folders under ``home`` that hold files which belong to no meeting."""
        rows = self._connection.execute("SELECT DISTINCT nr FROM file WHERE nr LIKE ?", (f"{home}/%/",))
        return frozenset(nr.removesuffix("/") for (nr,) in rows)

    def intend_files(self, holder: str, files: Mapping[str, str]) -> None:
        """Notes what is about to be written into a folder that is no meeting's (``kalendere/``)."""
        with self._connection as transaction:
            rows = [(holder, name, sha) for name, sha in files.items()]
            transaction.executemany("INSERT OR REPLACE INTO intent VALUES (?, ?, ?)", rows)

    def record_files(self, holder: str, files: Mapping[str, str], stale: Set[str] = frozenset()) -> None:
        """Notes the files that a folder holds now; others that it had are forgotten."""
        self.record_holders({holder: files}, stale)

    def record_holders(self, holders: Mapping[str, Mapping[str, str]], stale: Set[str] = frozenset()) -> None:
        """The same of several folders; of those that are as they were nothing is written."""
        news = {holder: files for holder, files in holders.items() if self._is_news(holder, files, stale)}
        if not news:
            return
        with self._connection as transaction:
            for holder, files in news.items():
                delete(transaction, holder)
                rows = [(holder, name, sha, int(name in stale)) for name, sha in files.items()]
                transaction.executemany("INSERT INTO file VALUES (?, ?, ?, ?)", rows)

    def _is_news(self, holder: str, files: Mapping[str, str], stale: Set[str]) -> bool:
        is_known = self.files(holder) == files and self.stale(holder) == stale & files.keys()
        return not is_known or self.ours(holder) != {name: {sha} for name, sha in files.items()}


def delete(transaction: sqlite3.Connection, nr: str) -> None:
    """Removes all that is held about a meeting or a folder."""
    for table in ("meeting", "file", "intent", "consent"):
        transaction.execute(f"DELETE FROM {table} WHERE nr = ?", (nr,))  # noqa: S608 - our own names
