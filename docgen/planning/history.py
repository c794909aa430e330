"""What the ledger remembers, as values: what was built last, and what was sent last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.planning.consent import Consent
from docgen.planning.facets import Facets, Told


@dataclass(frozen=True, slots=True)
class Replaced:
    """The letter that a new one takes the place of: the day it was sent, what it said, and who had one."""

    on: dt.date
    told: Told
    receivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """What was built of a meeting: its calendar identity, when and with which content.

    ``consents`` are those that its files rest on: without them people could not be named there. ``letters``
    says whether letters were among the files, ``has_folder`` whether there were any files: a meeting that
    lies too far ahead stands in calendars alone. ``aim`` is the slot that the cadence wished for ("" for rows
    that people wrote).
    """

    uid: str
    sequence: int
    stamp: dt.datetime
    content: str
    consents: frozenset[Consent] = frozenset()
    facets: Facets = field(default_factory=dict, hash=False)
    letters: bool = True
    has_folder: bool = True
    aim: str = ""
    replaces: Replaced | None = None

    @property
    def date(self) -> dt.date | None:
        """The day it was to be held; ``None`` where an older ledger does not say."""
        return dt.date.fromisoformat(self.facets["date"]) if "date" in self.facets else None


@dataclass(frozen=True, slots=True)
class Sent:
    """What was last sent of a meeting, and to whom.

    ``cancelled`` says that it was the cancellation. ``receivers`` are those who have been told of it and not
    since been taken out. ``letters`` is False where calendars alone have gone out. ``aim`` is the slot that
    the cadence wished for then ("" for rows that people wrote).
    """

    uid: str
    sequence: int
    facets: Facets = field(hash=False)
    on: dt.date
    cancelled: bool = False
    receivers: frozenset[str] = frozenset()
    letters: bool = True
    aim: str = ""
    replaces: Replaced | None = None

    @property
    def told(self) -> Told:
        """When and where the meeting was to be."""
        return Told.of(self.facets)


@dataclass(frozen=True, slots=True)
class Entered:
    """The entry of a deadline as it was last put into somebody's calendar.

    ``is_off`` says that it was put there to take itself out again.
    """

    sequence: int
    stamp: dt.datetime
    day: dt.date
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """All that the ledger remembers, by meeting number.

    ``cancellations`` gives the time stamp of each cancellation that was built, by number and person ("" for
    the whole meeting); ``deadlines`` each deadline's entry in calendars, by UID.
    """

    built: Mapping[str, Built] = field(default_factory=dict)
    sent: Mapping[str, Sent] = field(default_factory=dict)
    cancellations: Mapping[tuple[str, str], dt.datetime] = field(default_factory=dict)
    deadlines: Mapping[str, Entered] = field(default_factory=dict)


NOTHING = History()
