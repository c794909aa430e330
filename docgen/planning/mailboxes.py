"""Mailboxes: whom an e-mail is from and to, in characters that every mail server takes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# RFC 5321, 4.5.3.1: so long may the part before the at sign be, and the whole address.
_LONGEST_LOCAL, _LONGEST = 64, 254
# RFC 5322, 3.2.3: a dot-atom. Quoted local parts are allowed there, and nobody has one.
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"({_LABEL}\.)+{_LABEL}")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name, which may be blank, and an address in ASCII. Get one with ``Mailbox.of``."""

    name: str
    address: str

    @classmethod
    def of(cls, name: str, address: str) -> Mailbox | None:
        """The mailbox; ``None`` where the address is blank, or none that mail can be sent to.

        A domain with other letters is written in its ASCII form (``blåbær.example`` is
        ``xn--blbr-roah.example``, RFC 5890). Such letters before the at sign need servers that speak
        SMTPUTF8 (RFC 6531) all the way, which cannot be counted on: ``None`` too.
        """
        local, at, domain = address.strip().rpartition("@")
        plain = ascii_domain(domain)
        whole = f"{local}@{plain}"
        fits = len(local) <= _LONGEST_LOCAL and len(whole) <= _LONGEST
        if not (at and plain and fits and _LOCAL.fullmatch(local)):
            return None
        return cls(one_line(name), whole)

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def ascii_domain(domain: str) -> str:
    """The domain as name servers know it; ``""`` for what can be none."""
    try:
        plain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return plain if _DOMAIN.fullmatch(plain) else ""


def one_line(text: str) -> str:
    """The text on one line, without what no header may hold: breaks, controls, halves of characters."""
    kept = (" " if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") else sign for sign in text)
    return " ".join("".join(kept).split())
