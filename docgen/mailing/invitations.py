"""Drafts of e-mails that invite to a meeting, tell of a change, or call it off.

Those who work with the resident get their papers. To residents, relatives, network persons and companions
the e-mail says of the matter only what may be read along: where the institution's e-mail is secure (Sikker
e-mail) their letter is attached, else nothing but an entry for their calendar that is as neutral as the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen import resources
from docgen.calendars import (
    Entry,
    Invitee,
    call_off,
    cancel,
    cancelled_entry,
    meeting_entry,
    neutral_entry,
    request,
)
from docgen.calendars.timezone import COPENHAGEN
from docgen.documents.mailcontext import cancellation_mail, invitation_mail, neutral
from docgen.documents.mailwords import Manner, Occasion, Written, written
from docgen.mailing.draft import Attachment, Draft
from docgen.meetingtypes.definition import Audience, Length, MeetingType
from docgen.meetingtypes.loader import shipped_words
from docgen.model import Institution
from docgen.planning import Cancellation, Participant, PlannedMeeting
from docgen.planning.mailboxes import Mailbox


def invitation(
    planned: PlannedMeeting, receiver: Participant, house: Institution, letters: Sequence[Attachment]
) -> Draft | None:
    """The draft that invites one who has a seat; whoever had a letter of it before is told of the change.

    ``house`` is the plan's institution, ``letters`` the receiver's files, named as in the pack, as Word or
    PDF; they are left out where the e-mail must be neutral. The draft is dated by the meeting's stamp, so the
    same plan gives the same draft. ``None`` where the house or the receiver has no address to use, and for a
    GP, who is never invited. Raises ``TemplateError`` for words whose tags cannot be filled.
    """
    leads = planned.seating.facilitator is not None and planned.seating.facilitator.nr == receiver.nr
    office = _office(receiver, house, leads=leads)
    if office is None or receiver.audience is Audience.GP:
        return None
    enclosed = office.enclosed(letters)
    context = invitation_mail(planned, receiver, house, [one.name for one in enclosed])
    occasion = Occasion.UPDATE if context["brev"]["erstatter"] else Occasion.INVITATION
    context = neutral(context) if office.manner is Manner.NEUTRAL else context
    entry = office.entry(meeting_entry(planned, house), planned.kind)
    return office.draft(
        written(planned.kind, occasion, office.manner, context),
        request(entry, office.invitee),
        planned.stamp,
        (planned.nr, receiver.nr, Occasion.INVITATION, str(planned.sequence)),
        enclosed,
    )


def cancellation(
    one: Cancellation, receiver: Participant, house: Institution, letters: Sequence[Attachment]
) -> Draft | None:
    """The draft that calls the meeting off, for all or for this receiver alone.

    As ``invitation`` has it. The words are the type's; of a type that is gone those that come with docgen.
    """
    office = _office(receiver, house)
    if office is None:
        return None
    kind = one.kind or _nameless()
    enclosed = office.enclosed(letters)
    context = cancellation_mail(one, receiver, house, [file.name for file in enclosed])
    context = neutral(context) if office.manner is Manner.NEUTRAL else context
    entry = office.entry(cancelled_entry(one, house)[0], kind)
    return office.draft(
        written(kind, Occasion.CANCELLATION, office.manner, context),
        cancel(entry, office.invitee) if one.person else call_off(entry, office.invitee),
        one.stamp,
        (one.nr, receiver.nr, Occasion.CANCELLATION, str(one.sequence)),
        enclosed,
    )


@dataclass(frozen=True, slots=True)
class _Office:
    """Who writes to whom, and in which manner."""

    house: Institution
    sender: Mailbox
    receiver: Mailbox
    nr: str
    manner: Manner

    @property
    def invitee(self) -> Invitee:
        """By the address that the e-mail goes to: others would not be offered to answer."""
        return Invitee(self.receiver.address, self.receiver.name, self.nr)

    def enclosed(self, letters: Sequence[Attachment]) -> tuple[Attachment, ...]:
        return () if self.manner is Manner.NEUTRAL else tuple(letters)

    def entry(self, entry: Entry, kind: MeetingType) -> Entry:
        """The entry as this receiver may have it; who organizes is who writes (RFC 6047 §2.3)."""
        mailed = replace(entry, organizer=self.sender.address)
        return neutral_entry(mailed, kind.words) if self.manner is Manner.NEUTRAL else mailed

    def draft(
        self,
        words: Written,
        calendar: bytes,
        stamp: dt.datetime,
        key: tuple[str, ...],
        attachments: tuple[Attachment, ...],
    ) -> Draft:
        """A new stamp is a new message: news that no calendar shows (a theme) leave SEQUENCE as it is."""
        moment = stamp.astimezone(COPENHAGEN)
        return Draft(
            sender=self.sender,
            receiver=self.receiver,
            subject=words.subject,
            paragraphs=words.paragraphs,
            date=moment,
            key=(self.house.calendar_id, *key, moment.isoformat(timespec="seconds")),
            attachments=attachments,
            calendar=calendar,
        )


def _office(receiver: Participant, house: Institution, *, leads: bool = False) -> _Office | None:
    sender = Mailbox.of(house.name, house.email)
    mailbox = Mailbox.of(receiver.name, receiver.who.email)
    if sender is None or mailbox is None:
        return None
    return _Office(house, sender, mailbox, receiver.nr, _manner(receiver, house, leads=leads))


def _manner(receiver: Participant, house: Institution, *, leads: bool) -> Manner:
    if receiver.audience is Audience.STAFF:
        return Manner.LEADER if leads else Manner.STAFF
    return Manner.ENCLOSED if house.secure_email else Manner.NEUTRAL


def _nameless() -> MeetingType:
    """What a meeting is of whose type is gone: it has no name and no papers, but words."""
    folder, words = resources.templates(), shipped_words()
    return MeetingType("", "", "", Length(0, 0, 0), about_resident=False, folder=folder, words=words)
