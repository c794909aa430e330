"""A pack whose ledger is lost: what its files tell of what was built, and of what may have been sent.

The invites hold a meeting's identity, its version, its time and place. Whether they were sent nobody knows:
so calendars are treated as if they had been (a higher SEQUENCE does no harm, one that is too low is ignored),
and letters as if they had not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.calendars import Read, Status, read
from docgen.findings import Finding, Place
from docgen.packs.contents import INVITE
from docgen.packs.extras import CANCELLATIONS
from docgen.packs.folders import MEETINGS
from docgen.packs.ledger import FILE, FOLDER, has_ledger, history_of
from docgen.planning import NOTHING, Built, History, Sent

UNKNOWN = "?"
"""The content of a meeting whose files nobody remembers: no content is equal to it."""


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
    """What the invites and cancellations in a pack tell; nothing where there is no pack."""
    built, sent = {}, {}
    for nr, kind, invite, letters in _invites(pack / MEETINGS):
        facets, stamp = _facets(invite, kind), invite.stamp
        built[nr] = Built(invite.uid, invite.sequence, stamp, UNKNOWN, facets=facets, letters=letters)
        sent[nr] = Sent(invite.uid, invite.sequence, facets, stamp.date(), letters=False)
    called_off = dict(_called_off(pack / CANCELLATIONS))
    for nr, one in called_off.items():
        sent[nr] = Sent(one.uid, one.sequence - 1, _facets(one, ""), one.stamp.date(), letters=False)
    stamps = {(nr, ""): one.stamp for nr, one in called_off.items()}
    return History(built=built, sent=sent, cancellations=stamps)


def _called_off(home: Path) -> Iterator[tuple[str, Read]]:
    """Number and cancellation of each meeting that was called off for everybody."""
    for path in sorted(home.glob("*.ics")):
        found = read(path.read_bytes())
        if found and found.status is Status.CANCELLED:
            yield path.stem, found


def _invites(home: Path) -> Iterator[tuple[str, str, Read, bool]]:
    """Number, type and invite of each folder's meeting, and whether letters lie beside it."""
    for path in sorted(home.glob(f"*_*/{INVITE}")):
        head, _, nr = path.parent.name.rpartition("_")
        kind = "_".join(head.split("_")[2:])
        if found := read(path.read_bytes()):
            yield nr, kind, found, any(path.parent.glob("invitation_*.docx"))


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
