"""What meetings decided and nobody has ticked off: what is late, and where the rest comes up again."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.i18n import N_
from docgen.packs import phrasing
from docgen.packs.overviewparts.telling import Telling
from docgen.planning import OpenDecision, PlannedMeeting

FROM_MEETING = N_("from {meeting}")


@dataclass(frozen=True, slots=True)
class Decided:
    """One open decision. ``agenda`` is when the meeting is that comes back to it, with its number and a link
    to its card; all are blank where none is planned.
    """

    what: str
    responsible: str
    deadline: str
    is_overdue: bool
    about: str
    origin: str
    agenda: str = ""
    agenda_nr: str = ""
    link: str = ""


def decided(telling: Telling) -> tuple[Decided, ...]:
    """All open decisions, those that are late first, and then by their deadlines."""
    ahead = {one.nr: one for one in telling.ahead}
    return tuple(_decided(one, ahead.get(one.agenda), telling) for one in telling.plan.decisions)


def _decided(one: OpenDecision, agenda: PlannedMeeting | None, telling: Telling) -> Decided:
    language = telling.language
    origin = ", ".join(filter(None, (one.title, one.name)))
    return Decided(
        what=one.text,
        responsible=one.responsible,
        deadline=phrasing.date(one.deadline, language) if one.deadline else "",
        is_overdue=one.is_overdue,
        about=one.about,
        origin=language.text(FROM_MEETING, meeting=origin) if origin else "",
        agenda=phrasing.weekday(agenda.meeting.date, language) if agenda else "",
        agenda_nr=one.agenda,
        link=f"#{one.agenda}" if one.agenda in telling.in_pack else "",
    )
