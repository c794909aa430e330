"""The files that are not one meeting's: people's calendars, and the sheets with all dates of a course."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from docgen.packs.extras import CALENDARS, COURSES
from docgen.packs.feeds import feeds
from docgen.packs.overviewparts.discretion import is_of_own_life
from docgen.packs.overviewparts.telling import Telling
from docgen.planning import Action


@dataclass(frozen=True, slots=True)
class Calendar:
    """One person's calendar; ``is_new`` says that something in it has not been sent."""

    nr: str
    name: str
    link: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class CourseSheet:
    """A sheet of a course: whose it is, and what it is called where the course has several."""

    nr: str
    name: str
    title: str
    link: str


def calendars(telling: Telling) -> tuple[Calendar, ...]:
    """The calendars that are in the pack, by name.

    Left out is whoever has nothing but cancellations in theirs and belongs to a resident's own life: the
    consent may be gone.
    """
    plan, names = telling.plan, _names(telling)
    news = _with_news(telling)
    numbers = [one.person for one in feeds(plan) if one.person in names]
    links = {nr: telling.file(f"{CALENDARS}/{nr}.ics") for nr in numbers}
    found = (Calendar(nr, names[nr], link, nr in news) for nr, link in links.items() if link)
    return tuple(sorted(found, key=lambda one: (not one.is_new, one.name.casefold(), one.nr)))


def course_sheets(telling: Telling) -> tuple[CourseSheet, ...]:
    """The sheets that are in the pack, in the order of the workbook."""
    several = Counter(sheet.course.nr for sheet in telling.plan.courses)
    found = []
    for sheet in telling.plan.courses:
        nr = sheet.course.nr
        resident = next((one.resident for one in sheet.meetings if one.resident), None)
        title = sheet.rule.title if several[nr] > 1 else ""
        link = telling.file(f"{COURSES}/{nr}/{sheet.file}")
        found.append(CourseSheet(nr, resident.name if resident else sheet.course.resident, title, link))
    return tuple(one for one in found if one.link)


def _names(telling: Telling) -> dict[str, str]:
    """Who may be named: who sits at a table, coordinates, sees to a decision, and staff who no longer do."""
    plan = telling.plan
    names = {one.resident.case_coordinator: one.resident.case_coordinator for one in plan.deadlines}
    names |= {nr: name for one in plan.decisions for nr, name in one.people}
    for one in plan.cancellations:
        names |= {who.nr: who.name for who in one.receivers if not is_of_own_life(who)}
    for planned in plan.calendar:
        names |= {who.nr: who.name for who in planned.seating.participants}
    return names


def _with_news(telling: Telling) -> set[str]:
    """The numbers of those to whom something is to be sent."""
    plan = telling.plan
    due = [one for one in plan.calendar if one.action is not Action.NOTHING]
    news = {who.nr for planned in due for who in planned.seating.participants}
    return news | {nr for one in plan.cancellations if not one.is_sent for nr in one.told_to}
