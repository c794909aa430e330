"""Numbers and the cells that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from docgen.findings import Finding, Place
from docgen.model import Meeting, Person, Role, Source, Workbook
from docgen.workbook.columns import SHEETS, Column, Form
from docgen.workbook.headings import nearest
from docgen.workbook.text import shown

_COURSE_MEETING = re.compile(r"(.+)-\d{2,}")  # the nth meeting of a course, with or without a row of its own
_LIKE_A_NUMBER = re.compile(r"[^\W\d_]{0,3}-?\d[\w-]*")  # P001, POO1, MED-12; but "Zacharias2" is a name

_OWN_LIFE = {  # the roles that fit a private column; a volunteer may belong to somebody's network
    "gp": (Role.GP,),
    "relatives": (Role.RELATIVE, Role.NETWORK_PERSON, Role.COMPANION),
    "network": (Role.NETWORK_PERSON, Role.RELATIVE, Role.COMPANION, Role.VOLUNTEER),
}
_ANYBODYS = ("extra", "absent", "mentor")  # columns that say nothing of the role


class _Row(Protocol):
    """Any row of the model: it knows where it stands."""

    @property
    def at(self) -> Source: ...


def check_numbers(workbook: Workbook) -> Iterator[Finding]:
    """A number that stands twice on a sheet, both among residents and people, or again after the archive.

    Case does not part two numbers: files are named by them, and Windows knows no case.
    """
    taken: dict[str, Place] = {}
    archived = {row.nr.casefold(): row.at.place("Nr") for row in workbook.archived}
    for sheet in SHEETS:
        column = next((column for column in sheet.columns if column.form is Form.NR), None)
        if column is None:
            continue
        here: dict[str, Place] = {}
        for nr, at in _numbers(workbook, sheet.name, sheet.attribute):
            place = at.place(column.heading)
            if nr.casefold() in here:
                yield Finding.of("E-060", place, other=_cell(here[nr.casefold()]))
            elif nr.casefold() in taken and sheet.attribute == "people":
                yield Finding.of("E-061", place, other=_cell(taken[nr.casefold()]))
            elif nr.casefold() in archived and sheet.attribute == "meetings":
                yield Finding.of("E-076", place, other=_cell(archived[nr.casefold()]))
            here.setdefault(nr.casefold(), place)
        if sheet.attribute == "residents":
            taken = here


def check_references(workbook: Workbook) -> Iterator[Finding]:
    """References to a number that is not there; one to a broken row is known."""
    known = {sheet.name: _known(workbook, sheet.name, sheet.attribute) for sheet in SHEETS}
    known["Møder"] |= _course_meetings(workbook, known["Forløb"]) | {row.nr for row in workbook.archived}
    hidden = {person.nr for person in workbook.people if person.role.is_private}
    hidden |= {row.nr for row in workbook.broken if row.at.sheet == "Personer"}
    numbers = _Numbers(known, hidden)
    for column, row, value in _references(workbook):
        among = numbers.of(column)
        own = row.resident.casefold() if isinstance(row, Meeting) and column.attribute == "absent" else ""
        for number in (value,) if isinstance(value, str) else value:
            if not (number in among or number in column.words or number.casefold() == own):
                yield _unknown(column, row.at, number, numbers)


def approached(workbook: Workbook) -> set[str]:
    """The numbers that a resident has consented to and that some cell gives a part to play."""
    named = (
        (column.attribute == "consents", value)
        for column, _, value in _references(workbook)
        if column.attribute not in ("relatives", "network", "absent", "person")
    )
    consented: set[str] = set()
    taking_part: set[str] = set()
    for is_consent, value in named:
        (consented if is_consent else taking_part).update((value,) if isinstance(value, str) else value)
    return consented & taking_part


def check_roles(workbook: Workbook) -> Iterator[Finding]:
    """Staff columns that name somebody from a resident's own life, and the other way round."""
    people = {person.nr: person for person in workbook.people}
    for column, row, value in _references(workbook):
        for number in (value,) if isinstance(value, str) else value:
            if number in people and "Personer" in column.form.refers:
                yield from _role(column, row.at, people[number])


def _role(column: Column, at: Source, person: Person) -> Iterator[Finding]:
    place = at.place(column.heading)
    fitting = _OWN_LIFE.get(column.attribute)
    if column.attribute == "consents":
        if not person.role.is_private and person.role is not Role.VOLUNTEER:
            yield Finding.of("W-067", place)
    elif fitting:
        if person.role not in fitting:
            yield Finding.of("W-066", place, heading=column.heading, roles=", ".join(fitting))
    elif column.attribute in _ANYBODYS or column.form is Form.ANYBODY:
        return
    elif person.role is Role.GP:  # planning says the same where the cell names somebody for a meeting
        yield Finding.of("W-082", place)
    elif person.role.is_private:
        yield Finding.of("W-065", place, heading=column.heading)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of each sheet, and those of people whom no finding may give away."""

    known: Mapping[str, set[str]]
    hidden: set[str]

    def of(self, column: Column) -> set[str]:
        """The numbers that may stand in this column."""
        first, *others = (self.known[name] for name in column.form.refers)
        return first.union(*others) if others else first

    def elsewhere(self, column: Column, number: str) -> str:
        """The sheet of people that has this number although the column does not take it; mostly empty."""
        others = [name for name in ("Beboere", "Personer") if name not in column.form.refers]
        folded = number.casefold()
        return next((name for name in others if folded in {nr.casefold() for nr in self.known[name]}), "")


def _unknown(column: Column, at: Source, number: str, numbers: _Numbers) -> Finding:
    place, sheets = at.place(column.heading), " / ".join(column.form.refers)
    if column.form is Form.MEETING:  # nothing hangs on an answer whose meeting has been deleted
        return Finding.of("W-075", place, value=shown(number))
    hidden = {nr.casefold() for nr in numbers.hidden}
    other = numbers.elsewhere(column, number)
    if other and number.casefold() not in hidden:
        return Finding.of("E-074", place, value=shown(number), other=other, sheets=sheets)
    match = _nearest(number, numbers.of(column))
    if other or match.casefold() in hidden or _could_be_private(column, number):
        return Finding.of("E-064", place, sheets=sheets)
    if match:
        return Finding.of("E-063", place, value=shown(number), sheets=sheets, nearest=match)
    return Finding.of("E-062", place, value=shown(number), sheets=sheets)


def _could_be_private(column: Column, value: str) -> bool:
    """Whether ``value`` may be the name of a private person; what looks like a number is none."""
    return column.private or ("Personer" in column.form.refers and not _LIKE_A_NUMBER.fullmatch(value))


def _nearest(number: str, among: Iterable[str]) -> str:
    """The number that was probably meant: ``P001`` for ``p1``, ``P01`` or ``POO1``, else the likest."""
    by_fold = {other.casefold(): other for other in sorted(among)}
    same = [other for other in by_fold.values() if _bare(other) == _bare(number)]
    return same[0] if len(same) == 1 else by_fold.get(nearest(number.casefold(), by_fold), "")


def _bare(number: str) -> str:
    """``number`` without case and leading zeros, the letter O taken for a zero."""
    return re.sub(r"0+(?=\d)", "", number.casefold().replace("o", "0"))


def _references(workbook: Workbook) -> Iterator[tuple[Column, _Row, str | tuple[str, ...]]]:
    """Every reference that is filled in. Decisions are history: their meetings may be long gone."""
    for sheet in SHEETS:
        columns = [column for column in sheet.columns if column.form.refers]
        held = getattr(workbook, sheet.attribute)
        for row in (held,) if sheet.fields else held:
            for column in columns if sheet.attribute != "decisions" else ():
                value = getattr(row, column.attribute)
                if value:
                    yield column, row, value


def _numbers(workbook: Workbook, name: str, attribute: str) -> Iterator[tuple[str, Source]]:
    """The numbers of a sheet with their rows, those of broken rows among them, from the top down."""
    rows = [(row.nr, row.at) for row in getattr(workbook, attribute)]
    rows += [(row.nr, row.at) for row in workbook.broken if row.at.sheet == name and row.nr]
    yield from sorted(rows, key=lambda each: each[1].number)


def _known(workbook: Workbook, name: str, attribute: str) -> set[str]:
    if name not in ("Beboere", "Personer", "Møder", "Forløb"):
        return set()
    return {nr for nr, _ in _numbers(workbook, name, attribute)}


def _course_meetings(workbook: Workbook, courses: set[str]) -> set[str]:
    """Meetings of courses that answers speak of although they have no row."""
    matches = ((_COURSE_MEETING.fullmatch(answer.meeting), answer.meeting) for answer in workbook.answers)
    return {nr for match, nr in matches if match and match[1] in courses}


def _cell(place: Place) -> str:
    return f"{place.sheet}!{place.cell}"
