"""A pack whose ledger is lost: what its files tell of what was built, and of what may have been sent.

Invites and people's calendars hold each meeting's identity, its version, its time and place, and who has it.
Whether they were sent nobody knows: so calendars are treated as if they had been (a higher SEQUENCE does no
harm, one that is too low is ignored), and letters as if they had not.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docgen.calendars import Read, Status, read
from docgen.findings import Finding, Place
from docgen.packs.contents import INVITE
from docgen.packs.extras import CALENDARS, CANCELLATIONS
from docgen.packs.folders import MEETINGS
from docgen.packs.ledger import FILE, FOLDER, has_ledger, history_of
from docgen.packs.sending import UNKNOWN
from docgen.planning import NOTHING, Built, Entered, History, Sent

_NO_CONTENT = "?"  # no content is equal to it
_EVENT = re.compile(rb"^BEGIN:VEVENT\r?\n.*?^END:VEVENT\r?\n", re.MULTILINE | re.DOTALL)
_LETTER = re.compile(r"invitation[^_]*_([^_]+)\.docx")
_DAY = re.compile(r"^(UID|SEQUENCE|STATUS|DTSTAMP|DTSTART;VALUE=DATE):(.*)$", re.MULTILINE)


@dataclass
class _Traces:
    """What is found of one meeting. ``invite`` is the one in its folder, ``others`` are in calendars.

    ``off`` are cancellations by person ("" for the whole meeting).
    """

    kind: str = ""
    invite: Read | None = None
    letters: bool = False
    others: list[Read] = field(default_factory=list)
    off: dict[str, Read] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)

    @property
    def last(self) -> Read | None:
        """The meeting as it was last planned."""
        known = (self.invite, *self.others, *self.off.values())
        return next((one for one in known if one), None)

    def built(self) -> Built | None:
        one = self.invite or next(iter(self.others), None)
        if one is None:
            return None
        content, has_folder = (_NO_CONTENT, True) if self.invite else ("", False)
        facets = _facets(one, self.kind)
        return Built(
            one.uid,
            one.sequence,
            one.stamp,
            content,
            facets=facets,
            letters=self.letters,
            has_folder=has_folder,
        )

    def sent(self, last: Read) -> Sent:
        """The meeting as if all that lies there had gone out.

        Where anybody was taken out, calendars may have a version that nothing else tells of.
        """
        facets = _facets(last, self.kind) | ({"people": UNKNOWN} if self.off else {})
        version = max(one.sequence for one in (last, *self.others, *self.off.values()))
        return Sent(
            last.uid, version, facets, last.stamp.date(), receivers=frozenset(self.people), letters=False
        )


def history_in(pack: Path) -> tuple[History, tuple[Finding, ...]]:
    """What the pack's ledger remembers, or else what its files tell, with a finding that says so.

    Raises ``PackError`` for a ledger that cannot be read.
    """
    if has_ledger(pack):
        return history_of(pack), ()
    history = recovered(pack)
    if not (history.built or history.sent):
        return NOTHING, ()
    place = Place(file=f"{pack.name}/{FOLDER}/{FILE}")
    return history, (Finding.of("W-170", place, count=len({**history.built, **history.sent})),)


def recovered(pack: Path) -> History:
    """What the calendar files in a pack tell; nothing where there is no pack."""
    found: dict[str, _Traces] = defaultdict(_Traces)
    deadlines: dict[str, Entered] = {}
    _look_into_folders(pack / MEETINGS, found)
    for path in sorted((pack / CALENDARS).glob("[!_]*.ics")):
        if "_" not in path.stem:  # another was set aside for it
            deadlines |= _look_into_calendar(path, found)
    _look_into_cancellations(pack / CANCELLATIONS, found)
    built = {nr: one for nr, traces in found.items() if (one := traces.built())}
    sent = {nr: traces.sent(traces.last) for nr, traces in found.items() if traces.last}
    made_out = {(nr, who): off.stamp for nr, traces in found.items() for who, off in traces.off.items()}
    return History(built=built, sent=sent, cancellations=made_out, deadlines=deadlines)


def _look_into_folders(home: Path, found: dict[str, _Traces]) -> None:
    """The invite of each folder, and who has a letter there."""
    for path in sorted(home.glob(f"*_*/{INVITE}")):
        head, _, nr = path.parent.name.rpartition("_")
        if invite := read(path.read_bytes()):
            traces = found[nr]
            traces.invite, traces.kind = invite, "_".join(head.split("_")[2:])
            letters = (_LETTER.fullmatch(letter.name) for letter in path.parent.glob("invitation*.docx"))
            receivers = {match[1] for match in letters if match}
            traces.people |= receivers
            traces.letters = bool(receivers)


def _look_into_calendar(path: Path, found: dict[str, _Traces]) -> dict[str, Entered]:
    """The meetings in somebody's calendar; the deadlines in it come back."""
    deadlines: dict[str, Entered] = {}
    for event in _EVENT.findall(path.read_bytes()):
        if one := read(b"BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\n" + event + b"END:VCALENDAR\r\n"):
            traces = found[_nr(one)]
            traces.people.add(path.stem)
            if one.status is Status.CONFIRMED:
                traces.others.append(one)
        else:
            deadlines.update(_deadline(event))
    return deadlines


def _look_into_cancellations(home: Path, found: dict[str, _Traces]) -> None:
    """What is called off: ``M001.ics`` for everybody, ``M001_P003.ics`` for one."""
    for path in sorted(home.glob("*.ics")):
        nr, _, person = path.stem.partition("_")
        if one := read(path.read_bytes()):
            found[nr].off[person] = one
            found[nr].people |= {person} - {""}
    for path in sorted(home.glob("*_*.docx")):
        nr, _, person = path.stem.partition("_")
        if nr in found:
            found[nr].people.add(person)


def _deadline(event: bytes) -> Iterator[tuple[str, Entered]]:
    """A deadline's UID, with its version and its day; nothing for any other entry."""
    said = dict(_DAY.findall(event.decode("utf-8", "replace").replace("\r", "").replace("\n ", "")))
    try:
        stamp = dt.datetime.strptime(said["DTSTAMP"], "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
        day = dt.datetime.strptime(said["DTSTART;VALUE=DATE"], "%Y%m%d").replace(tzinfo=dt.UTC).date()
        is_off = said.get("STATUS") == Status.CANCELLED
        yield said["UID"], Entered(int(said["SEQUENCE"]), stamp, day, is_off)
    except (KeyError, ValueError):
        return


def _nr(one: Read) -> str:
    """The meeting's number: its UID begins with it, and no number has a full stop."""
    return one.uid.partition(".")[0]


def _facets(found: Read, kind: str) -> dict[str, str]:
    """The facets that an invite tells; whatever else is not known is no change either."""
    facets = {
        "date": found.start.date().isoformat(),
        "start": found.start.strftime("%H:%M"),
        "length": str(found.minutes),
        "place": found.location,
        "title": found.summary,
    }
    return facets | ({"type": kind} if kind else {})
