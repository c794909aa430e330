"""What the tags of a document about a whole course can say: all its meetings, and no single one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen import danish
from docgen.documents.context import appointment
from docgen.documents.people import contact_for, contact_tags, house_tags, resident_tags
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Course, Institution
from docgen.planning import PlannedMeeting


def course_context(
    course: Course,
    kind: MeetingType,
    meetings: Sequence[PlannedMeeting],
    institution: Institution,
    title: str,
) -> dict[str, Any]:
    """The whole vocabulary of a document called ``title`` about this course, whose type is ``kind``.

    ``meetings`` stand in the order of their dates and may be of several types; the letter is dated by the
    one that changed last, and whom to call is decided by the first. Raises ``ValueError`` without any.
    """
    if not meetings:
        raise ValueError(course.nr)
    resident = resident_tags(meetings[0].resident)
    house = house_tags(institution)
    contact = contact_tags(meetings[0].seating.facilitator, institution)
    return {
        "institution": house,
        "brev": {"dato": danish.date(max(planned.stamp for planned in meetings).date())},
        "beboer": resident,
        "kontakt": contact_for(resident["navn"], contact, house),
        "forloeb": {
            "nr": course.nr,
            "titel": kind.title,
            "moeder": [_on_the_wall(planned) for planned in meetings],
        },
        "dokument": {"titel": title},
    }


def _on_the_wall(planned: PlannedMeeting) -> dict[str, str]:
    """A meeting called what its type calls it where visitors may read it (``moedeplan.hvad``)."""
    told = appointment(planned.meeting, planned.kind, planned.length)
    return told | {"titel": planned.kind.words.get("moedeplan.hvad") or told["titel"]}
