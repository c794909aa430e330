"""The seal of a draft: how one tells that nobody has changed it since it was written.

Its first line is a header with the digest of all that follows. A mail program that saves the draft, and a
person who edits it, write those bytes anew: then the seal is broken, and the file is theirs.
"""

from __future__ import annotations

import hashlib

HEADER = b"X-Docgen-Digest"
_START = HEADER + b": sha256="
_END = b"\r\n"


def sealed(message: bytes) -> bytes:
    """The message with its seal before it."""
    return _START + hashlib.sha256(message).hexdigest().encode() + _END + message


def is_unbroken(file: bytes) -> bool:
    """Whether the file is as it was written: sealed, and with the contents that the seal tells of."""
    seal, _, message = file.partition(_END)
    return seal == _START + hashlib.sha256(message).hexdigest().encode()


def says_the_same(one: bytes, other: bytes) -> bool:
    """Whether two sealed messages differ in nothing but when they were made."""
    return _undated(one) == _undated(other)


def _undated(file: bytes) -> bytes:
    head, blank, body = file.partition(_END * 2)
    lines = (line for line in head.split(_END) if not line.startswith((HEADER + b":", b"Date:")))
    return _END.join(lines) + blank + body
