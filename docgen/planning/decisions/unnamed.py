"""Whom a decision must not name: people of a resident's own life, without the resident's consent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.model import Person, Resident, Role, Workbook
from docgen.planning.consent import may_be_named, needs_consent
from docgen.planning.decisions.responsible import Who, plain
from docgen.planning.register import PEOPLE

_ENDING = r"(?:['’]?s|['’])?"  # Karls, Hans', Max's
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Discretion:
    """What may be said in decisions about one resident, or of a group (``None``).

    ``hidden`` are those who may not be named, ``by_consent`` those who are named because the resident allows
    it. With ``has_unread`` a row of Personer cannot be read: then a name that nobody is found by may be
    anybody's.
    """

    hidden: tuple[Person, ...]
    by_consent: tuple[Person, ...]
    has_unread: bool

    def hides(self, who: Who) -> bool:
        return who in self.hidden

    def keeps_back(self, text: str) -> bool:
        """Whether the text names somebody by whole name or number who may not be named."""
        return any(_names(text, who) for who in self.hidden)

    def may_show(self, name: str) -> bool:
        """Whether a name that nobody is found by may stand as people wrote it.

        Not if any of its words is one of a hidden person's: a first name is enough to know somebody by.
        """
        words = set(_WORD.findall(plain(name)))
        theirs = (word for who in self.hidden for word in (*plain(who.name).split(), plain(who.nr)))
        return not self.has_unread and words.isdisjoint(theirs)

    def rests_on(self, text: str, people: tuple[Who, ...]) -> Iterator[str]:
        """The numbers of those whom text and responsible name by consent."""
        for who in self.by_consent:
            if who in people or _names(text, who):
                yield who.nr


def discretion(workbook: Workbook, resident: Resident | None, *, is_known: bool = True) -> Discretion:
    """What may be said in decisions about this resident.

    Where it is not known whom a decision is about, volunteers count as private whoever lists them.
    """
    private = [who for who in workbook.people if needs_consent(who, resident)]
    hidden = [who for who in private if not may_be_named(who, resident)]
    if not is_known:
        listed = {nr for one in workbook.residents for nr in (*one.relatives, *one.network)}
        hidden += [who for who in workbook.people if who.role is Role.VOLUNTEER and who.nr in listed]
    named = tuple(who for who in private if who not in hidden)
    unread = any(row.at.sheet == PEOPLE for row in workbook.broken)
    return Discretion(tuple(hidden), named, unread)


def _names(text: str, who: Person) -> bool:
    """Whether the whole name or the number stands in the text, in the genitive too."""
    said = plain(text)
    return any(
        term in said and re.search(rf"(?<!\w){re.escape(term)}{_ENDING}(?!\w)", said)
        for term in (plain(who.name), plain(who.nr))
    )
