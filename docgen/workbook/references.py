"""Numbers and the cells that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.findings import Finding, Place
from docgen.model import Person, Role, Source, Workbook
from docgen.workbook.columns import SHEETS, Column, Form
from docgen.workbook.headings import nearest
from docgen.workbook.text import shown

_COURSE_MEETING = re.compile(r"(.+)-\d{2,}")  # the nth meeting of a course, with or without a row of its own
_LIKE_A_NUMBER = re.compile(r"[^\s]*\d[^\s]*")  # a name typed instead of a number has no digit in it

_OWN_LIFE = {  # the roles that fit a private column; a volunteer may belong to somebody's network
    "gp": (Role.GP,),
    "relatives": (Role.RELATIVE, Role.NETWORK_PERSON, Role.COMPANION),
    "network": (Role.NETWORK_PERSON, Role.RELATIVE, Role.COMPANION, Role.VOLUNTEER),
}
_ANYBODYS = ("extra", "absent", "mentor")  # columns that say nothing of the role


def check_numbers(workbook: Workbook) -> Iterator[Finding]:
    """A number that stands twice on a sheet, or both among residents and people.

    Case does not part two numbers: files are named by them, and Windows knows no case.
    """
    taken: dict[str, Place] = {}
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
            here.setdefault(nr.casefold(), place)
        if sheet.attribute == "residents":
            taken = here


def check_references(workbook: Workbook) -> Iterator[Finding]:
    """References to a number that is not there; one to a broken row is known."""
    known = {sheet.name: _known(workbook, sheet.name, sheet.attribute) for sheet in SHEETS}
    known["Møder"] |= _course_meetings(workbook, known["Forløb"])
    hidden = {person.nr for person in workbook.people if person.role.is_private}
    for column, at, value in _references(workbook):
        among = set().union(*(known[name] for name in column.form.refers))
        for number in (value,) if isinstance(value, str) else value:
            if number not in among and number not in column.words:
                yield _unknown(column, at, number, among, hidden)


def check_roles(workbook: Workbook) -> Iterator[Finding]:
    """Staff columns that name somebody from a resident's own life, and the other way round."""
    people = {person.nr: person for person in workbook.people}
    for column, at, value in _references(workbook):
        for number in (value,) if isinstance(value, str) else value:
            if number in people and "Personer" in column.form.refers:
                yield from _role(column, at, people[number])


def _role(column: Column, at: Source, person: Person) -> Iterator[Finding]:
    place = at.place(column.heading)
    fitting = _OWN_LIFE.get(column.attribute)
    if column.attribute == "consents":
        if not person.role.is_private and person.role is not Role.VOLUNTEER:
            yield Finding.of("W-067", place)
    elif fitting:
        if person.role not in fitting:
            yield Finding.of("W-066", place, heading=column.heading, roles=", ".join(fitting))
    elif person.role.is_private and column.attribute not in _ANYBODYS and column.form is not Form.ANYBODY:
        yield Finding.of("W-065", place, heading=column.heading)


def _unknown(column: Column, at: Source, number: str, among: Iterable[str], hidden: set[str]) -> Finding:
    place, sheets = at.place(column.heading), " / ".join(column.form.refers)
    match = _nearest(number, among)
    if match in hidden or _could_be_private(column, number):
        return Finding.of("E-064", place, sheets=sheets)
    if match:
        return Finding.of("E-063", place, value=shown(number), sheets=sheets, nearest=match)
    return Finding.of("E-062", place, value=shown(number), sheets=sheets)


def _could_be_private(column: Column, value: str) -> bool:
    """Whether ``value`` may be the name of a private person: a name has no digit, a number has."""
    return column.private or (column.form.refers == ("Personer",) and not _LIKE_A_NUMBER.fullmatch(value))


def _nearest(number: str, among: Iterable[str]) -> str:
    """The number that was probably meant: ``P001`` for ``p1``, ``P01`` or ``POO1``, else the likest."""
    by_fold = {other.casefold(): other for other in sorted(among)}
    same = [other for other in by_fold.values() if _bare(other) == _bare(number)]
    return same[0] if len(same) == 1 else by_fold.get(nearest(number.casefold(), by_fold), "")


def _bare(number: str) -> str:
    """``number`` without case and leading zeros, the letter O taken for a zero."""
    return re.sub(r"0+(?=\d)", "", number.casefold().replace("o", "0"))


def _references(workbook: Workbook) -> Iterator[tuple[Column, Source, str | tuple[str, ...]]]:
    """Every reference that is filled in. Decisions are history: their meetings may be long gone."""
    for sheet in SHEETS:
        columns = [column for column in sheet.columns if column.form.refers]
        held = getattr(workbook, sheet.attribute)
        for row in (held,) if sheet.fields else held:
            for column in columns if sheet.attribute != "decisions" else ():
                value = getattr(row, column.attribute)
                if value:
                    yield column, row.at, value


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
