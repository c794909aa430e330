"""The rows of the ledger's larger tables, as statements of SQL and the values that go into them."""

from __future__ import annotations

import json

from docgen.packs.remembered import as_text
from docgen.planning import PlannedMeeting, Sent

COLUMNS = "nr, uid, sequence, stamp, content, facets, letters, has_folder, aim, replaces"
_VALUES = ", ".join(f":{name}" for name in COLUMNS.split(", "))
FINISHED = f"INSERT OR REPLACE INTO meeting ({COLUMNS}) VALUES ({_VALUES})"  # noqa: S608 - our own names
# Until all of it is in place the content is blank; what was built before stays known beside it.
UNFINISHED = (
    f"{FINISHED.replace(' OR REPLACE', '')} ON CONFLICT (nr) DO UPDATE SET content = '', has_folder = 1"
)
CLEARED = "UPDATE meeting SET facets = json_remove(facets, '$.people') WHERE nr = ?"
SENT = (
    "INSERT OR REPLACE INTO sent VALUES "
    "(:nr, :uid, :sequence, :facets, :day, :cancelled, :letters, :aim, :replaces)"
)


def sent_row(nr: str, sent: Sent) -> dict[str, object]:
    """What goes into ``sent`` for a meeting that people have been told of."""
    return {
        "nr": nr,
        "uid": sent.uid,
        "sequence": sent.sequence,
        "facets": json.dumps(dict(sent.facets), ensure_ascii=False),
        "day": sent.on.isoformat(),
        "cancelled": int(sent.cancelled),
        "letters": int(sent.letters),
        "aim": sent.aim,
        "replaces": as_text(sent.replaces),
    }


def meeting_row(planned: PlannedMeeting) -> dict[str, object]:
    """What goes into ``meeting`` for one that has been built."""
    return {
        "nr": planned.nr,
        "uid": planned.uid,
        "sequence": planned.sequence,
        "stamp": planned.stamp.isoformat(),
        "content": planned.content,
        "facets": json.dumps(dict(planned.facets), ensure_ascii=False),
        "letters": int(planned.letters),
        "has_folder": 1,
        "aim": planned.aim,
        "replaces": as_text(planned.replaces),
    }
