"""A pack as a whole, for tests that look for something in every byte of it."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from lxml import etree

from tests.docx_text import parts

Found = Iterator[tuple[str, bytes]]


def contents(pack: Path) -> Found:
    """Every file of a pack, the ledger too: its name and its bytes, and what is inside documents, e-mails,
    messages of Digital Post and the ledger.

    Calendars fold their long lines; here they are unfolded. What stands in Base64 is decoded, as chance
    writes short words there.
    """
    for path in sorted(path for path in pack.rglob("*") if path.is_file()):
        name = path.relative_to(pack).as_posix()
        yield from _inside(name, path.read_bytes())
        if path.suffix == ".sqlite":
            with sqlite3.connect(path) as ledger:
                yield f"{name} dumped", "\n".join(ledger.iterdump()).encode()


def _inside(name: str, data: bytes) -> Found:
    match Path(name).suffix:
        case ".eml":
            yield from _email(name, message_from_bytes(data, policy=default))
        case ".xml":
            yield from _message(name, etree.fromstring(data))
        case ".ics":
            yield name, data.replace(b"\r\n ", b"")
        case ending:
            yield name, data
            members = parts(data) if ending == ".docx" else {}
            yield from ((f"{name}/{member}", inside) for member, inside in members.items())


def _email(name: str, message: EmailMessage) -> Found:
    """The headers of all its parts, and what each holds: ``….eml/referat.docx``, ``….eml/plain.txt``."""
    headers = [f"{key}: {value}" for part in message.walk() for key, value in part.items()]
    yield name, "\n".join((*headers, message.preamble or "", message.epilogue or "")).encode()
    for part in message.walk():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            ending = {"plain": "txt", "calendar": "ics"}
            kind = part.get_content_subtype()
            file = part.get_filename() or f"{kind}.{ending.get(kind, kind)}"
            yield from _inside(f"{name}/{file}", content)


def _message(name: str, memo: etree._Element) -> Found:
    """The message without its files, and each of them: ``….xml/invitation_B001.pdf``."""
    for file in memo.iter("{*}File"):
        content = file.find("{*}content")
        assert content is not None
        called, encoded, content.text = file.findtext("{*}filename"), content.text, ""
        yield from _inside(f"{name}/{called}", base64.b64decode(encoded or ""))
    yield name, etree.tostring(memo, encoding="utf-8")
