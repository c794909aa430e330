"""What the house has promised: deadlines of courses, and so many meetings a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.findings import Finding
from docgen.packs import phrasing
from docgen.packs.overviewparts.telling import Telling

TOO_FEW = "W-230"


@dataclass(frozen=True, slots=True)
class Promise:
    """One deadline that has not passed; ``short`` is its day without the weekday."""

    date: str
    short: str
    title: str
    resident: str
    course: str
    kept: bool


@dataclass(frozen=True, slots=True)
class TooFew:
    """A resident who has fewer meetings of a type than the quota asks for."""

    resident: str
    type: str
    count: int
    wanted: int
    months: int
    place: str


def promises(telling: Telling) -> tuple[Promise, ...]:
    """The deadlines that lie ahead, by date."""
    language = telling.language
    return tuple(
        Promise(
            date=phrasing.day(one.date, language),
            short=phrasing.date(one.date, language),
            title=one.deadline.title,
            resident=one.resident.name,
            course=one.course.nr,
            kept=one.kept,
        )
        for one in telling.plan.deadlines
        if one.date >= telling.today
    )


def too_few(telling: Telling, findings: Iterable[Finding]) -> tuple[TooFew, ...]:
    """Those with fewer meetings than their quota, by number where there is no name for them."""
    plan = telling.plan
    about = (*plan.meetings, *plan.standing, *plan.calendar)
    names = {one.resident.nr: one.resident.name for one in about if one.resident}
    found = []
    for finding in findings:
        data = dict(finding.data)
        if finding.code == TOO_FEW:
            nr = str(data["resident"])
            name = str(data.get("name", "")) or names.get(nr, nr)
            count, wanted, months = (int(str(data[key])) for key in ("count", "wanted", "months"))
            place = finding.place.text(telling.language)
            found.append(TooFew(name, str(data["type"]), count, wanted, months, place))
    return tuple(sorted(found, key=lambda one: (one.count, one.resident, one.type)))
