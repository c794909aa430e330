"""The overview: one page that says who gets what, how and by when, and what was left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.findings import Finding
from docgen.i18n import Language
from docgen.packs import phrasing
from docgen.packs.overviewparts.calledoff import called_off, to_send
from docgen.packs.overviewparts.cards import card, channels
from docgen.packs.overviewparts.decided import decided
from docgen.packs.overviewparts.drawn import lines, year
from docgen.packs.overviewparts.mailing import check_list
from docgen.packs.overviewparts.outgoing import outgoing
from docgen.packs.overviewparts.promises import promises, too_few
from docgen.packs.overviewparts.shared import calendars, course_sheets
from docgen.packs.overviewparts.telling import AS_PLANNED, Telling, Whereabouts
from docgen.packs.pictures.looks import COLOURS
from docgen.planning import LeftOut, Plan

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["AS_PLANNED", "Whereabouts", "overview"]


def overview(
    plan: Plan,
    left_out: Sequence[LeftOut],
    findings: Sequence[Finding],
    language: Language,
    where: Whereabouts = AS_PLANNED,
) -> str:
    """The page as HTML: one self-contained file, no script, printable on A4, in the reader's language.

    It tells of the whole pack, whichever meetings were chosen this time. ``left_out`` and ``findings`` are
    those of the build; the plan's own findings come first. The page holds names and is meant for the
    administrator alone.
    """
    telling = Telling.of(plan, left_out, language, where)
    cards = [card(planned, telling) for planned in telling.meetings if not planned.is_cancelled]
    off = called_off(telling)
    everything = dict.fromkeys((*plan.findings, *findings))
    html: str = _page().render(
        t=language.text,
        lang=language.code,
        colours=COLOURS,
        house=plan.institution.name,
        made=phrasing.date(plan.now.date(), language),
        period="" if plan.standing else phrasing.period(plan.window, language),
        cards=cards,
        channels=channels(cards),
        outgoing=outgoing(telling),
        mailing=check_list(telling),
        called_off=off,
        off_now=to_send(off, language),
        calendars=calendars(telling),
        course_sheets=course_sheets(telling),
        promises=promises(telling),
        decided=decided(telling),
        too_few=too_few(telling, everything),
        lines=lines(telling),
        year=year(telling),
        left_out=list(dict.fromkeys(m.nr or language.text("a row without a number") for m in left_out)),
        errors=[
            phrasing.words(f, language) | {"stops": _stops(f, left_out)} for f in everything if f.is_error
        ],
        warnings=[phrasing.words(finding, language) for finding in everything if not finding.is_error],
    )
    return html


def _stops(error: Finding, left_out: Sequence[LeftOut]) -> str:
    """The numbers of the meetings that this error leaves out."""
    numbers = (meeting.nr for meeting in left_out if error in meeting.findings)
    return ", ".join(dict.fromkeys(nr for nr in numbers if nr))


@cache
def _page() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("overview.html.jinja")
