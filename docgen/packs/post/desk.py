"""The desk at which e-mails and messages of Digital Post are written, one piece at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docgen.calendars import meeting_entry
from docgen.errors import TemplateError
from docgen.findings import Finding
from docgen.mailing.attaching import PDF, word_file
from docgen.mailing.draft import Attachment, Draft
from docgen.mailing.invitations import cancellation, invitation
from docgen.mailing.memo import Appointment, DigitalLetter
from docgen.meetingtypes.definition import Audience
from docgen.model import Institution
from docgen.packs.post.ready import Ready
from docgen.planning import Action, Cancellation, PlannedMeeting

Pdfs = Mapping[Path, Path]
"""Where the PDF of a Word document lies, by where the document lies."""
_NO_PDFS: Pdfs = {}
_LABELS = {
    Action.INVITE: "post.emne.invitation",
    Action.UPDATE: "post.emne.aendring",
    Action.CANCEL: "post.emne.aflysning",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Writes for a house, in its ``words``; what cannot be written is said in ``findings``."""

    house: Institution
    words: Mapping[str, str]
    findings: list[Finding] = field(default_factory=list)

    def carries_papers(self, one: Ready) -> bool:
        """Whether the piece's e-mail has its papers with it: to whom it is safe."""
        return one.piece.receiver.audience is Audience.STAFF or self.house.secure_email

    def draft(self, one: Ready, pdfs: Pdfs = _NO_PDFS) -> Draft | None:
        """The e-mail of a piece: letter and enclosures as PDF where there is one, what is to be filled in as
        Word. ``None`` where there is no address to write to, or its words cannot be filled.
        """
        files = [*(_attached(path, pdfs) for path in one.papers), *map(_as_it_is, one.to_fill_in)]
        about, receiver = one.piece.about, one.piece.receiver
        try:
            if isinstance(about, Cancellation):
                return cancellation(about, receiver, self.house, files)
            return invitation(about, receiver, self.house, files)
        except TemplateError as error:
            self.findings.extend(error.findings)
            return None

    def letter(self, one: Ready, pdfs: Pdfs = _NO_PDFS) -> DigitalLetter:
        """A piece for Digital Post; an invitation carries the appointment."""
        about = one.piece.about
        main, *others = (_attached(path, pdfs) for path in one.papers)
        return DigitalLetter(
            key=(about.uid, one.piece.receiver.nr, one.piece.action),
            label=self.words[_LABELS[one.piece.action]],
            receiver_nr=one.piece.receiver.nr,
            sender=self.house.name,
            created=about.stamp.astimezone(dt.UTC),
            main=main,
            others=tuple(others),
            appointment=None if isinstance(about, Cancellation) else _appointment(about, self.house),
        )


def _appointment(planned: PlannedMeeting, house: Institution) -> Appointment:
    entry = meeting_entry(planned, house)
    return Appointment(
        entry.start, entry.end, entry.location, entry.summary, entry.organizer, entry.organizer_name
    )


def _attached(path: Path, pdfs: Pdfs) -> Attachment:
    if path in pdfs:
        return Attachment(f"{path.stem}.pdf", PDF, pdfs[path].read_bytes())
    return _as_it_is(path)


def _as_it_is(path: Path) -> Attachment:
    return word_file(path.name, path.read_bytes())
