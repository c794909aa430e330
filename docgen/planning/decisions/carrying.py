"""Open decisions carried on: from the meeting that made them to the next one on its line."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen import danish
from docgen.findings import Finding
from docgen.model import Decision, DecisionStatus, Resident, Workbook
from docgen.planning.consent import may_come
from docgen.planning.decisions.lines import Lines, Stop
from docgen.planning.decisions.opendecision import Decisions, OpenDecision
from docgen.planning.decisions.responsible import Directory, Meant, Who, those_meant
from docgen.planning.decisions.unnamed import Discretion, discretion
from docgen.planning.register import MEETINGS, PEOPLE, RESIDENTS
from docgen.planning.touching import Errors

SHEET = "Beslutninger"
_READ = (SHEET, MEETINGS, PEOPLE, RESIDENTS)  # what an open decision is understood by


def open_decisions(workbook: Workbook, lines: Lines, errors: Errors, today: dt.date) -> Decisions:
    """The open decisions of the workbook; those that must not be shown are not among them.

    Rows that are marked as done are history, and nothing is found about them. ``errors`` are those of
    reading and checking.
    """
    secretary = _Secretary(workbook, lines, today)
    rows = [row for row in workbook.decisions if row.status is not DecisionStatus.DONE]
    numbers = Counter(map(_identity, rows))
    found = [secretary.carry_on(row, is_only=numbers[_identity(row)] == 1) for row in rows]
    unread = any(row.at.sheet in _READ for row in workbook.broken)
    faulty = any(errors.of_row(row.at) for row in workbook.decisions) or bool(errors.of_sheet(SHEET))
    return Decisions(
        open=tuple(sorted(filter(None, found), key=lambda one: one.urgency)),
        findings=tuple(secretary.findings),
        is_unsure=unread or faulty,
    )


def _identity(row: Decision) -> tuple[str, str]:
    return row.meeting.casefold(), row.number.casefold()


@dataclass(slots=True)
class _Secretary:
    """Understands one row after the other; ``findings`` grow as it goes."""

    workbook: Workbook
    lines: Lines
    today: dt.date
    findings: list[Finding] = field(default_factory=list)
    directory: Directory = field(init=False)
    told: dict[str | None, Discretion] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.directory = Directory.of((*self.workbook.residents, *self.workbook.people))

    def carry_on(self, row: Decision, *, is_only: bool) -> OpenDecision | None:
        """The row as an open decision; ``None`` where there is nothing to show, or nothing may be shown."""
        stop = self.lines.find(row.meeting) if row.meeting else None
        if stop is None and not self._is_unread(row.meeting):
            self._note("W-260", row, "Møde")
        resident = self.lines.register.residents.get(stop.resident) if stop else None
        kept = self._discretion(stop, resident)
        if not row.decision:
            self._note("W-266", row, "Beslutning")
            return None
        if kept.hidden and (cell := next(_naming(row, kept), "")):
            self._note("W-264", row, cell)
            return None
        later = self.lines.next_after(stop) if stop else None
        meant = those_meant(row.responsible, self.directory, self._nearest(stop, later, resident))
        people = tuple(one.one for one in meant if one.one and not kept.hides(one.one))
        shown = tuple(dict.fromkeys(self._shown(meant, kept, row)))
        carried = OpenDecision(
            meeting=stop.nr if stop else row.meeting,
            number=row.number,
            text=danish.one_line(row.decision),
            responsible=danish.enumeration(shown),
            deadline=row.deadline,
            is_overdue=row.deadline is not None and row.deadline < self.today,
            agenda=later.nr if later else "",
            title=stop.kind.title if stop and stop.kind else "",
            about=_about(stop, resident),
            people=tuple((who.nr, who.name) for who in people),
            reached=tuple(dict.fromkeys(who.nr for who in people if _has_calendar(who, resident))),
            rests_on=frozenset(kept.rests_on(row.decision, people)),
            has_own_number=bool(row.meeting and row.number) and is_only,
        )
        self._watch_number(carried, row)
        return carried

    def _shown(self, meant: Sequence[Meant], kept: Discretion, row: Decision) -> Iterator[str]:
        """What is shown of the responsible, name by name; what cannot be, or is not sure, is noted."""
        for one in meant:
            if one.one is None:
                self._note("W-262" if one.people else "W-261", row, "Ansvarlig")
                if kept.may_show(one.written):
                    yield one.written
            elif kept.hides(one.one):
                self._note("W-263", row, "Ansvarlig")
            else:
                yield one.one.name

    def _watch_number(self, one: OpenDecision, row: Decision) -> None:
        """A warning where somebody would have the deadline in their calendar, if it could be told apart."""
        is_ahead = one.deadline is not None and not one.is_overdue
        if is_ahead and one.reached and not one.has_own_number:
            self._note("W-265", row, "Nr")

    def _nearest(self, stop: Stop | None, later: Stop | None, resident: Resident | None) -> tuple[Who, ...]:
        """Those who sat at the table, or where nobody knows that, who sit at that of the next meeting.

        Failing both, everybody but other residents: whom it is not about, a first name never means.
        """
        table = (stop.table if stop else ()) or (later.table if later else ())
        if table:
            return tuple(one.who for one in table)
        return (*([resident] if resident else []), *self.workbook.people)

    def _discretion(self, stop: Stop | None, resident: Resident | None) -> Discretion:
        key = None if stop is None else stop.resident
        if key not in self.told:
            is_known = stop is not None and (stop.is_of_group or resident is not None)
            self.told[key] = discretion(self.lines.register, resident, is_known=is_known)
        return self.told[key]

    def _is_unread(self, nr: str) -> bool:
        """Whether the meeting may stand in a row that cannot be read."""
        unread = [row for row in self.workbook.broken if row.at.sheet == MEETINGS]
        return any(not row.nr or row.nr.casefold() == nr.casefold() for row in unread)

    def _note(self, code: str, row: Decision, heading: str) -> None:
        self.findings.append(Finding.of(code, row.at.place(heading)))


def _naming(row: Decision, kept: Discretion) -> Iterator[str]:
    """The columns, of those that are shown as they are written, in which somebody is named who may not be."""
    cells = {"Beslutning": row.decision, "Møde": row.meeting, "Nr": row.number}
    return (heading for heading, text in cells.items() if kept.keeps_back(text))


def _about(stop: Stop | None, resident: Resident | None) -> str:
    if resident:
        return resident.name
    return stop.forum if stop else ""


def _has_calendar(who: Who, resident: Resident | None) -> bool:
    """Whether the deadline may stand in the person's calendar: those who may come to meetings have one."""
    return isinstance(who, Resident) or may_come(who, resident)
