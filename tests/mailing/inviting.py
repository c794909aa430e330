"""A house whose people live by e-mail, its meeting M001, and the drafts about it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from docgen import danish
from docgen.mailing.attaching import word_file
from docgen.mailing.draft import Attachment, Draft, as_eml
from docgen.mailing.invitations import cancellation, invitation
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Meeting, MeetingStatus, Role, Workbook
from docgen.planning import Cancellation, Participant, PlannedMeeting
from tests import making
from tests.calendars.readers import unfolded
from tests.contract.papers import TYPES
from tests.mailing.readers import by_python, words

TALK = next(kind for kind in TYPES if kind.name == "dialogmoede")
VOLUNTEER = making.person("P005", Role.VOLUNTEER, 6, name="Nanna Frisk", email="nanna@frisk.example")


def talk(**changes: Any) -> Meeting:
    """M001, to which a relative and a volunteer are invited too."""
    return making.meeting(**{"type": TALK.name, "extra": ("P004", "P005"), **changes})


def world(*meetings: Meeting, **house: Any) -> Workbook:
    """Asta's house; she, her relative and a volunteer of her network live by e-mail."""
    asta = making.resident(email="asta@elmegaarden.example", consents=("P004", "P005"), network=("P005",))
    return making.book(
        *(meetings or (talk(),)),
        residents=(asta,),
        people=(*making.staff(), VOLUNTEER),
        institution=making.house(**house),
    )


def planned(workbook: Workbook | None = None, kind: MeetingType = TALK, **wishes: Any) -> PlannedMeeting:
    return making.planned(workbook or world(), kind, **wishes)


def seat(meeting: PlannedMeeting, nr: str) -> Participant:
    return next(one for one in meeting.seating.participants if one.nr == nr)


def files(meeting: PlannedMeeting, nr: str, ending: str = "docx") -> list[Attachment]:
    """The receiver's files as the pack has them, what is to be filled in for the leader alone."""
    leader = meeting.seating.facilitator
    leads = leader is not None and leader.nr == nr
    theirs = [one for one in meeting.documents if one.receiver is None or one.receiver.nr == nr]
    names = [one.file for one in theirs if leads or not one.rule.audience.is_filled_in]
    return [replace(word_file(name, b"x"), name=name.replace("docx", ending)) for name in names]


def invited(nr: str, meeting: PlannedMeeting | None = None, **house: Any) -> Draft:
    meeting = meeting or planned()
    made = invitation(meeting, seat(meeting, nr), making.house(**house), files(meeting, nr))
    assert made is not None
    return made


def moved(**changes: Any) -> PlannedMeeting:
    """The meeting with these changes, a week after its letters went out to all but P002."""
    before = making.sent(making.plan(world(), TALK))
    people = before["M001"].receivers - {"P002"}
    sent = {"M001": replace(before["M001"], receivers=people)}
    return planned(world(talk(**changes)), sent=sent, now=making.LATER)


@cache
def called_off(alone: str = "") -> Cancellation:
    sent = making.sent(making.plan(world(), TALK))
    changes: dict[str, Any] = {"absent": (alone,)} if alone else {"status": MeetingStatus.CANCELLED}
    now = world(talk(**changes))
    (one,) = making.plan(now, TALK, sent=sent, now=making.LATER).cancellations
    return one


def off(nr: str, one: Cancellation | None = None, **house: Any) -> Draft:
    one = one or called_off()
    who = next(receiver for receiver in one.receivers if receiver.nr == nr)
    made = cancellation(one, who, making.house(**house), [word_file(f"M001_{nr}.docx", b"x")])
    assert made is not None
    return made


def said(draft: Draft) -> str:
    """The subject and the text, with plain spaces."""
    return "\n".join((draft.subject, *draft.paragraphs)).replace(danish.NBSP, " ")


def names(draft: Draft) -> list[str]:
    return [one.name for one in draft.attachments]


def by_mail(one: Participant) -> Participant:
    """The same person with an address to write to."""
    return replace(one, who=replace(one.who, email=f"{one.nr.lower()}@post.example"))


def everything(draft: Draft) -> str:
    """All that can be read in the message, each part decoded, and its headers."""
    message = by_python(as_eml(draft))
    text = [f"{name}: {content}" for name, content in message.items()]
    for part in message.walk():
        if part.get_content_type() in ("application/ics", "text/calendar"):
            content = part.get_payload(decode=True)
            assert content == draft.calendar
            text += unfolded(draft.calendar)
        elif not part.is_multipart():
            text.append(words(part))
    return "\n".join(text)
