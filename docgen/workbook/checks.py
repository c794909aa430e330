"""What does not fit together in a workbook: a pure function of the model.

What depends on meeting types or on today's date is judged in ``docgen.planning``. Findings about people
of a resident's own life name the cell only: neither their name nor their number.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import chain

from docgen.findings import Finding
from docgen.model import Channel, Institution, Person, Resident, Source, Workbook
from docgen.workbook.columns import SHEETS, Column, Form, Sheet
from docgen.workbook.columns_meetings import COURSES
from docgen.workbook.discretion import is_private
from docgen.workbook.references import approached, check_numbers, check_references, check_roles
from docgen.workbook.text import UNSHOWN, shown

NR_LIMIT = 20  # characters: numbers become part of file names, and paths on Windows are short
COURSE_NR_LIMIT = NR_LIMIT - len("-999")  # its meetings are numbered by it

_NR = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"  # Danish letters are allowed in names of domains
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"  # RFC 5322, 3.2.3
_EMAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_DOMAIN.pattern}")


def check(workbook: Workbook) -> tuple[Finding, ...]:
    """Everything that does not fit together: numbers, references, addresses, spans of time.

    What reading found stands in ``workbook.findings`` and is not repeated. A reference to a row in
    ``workbook.broken`` counts as known.
    """
    return tuple(
        chain(
            check_numbers(workbook),
            check_references(workbook),
            check_roles(workbook),
            _forms(workbook),
            _channels(workbook),
            _spans(workbook),
            _courses(workbook),
            _institution(workbook.institution),
        )
    )


def filled(workbook: Workbook) -> Iterator[tuple[Sheet, Column, object, object]]:
    """Every cell that is not blank: its sheet, its column, its row and its value."""
    for sheet in SHEETS:
        held = getattr(workbook, sheet.attribute)
        for row in (held,) if sheet.fields else held:
            for column in sheet.columns:
                value = getattr(row, column.attribute)
                if value not in ("", (), None):
                    yield sheet, column, row, value


def _forms(workbook: Workbook) -> Iterator[Finding]:
    for sheet, column, row, value in filled(workbook):
        judge = _OF_COURSES if (sheet, column.form) == (COURSES, Form.NR) else _JUDGES.get(column.form)
        if judge and not judge[0](str(value)):
            _, code, data = judge
            at: Source = row.at  # type: ignore[attr-defined]
            written = UNSHOWN if is_private(row) else shown(str(value))
            yield Finding.of(code, at.place(column.heading), value=written, **data)


def _is_nr(text: str, limit: int = NR_LIMIT) -> bool:
    return len(text) <= limit and _NR.fullmatch(text) is not None


def _is_phone(text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    return 8 <= digits <= 15 and re.fullmatch(r"[+\d\s()./-]+", text) is not None


_Judge = tuple[Callable[[str], bool], str, dict[str, object]]
_OF_COURSES: _Judge = (
    lambda text: _is_nr(text, COURSE_NR_LIMIT), "E-034", {"limit": COURSE_NR_LIMIT}
)  # fmt: skip
_JUDGES: dict[Form, _Judge] = {
    Form.NR: (_is_nr, "E-034", {"limit": NR_LIMIT}),
    Form.EMAIL: (lambda text: _EMAIL.fullmatch(text) is not None, "E-035", {}),
    Form.POSTCODE: (lambda text: re.fullmatch(r"\d{4}", text) is not None, "W-036", {}),
    Form.PHONE: (_is_phone, "W-037", {}),
    Form.DOMAIN: (lambda text: _DOMAIN.fullmatch(text) is not None, "E-038", {}),
}


def _channels(workbook: Workbook) -> Iterator[Finding]:
    """How letters reach everybody who may get one; a relative gets none without consent and a place."""
    invited = approached(workbook)
    others = (person for person in workbook.people if not is_private(person) or person.nr in invited)
    everybody: tuple[Resident | Person, ...] = (*workbook.residents, *others)
    for person in everybody:
        if person.channel is Channel.EMAIL and not person.email:
            yield Finding.of("W-071", person.at.place("E-mail"))
        if person.channel is Channel.LETTER and not (person.address and person.postcode and person.city):
            yield Finding.of("W-072", person.at.place("Adresse"))


def _spans(workbook: Workbook) -> Iterator[Finding]:
    for closure in workbook.closures:
        yield from _backwards(closure.at, "Til", closure.first, closure.last)
    for course in workbook.courses:
        yield from _backwards(course.at, "Slut", course.start, course.end)
    for effort in workbook.efforts:
        yield from _backwards(effort.at, "Slut", effort.start, effort.end)


def _backwards(at: Source, heading: str, first: dt.date, last: dt.date | None) -> Iterator[Finding]:
    if last and last < first:
        place = at.place(heading)
        yield Finding.of(
            "E-068", place, heading=heading, value=f"{last:%d-%m-%Y}", earlier=f"{first:%d-%m-%Y}"
        )


def _courses(workbook: Workbook) -> Iterator[Finding]:
    residents = {course.nr: course.resident for course in workbook.courses}
    for meeting in workbook.meetings:
        owner = residents.get(meeting.course, meeting.resident)
        if meeting.resident and owner != meeting.resident:
            yield Finding.of("E-073", meeting.at.place("Beboer"), course=shown(meeting.course))


def _institution(institution: Institution) -> Iterator[Finding]:
    at = institution.at
    if institution.day_starts >= institution.day_ends:
        value, earlier = f"{institution.day_ends:%H:%M}", f"{institution.day_starts:%H:%M}"
        yield Finding.of("E-069", at.place("Møder senest"), value=value, earlier=earlier)
    if at.sheet and not institution.calendar_id:
        yield Finding.of("W-070", at.place("Kalender-id"))
