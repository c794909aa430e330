"""What the ledger holds, as statements of SQL; ``ledger.py`` opens it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.packs.holders import Holders, delete
from docgen.packs.remembered import history
from docgen.packs.statements import CLEARED, COLUMNS, FINISHED, SENT, UNFINISHED, meeting_row, sent_row
from docgen.planning import Change, Entered, History, PlannedMeeting, Sent

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


class Ledger(Holders):
    """An open ledger. Get one from ``opened``; it is locked against other builds while it is open."""

    def history(self) -> History:
        """What was built and sent."""
        return history(self._connection)

    def versions(self) -> dict[str, tuple[str, int]]:
        """Content and SEQUENCE of each meeting as built; the content is blank where that is half done."""
        rows = self._connection.execute("SELECT nr, content, sequence FROM meeting").fetchall()
        return {nr: (content, sequence) for nr, content, sequence in rows}

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
                    transaction.execute(UNFINISHED, {**meeting_row(planned), "content": ""})
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
                delete(transaction, nr)
                transaction.execute(FINISHED, meeting_row(written.planned))
                rows = [(nr, name, sha, written.state(name)) for name, sha in written.files.items()]
                transaction.executemany("INSERT INTO file VALUES (?, ?, ?, ?)", rows)
                transaction.executemany("INSERT INTO consent VALUES (?, ?, ?)", _consents(written.planned))

    def record_calendar(self, meetings: Iterable[PlannedMeeting]) -> None:
        """Notes the meetings that stand in calendars and have no folder; others without one are forgotten."""
        with self._connection as transaction:
            transaction.execute("DELETE FROM meeting WHERE NOT has_folder")
            for planned in meetings:
                row = {**meeting_row(planned), "content": "", "has_folder": 0, "letters": 0}
                transaction.execute(FINISHED, row)

    def record_cleared(self, numbers: Iterable[str]) -> None:
        """Notes meetings whose files are gone but for what people wrote: of those nothing is sent."""
        with self._connection as transaction:
            transaction.executemany(CLEARED, [(nr,) for nr in numbers])

    def record_entries(
        self,
        cancellations: Iterable[tuple[str, str, int, dt.datetime]],
        deadlines: Mapping[str, Entered],
        forgotten: Iterable[str] = (),
    ) -> None:
        """Notes all cancellations that are made out, and forgets others; and the deadlines in calendars.

        A deadline is known for ever: it may come back, and must not be taken for an older version of itself.
        Only those ``forgotten`` are not, whose UID bears the number of somebody without consent.
        """
        with self._connection as transaction:
            transaction.execute("DELETE FROM cancellation")
            made_out = [(nr, person, n, stamp.isoformat()) for nr, person, n, stamp in cancellations]
            transaction.executemany("INSERT INTO cancellation VALUES (?, ?, ?, ?)", made_out)
            dated = [
                (uid, one.sequence, one.stamp.isoformat(), one.day.isoformat(), int(one.is_off))
                for uid, one in deadlines.items()
            ]
            transaction.executemany("DELETE FROM deadline WHERE uid = ?", [(uid,) for uid in forgotten])
            transaction.executemany("INSERT OR REPLACE INTO deadline VALUES (?, ?, ?, ?, ?)", dated)

    def take_over(self, history: History) -> None:
        """Notes what the files of a pack without a ledger told; whose they are, it cannot know."""
        with self._connection as transaction:
            for nr, built in history.built.items():
                values = (nr, built.uid, built.sequence, built.stamp.isoformat(), built.content)
                facets = json.dumps(dict(built.facets), ensure_ascii=False)
                row = dict(
                    zip(
                        COLUMNS.split(", "),
                        (*values, facets, int(built.letters), int(built.has_folder), "", ""),
                        strict=True,
                    )
                )
                transaction.execute(FINISHED, row)
        self.record_sent(history.sent)

    def record_sent(self, meetings: Mapping[str, Sent]) -> None:
        """Notes what has gone out: the last state of each meeting that people have been told of."""
        with self._connection as transaction:
            for nr, sent in meetings.items():
                transaction.execute("DELETE FROM receiver WHERE nr = ?", (nr,))
                transaction.executemany(
                    "INSERT INTO receiver VALUES (?, ?)", [(nr, person) for person in sorted(sent.receivers)]
                )
                transaction.execute(SENT, sent_row(nr, sent))

    def rest_on(self, nr: str, resident: str, people: Iterable[str]) -> None:
        """Notes that something was made of the meeting by the resident's consent to involve these people."""
        with self._connection as transaction:
            rows = [(nr, resident, person) for person in people]
            transaction.executemany("INSERT OR IGNORE INTO consent VALUES (?, ?, ?)", rows)

    def forget_consents(self, nr: str, people: Iterable[str]) -> None:
        """Nothing of the meeting rests on the consent to involve these people any more."""
        with self._connection as transaction:
            rows = [(nr, person) for person in people]
            transaction.executemany("DELETE FROM consent WHERE nr = ? AND person = ?", rows)

    def forget(self, nr: str) -> None:
        """Removes all that is held about a meeting."""
        with self._connection as transaction:
            delete(transaction, nr)


def _consents(planned: PlannedMeeting) -> list[tuple[str, str, str]]:
    """Whose consent, and to whom, the meeting's files rest on."""
    resident = planned.resident.nr if planned.resident else ""
    named = (*planned.seating.participants, *planned.seating.informed)
    people = {who.nr for who in named if who.by_consent}.union(*(one.rests_on for one in planned.agreed))
    return [(planned.nr, resident, nr) for nr in sorted(people)]
