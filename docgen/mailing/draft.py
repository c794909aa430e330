"""A draft of an e-mail: what it says as a value, and as the bytes of an ``.eml`` file.

A mail program opens the file as a message that has not been sent yet; a person looks at it and sends it.
The same draft gives the same bytes. Sources: RFC 5322 (the message), 2045 and 2046 (its parts), 2047 (other
letters in headers), 2183 (attachments), 3282 (Content-Language), 6047 (what a calendar is to take in);
``X-Unsent`` is Outlook's.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from docgen.mailing.body import html, plain
from docgen.mailing.seal import sealed
from docgen.planning.mailboxes import Mailbox, one_line

_POLICY = SMTP.clone(cte_type="7bit")
_LANGUAGE = "da"
_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"}
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
_NO_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_METHOD = re.compile(rb"^METHOD:([A-Z]+)\r$", re.MULTILINE)
CALENDAR_FILE = "moede.ics"
"""What the calendar file is called among the attachments."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with an e-mail.

    ``media_type`` may have parameters: ``application/pdf``, ``text/calendar; method=REQUEST``.
    """

    name: str
    media_type: str
    data: bytes

    @property
    def ascii_name(self) -> str:
        """The name in signs that every mail program and file system takes."""
        spelt = "".join(_LETTERS.get(sign, sign) for sign in unicodedata.normalize("NFC", self.name))
        plain_letters = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
        ending = found[0] if (found := _ENDING.search(plain_letters)) else ""
        return (_NO_NAME.sub("_", plain_letters.removesuffix(ending)).strip("_.") or "fil") + ending


@dataclass(frozen=True, slots=True)
class Draft:
    """An e-mail that nobody has sent yet.

    ``paragraphs`` are its text, each with its line breaks. ``date`` carries its zone. ``key`` is what makes
    it this message and no other, such as the meeting's UID and the receiver's number: the Message-ID is
    derived from it, so that the same draft made again is the same message. Texts may hold anything: no value
    can add a header or a part. ``calendar`` is an iCalendar object with a METHOD, in UTF-8, that the
    receiver's calendar is to take in (RFC 6047); blank, there is none.
    """

    sender: Mailbox
    receiver: Mailbox
    subject: str
    paragraphs: tuple[str, ...]
    date: dt.datetime
    key: tuple[str, ...]
    attachments: tuple[Attachment, ...] = ()
    calendar: bytes = b""


def as_eml(draft: Draft) -> bytes:
    """The draft as a file: text and HTML of the same words, and the attachments after them.

    What a calendar is to take in stands there twice, as Google's own invitations have it. As a third form of
    the text it is what Outlook and Gmail answer with buttons; as the last attachment, ``application/ics``, it
    is there for who has no such program. It is one event under one UID, so nobody gets two.

    It is sealed (``mailing.seal``), so that a file that a person has changed is told from our own. Lines end
    in CRLF, and all bytes are ASCII.
    """
    message = EmailMessage(policy=_POLICY)
    for name, value in _headers(draft):
        message[name] = value
    message.set_content(plain(draft.paragraphs), subtype="plain", cte="quoted-printable")
    page = html(one_line(draft.subject), draft.paragraphs, _LANGUAGE)
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    attachments = draft.attachments
    if draft.calendar:
        _add_calendar(message, draft.calendar)
        attachments += (Attachment(CALENDAR_FILE, "application/ics", draft.calendar),)
    for attachment in attachments:
        _attach(message, attachment)
    message["Content-Language"] = _LANGUAGE  # set earlier it would go with the text into its part
    _set_boundaries(message, _identity(draft))
    return sealed(message.as_bytes())


def _headers(draft: Draft) -> Iterator[tuple[str, object]]:
    yield "From", _address(draft.sender)
    yield "To", _address(draft.receiver)
    yield "Subject", one_line(draft.subject)
    yield "Date", format_datetime(draft.date)
    yield "Message-ID", f"<{_identity(draft)}@{draft.sender.domain}>"
    yield "X-Unsent", "1"


def _add_calendar(message: EmailMessage, calendar: bytes) -> None:
    """The last and best form of the text. Its method is the calendar's own, or programs would refuse it.

    In base64 the line ends stay what they are. Raises ``ValueError`` for a calendar without METHOD.
    """
    found = _METHOD.search(calendar)
    if found is None:
        raise ValueError("no METHOD")
    params = {"method": found[1].decode(), "charset": "UTF-8"}
    message.add_alternative(calendar, maintype="text", subtype="calendar", cte="base64", params=params)


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    kind = _POLICY.header_factory("Content-Type", one_line(attachment.media_type))
    message.add_attachment(
        attachment.data,
        maintype=kind.maintype,
        subtype=kind.subtype,
        params=dict(kind.params),
        cte="base64",
        filename=attachment.ascii_name,
    )


def _address(mailbox: Mailbox) -> Address:
    return Address(display_name=mailbox.name, addr_spec=mailbox.address)


def _identity(draft: Draft) -> str:
    return hashlib.sha256("\0".join(draft.key).encode("utf-8", "replace")).hexdigest()[:32]


def _set_boundaries(message: EmailMessage, identity: str) -> None:
    """Boundaries that are the same each time. No encoded part can hold one: ``=_`` is in neither encoding."""
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_{identity[:24]}_{number}")
