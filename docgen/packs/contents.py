"""What a meeting's folder holds: its documents and its calendar invite, as bytes."""

from __future__ import annotations

from docgen.calendars import meeting_entry, publish
from docgen.documents.filling import Filler
from docgen.model import Institution
from docgen.planning import PlannedMeeting

INVITE = "moede.ics"


def names(planned: PlannedMeeting) -> tuple[str, ...]:
    """The names of the files in a meeting's folder."""
    return (*(document.file for document in planned.documents), INVITE)


def contents(planned: PlannedMeeting, filler: Filler, institution: Institution) -> dict[str, bytes]:
    """The files of a meeting's folder, name to bytes. Raises ``TemplateError``."""
    files = dict(filler.documents(planned))
    files[INVITE] = publish(meeting_entry(planned, institution))
    return files


def fill_in_files(planned: PlannedMeeting) -> frozenset[str]:
    """The files that people write in: minutes and notes. What stands in them is never set aside."""
    return frozenset(document.file for document in planned.documents if document.rule.audience.is_filled_in)
