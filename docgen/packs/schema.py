"""The tables of the ledger, format by format: a fresh ledger takes all steps, an older one those it lacks.

``meeting`` is what was built last, ``file``, ``intent`` and ``consent`` its files and whose consent they rest
on (files that belong to no meeting stand under their folder's name). ``sent`` is what was sent last and
``receiver`` who was told; ``cancellation`` what has been made out and not yet sent, ``deadline`` the entries
of promises and of decisions in calendars, ``off`` for those that take themselves out again.
"""

from __future__ import annotations

import sqlite3

_FIRST = """
CREATE TABLE meeting (nr TEXT PRIMARY KEY, uid TEXT NOT NULL, sequence INTEGER NOT NULL,
                      stamp TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE file (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, stale INTEGER NOT NULL,
                   PRIMARY KEY (nr, name));
CREATE TABLE intent (nr TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
                     PRIMARY KEY (nr, name, sha256));
CREATE TABLE consent (nr TEXT NOT NULL, resident TEXT NOT NULL, person TEXT NOT NULL,
                      PRIMARY KEY (nr, resident, person))
"""
_SENDING = """
ALTER TABLE meeting ADD COLUMN facets TEXT NOT NULL DEFAULT '{}';
ALTER TABLE meeting ADD COLUMN letters INTEGER NOT NULL DEFAULT 1;
ALTER TABLE meeting ADD COLUMN has_folder INTEGER NOT NULL DEFAULT 1;
ALTER TABLE meeting ADD COLUMN aim TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
CREATE TABLE sent (nr TEXT PRIMARY KEY, uid TEXT NOT NULL, sequence INTEGER NOT NULL, facets TEXT NOT NULL,
                   day TEXT NOT NULL, cancelled INTEGER NOT NULL, letters INTEGER NOT NULL,
                   aim TEXT NOT NULL, replaces TEXT NOT NULL);
CREATE TABLE receiver (nr TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (nr, person));
CREATE TABLE cancellation (nr TEXT NOT NULL, person TEXT NOT NULL, sequence INTEGER NOT NULL,
                           stamp TEXT NOT NULL, PRIMARY KEY (nr, person));
CREATE TABLE deadline (uid TEXT PRIMARY KEY, sequence INTEGER NOT NULL, stamp TEXT NOT NULL,
                       day TEXT NOT NULL)
"""
_TASKS = "ALTER TABLE deadline ADD COLUMN off INTEGER NOT NULL DEFAULT 0"
_STEPS = (_FIRST, _SENDING, _TASKS)
FORMAT = len(_STEPS)


def bring_up_to_date(connection: sqlite3.Connection, version: int) -> None:
    """Takes the steps from format ``version`` (0: no tables yet) to ``FORMAT``, within a transaction."""
    for step in _STEPS[version:]:
        for statement in step.split(";"):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {FORMAT}")
