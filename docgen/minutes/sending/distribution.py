"""Who gets what once minutes have been filled in: a value, and findings.

The rules, for each receiver:

=====================  ===========================================================================
staff and team         the minutes, attached
resident, relatives,   neutral words; the minutes are attached only where the institution's e-mail is
network, companions    secure (Sikker e-mail), and else go another way
the GP                 never the minutes: the cover letter with recommendation and plan, attached only
                       where e-mail is secure
=====================  ===========================================================================

Minutes that hold tracked changes or comments, or that name somebody without the consent for it, go to
nobody. A receiver whose Kanal is none of e-mail's gets all of it by that way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from docgen.documents.heldcontext import Held, mail_context
from docgen.documents.phrases import phrases
from docgen.findings import Finding
from docgen.mailing.draft import Attachment, Draft
from docgen.mailing.names import draft_file
from docgen.meetingtypes.definition import Audience
from docgen.minutes.sending.receivers import Receivers
from docgen.model import Channel
from docgen.planning import Participant
from docgen.planning.mailboxes import Mailbox

MINUTES, GP = "referat", "laege"
"""What the name of a draft ends in, by what it is about."""


class Delivery(StrEnum):
    """How a receiver gets the files."""

    ATTACHED = "attached"  # the draft carries them
    TOLD = "told"  # the draft says that they are coming; they go on paper, or by another secure way
    BY_HAND = "by_hand"  # by the receiver's Kanal, which is not e-mail
    NO_ADDRESS = "no_address"  # there is no address to write to
    HELD_BACK = "held_back"  # they must not go out as they are


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that somebody is to have: its name in the meeting's folder, and it as an attachment."""

    file: str
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class Papers:
    """What goes to one kind of receivers; nothing goes where there are none.

    ``objections`` say why they must not go out as they are.
    """

    enclosures: tuple[Enclosure, ...] = ()
    objections: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one receiver gets: which ``files`` of the meeting's folder, how, and the draft, if there is one.

    ``file`` is what the draft is called: ``M003_P004_referat.eml``.
    """

    meeting: str
    receiver: Participant
    channel: Channel
    delivery: Delivery
    files: tuple[str, ...]
    file: str = ""
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """The parcels of one meeting, in the order of its minutes and the GP last, and what is to be said."""

    parcels: tuple[Parcel, ...] = ()
    findings: tuple[Finding, ...] = ()


def distribute(
    held: Held, people: Receivers, minutes: Papers, for_gp: Papers, *, now: dt.datetime
) -> Distribution:
    """What everybody gets of one meeting. ``now`` dates the drafts.

    Raises ``TemplateError`` for words of e-mails whose tags cannot be filled.
    """
    post = _Post(held, now, Mailbox.of(held.house.name, held.house.email))
    parcels = [post.parcel(one, MINUTES, minutes) for one in people.people]
    if for_gp.enclosures:
        parcels += [post.parcel(one, GP, for_gp) for one in held.seating.informed]
    unreached = (finding for parcel in parcels for finding in post.unreached(parcel))
    objections = (*minutes.objections, *for_gp.objections)
    return Distribution(tuple(parcels), (*people.findings, *objections, *dict.fromkeys(unreached)))


@dataclass(frozen=True, slots=True)
class _Post:
    """The office that makes parcels up; ``sender`` is ``None`` where the institution has no address."""

    held: Held
    now: dt.datetime
    sender: Mailbox | None

    def parcel(self, receiver: Participant, what: str, papers: Papers) -> Parcel:
        delivery = self._delivery(receiver, papers)
        draft = self._draft(receiver, what, papers.enclosures, delivery)
        return Parcel(
            meeting=self.held.meeting.nr,
            receiver=receiver,
            channel=receiver.who.channel,
            delivery=delivery,
            files=tuple(paper.file for paper in papers.enclosures),
            file=draft_file(self.held.meeting.nr, receiver.nr, what) if draft else "",
            draft=draft,
        )

    def unreached(self, parcel: Parcel) -> Iterator[Finding]:
        """The cells whose address is missing or none."""
        if parcel.delivery is Delivery.NO_ADDRESS:
            who = parcel.receiver.who if self.sender else self.held.house
            yield Finding.of("E-281", who.at.place("E-mail"))

    def _delivery(self, receiver: Participant, papers: Papers) -> Delivery:
        if papers.objections:
            return Delivery.HELD_BACK
        if receiver.who.channel is not Channel.EMAIL:
            return Delivery.BY_HAND
        if not (self.sender and _mailbox(receiver)):
            return Delivery.NO_ADDRESS
        is_safe = receiver.audience is Audience.STAFF or self.held.house.secure_email
        return Delivery.ATTACHED if is_safe else Delivery.TOLD

    def _draft(
        self, receiver: Participant, what: str, papers: tuple[Enclosure, ...], delivery: Delivery
    ) -> Draft | None:
        mailbox, is_attached = _mailbox(receiver), delivery is Delivery.ATTACHED
        if not (self.sender and mailbox and delivery in (Delivery.ATTACHED, Delivery.TOLD)):
            return None
        words = _words(receiver, is_attached=is_attached)
        context = mail_context(self.held, receiver)
        said = (phrases(self.held.kind, name, context) for name in words[1:])
        house, nr = self.held.house, self.held.meeting.nr
        return Draft(
            sender=self.sender,
            receiver=mailbox,
            subject=" ".join(phrases(self.held.kind, words[0], context)),
            paragraphs=tuple(text for texts in said for text in texts),
            date=self.now,
            key=(house.calendar_id, nr, receiver.nr, what),
            attachments=tuple(paper.attachment for paper in papers) if is_attached else (),
        )


def _mailbox(receiver: Participant) -> Mailbox | None:
    return Mailbox.of(receiver.name, receiver.who.email)


def _words(receiver: Participant, *, is_attached: bool) -> tuple[str, ...]:
    """The names of the words that the e-mail is made of: its subject first, then its text from the top."""
    greeting = "mail.hilsen_foerst"
    match receiver.audience:
        case Audience.STAFF:
            kind = "medarbejder"
        case Audience.GP:
            kind, greeting = "laege" if is_attached else "laege_besked", "brev_laege.hilsen_foerst"
        case _:
            kind = "vedlagt" if is_attached else "besked"
    return (f"mail.{kind}.emne", greeting, f"mail.{kind}.tekst", "mail.kontakt", "mail.hilsen_sidst")
