"""Letters as MeMo messages, the format of the Danish public Digital Post: one XML file for each letter.

Nothing is sent from here. The sending system puts in the two numbers that docgen does not hold: for
``SENDER`` the institution's CVR number, for ``receiver_mark`` the resident's CPR number. Source: the XSD of
MeMo 1.2 and 1.1 (digitaliser.dk). The elements are the dataclasses of python-serviceplatformen, an optional
library.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any
from uuid import UUID
from xml.etree import ElementTree as ET

from docgen.findings import Finding, Place
from docgen.mailing.attaching import PDF
from docgen.mailing.draft import Attachment
from docgen.planning.mailboxes import one_line

FOLDER = "digitalpost"
"""The folder of a pack that messages lie in."""
SENDER = "{{CVR}}"
"""What stands for the institution's CVR number. No program takes it for one."""
_LANGUAGE = "da"
_LONGEST = 256  # memoTextType
_NOT_IN_XML = re.compile("[\ufffe\uffff]")  # XML 1.0, 2.2; the others that are forbidden leave one_line


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting as the receiver's calendar may take it over. Both moments carry their zone.

    ``title`` says nothing of why they meet. The organizer's mail and name may be blank.
    """

    start: dt.datetime
    end: dt.datetime
    place: str
    title: str
    organizer_mail: str = ""
    organizer_name: str = ""


@dataclass(frozen=True, slots=True)
class DigitalLetter:
    """A letter to a resident in Digital Post.

    ``key`` is what makes it this letter and no other, such as the meeting's UID and the receiver's number;
    ``created``, which carries its zone, is when its content last changed. From both follow the message's
    identity, from the key alone that of the appointment, so that a changed letter is another message about
    the same meeting. ``label`` is seen in lists and notices, before anybody has signed in: no name, no theme.
    ``main`` is the letter as PDF. A cancellation has no appointment.
    """

    key: tuple[str, ...]
    label: str
    receiver_nr: str
    sender: str
    created: dt.datetime
    main: Attachment
    others: tuple[Attachment, ...] = ()
    appointment: Appointment | None = None


def memo_file(meeting: str, receiver: str) -> str:
    """``M001_B001.xml``: numbers and no names."""
    return f"{meeting}_{receiver}.xml"


def receiver_mark(nr: str) -> str:
    """What stands for the CPR number of the resident with this number: ``{{CPR:B001}}``."""
    return f"{{{{CPR:{_text(nr)}}}}}"


def is_available() -> bool:
    """Whether the library is installed that MeMo's elements come from."""
    return find_spec("python_serviceplatformen") is not None


def memo_files(letters: Mapping[str, DigitalLetter]) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The letters as files, by their names, and what is to be said.

    A letter that is no PDF is a finding and no file. Where the library is missing there are no files, and one
    finding for all; none where there are no letters.
    """
    if letters and not is_available():
        return {}, (Finding.of("W-414", Place(file=FOLDER)),)
    ready = {name: letter for name, letter in letters.items() if letter.main.media_type == PDF}
    waiting = (Place(file=f"{FOLDER}/{name}") for name in letters if name not in ready)
    files = {name: as_memo(letter) for name, letter in ready.items()}
    return files, tuple(Finding.of("W-415", place) for place in waiting)


def as_memo(letter: DigitalLetter) -> bytes:
    """The letter as a file in UTF-8; the same letter gives the same bytes.

    Raises ``ModuleNotFoundError`` without the library, and ``ValueError`` for a moment without a zone.
    """
    from python_serviceplatformen.models.xml_util import dataclass_to_xml

    root = dataclass_to_xml(message(letter))
    said: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return said + b"\n"


def message(letter: DigitalLetter) -> Any:
    """The letter as the library's ``Message``.

    What MeMo 1.2 leaves open and 1.1 asks for (``mandatory``, ``legalNotification``) is said: neither.
    """
    from python_serviceplatformen.models import message as memo

    others = tuple(memo.AdditionalDocument(files=(_file(memo, one),)) for one in letter.others)
    action = _action(memo, letter.appointment, letter.key) if letter.appointment else None
    return memo.Message(
        messageHeader=memo.MessageHeader(
            messageType="DIGITALPOST",
            messageUUID=_uuid(*letter.key, _utc(letter.created).isoformat()),
            label=_text(letter.label),
            mandatory=False,
            legalNotification=False,
            sender=memo.Sender(senderID=SENDER, idType="CVR", label=_text(letter.sender)),
            recipient=memo.Recipient(recipientID=receiver_mark(letter.receiver_nr), idType="CPR"),
        ),
        messageBody=memo.MessageBody(
            createdDateTime=_utc(letter.created),
            mainDocument=memo.MainDocument(
                files=(_file(memo, letter.main),), actions=(action,) if action else None
            ),
            additionalDocuments=others or None,
        ),
    )


def _file(memo: Any, attachment: Attachment) -> Any:
    return memo.File(
        encodingFormat=attachment.media_type.partition(";")[0].strip(),
        filename=attachment.ascii_name[-_LONGEST:],
        language=_LANGUAGE,
        content=base64.b64encode(attachment.data).decode("ascii"),
    )


def _action(memo: Any, meeting: Appointment, key: tuple[str, ...]) -> Any:
    """AFTALE: the receiver's calendar can take the meeting over from the letter."""
    title = _text(meeting.title)
    times = {"startDateTime": _utc(meeting.start), "endDateTime": _utc(meeting.end)}
    reservation = memo.Reservation(
        description=title,
        reservationUUID=_uuid(*key, "AFTALE"),
        abstract=title,
        location=_text(meeting.place),
        organizerMail=_text(meeting.organizer_mail) or None,
        organizerName=_text(meeting.organizer_name) or None,
        **times,
    )
    return memo.Action(label=title, actionCode="AFTALE", reservation=reservation, **times)


def _uuid(*key: str) -> str:
    """A number that follows from the key. memoUuidType lets in version 4 alone, so it has that form."""
    digest = hashlib.sha256("\0".join(key).encode("utf-8", "replace")).digest()
    return str(UUID(bytes=digest[:16], version=4))


def _utc(moment: dt.datetime) -> dt.datetime:
    """In UTC: memoDateTimeType ends in Z, which the library puts behind any zone's time. Whole seconds."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(dt.UTC).replace(microsecond=0)


def _text(value: str) -> str:
    """The text on one line, as long as MeMo lets it be, without what XML cannot hold."""
    plain = one_line(_NOT_IN_XML.sub(" ", value))
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
