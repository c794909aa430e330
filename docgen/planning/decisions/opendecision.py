"""Open decisions as values: what the agenda, the overview and people's calendars tell of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.findings import Finding


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """What a meeting decided and nobody has marked as done.

    ``meeting`` is the number of that meeting and ``title`` its type's, blank where it is not known; ``about``
    is the resident's name, or the forum. ``responsible`` is what is shown: names as the workbook has them,
    and what people wrote where nobody is found by it. ``people`` are the numbers behind it with the names;
    ``reached`` those among them in whose calendars the deadline may stand.

    ``agenda`` is the number of the meeting that comes back to it; blank while none is planned. ``rests_on``
    are those who are named by the resident's consent.
    """

    meeting: str
    number: str
    text: str
    responsible: str = ""
    deadline: dt.date | None = None
    is_overdue: bool = False
    agenda: str = ""
    title: str = ""
    about: str = ""
    people: tuple[tuple[str, str], ...] = ()
    reached: tuple[str, ...] = ()
    rests_on: frozenset[str] = frozenset()
    has_own_number: bool = True

    @property
    def name(self) -> str:
        """What lists call it: ``M001-2``."""
        return "-".join(filter(None, (self.meeting, self.number)))

    @property
    def urgency(self) -> tuple[object, ...]:
        """What lists are sorted by: the earliest deadline first, and those without one last."""
        number = (len(self.number), self.number)
        return (self.deadline or dt.date.max, self.meeting, number, self.text, self.responsible)


@dataclass(frozen=True, slots=True)
class Decisions:
    """All open decisions, the most urgent first, and what was found about them.

    ``is_unsure`` says that one which is not among them may yet stand in a row that cannot be read.
    """

    open: tuple[OpenDecision, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_unsure: bool = False

    def by_agenda(self) -> Mapping[str, tuple[OpenDecision, ...]]:
        """Those that each meeting comes back to, by its number."""
        return _grouped((one.agenda, one) for one in self.open if one.agenda)


def _grouped(pairs: Iterable[tuple[str, OpenDecision]]) -> dict[str, tuple[OpenDecision, ...]]:
    grouped: dict[str, list[OpenDecision]] = {}
    for nr, one in pairs:
        grouped.setdefault(nr, []).append(one)
    return {nr: tuple(ones) for nr, ones in grouped.items()}
