"""Whom a decision must not name: people of a resident's own life, without the resident's consent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.meetingtypes.definition import MeetingType
from docgen.model import BrokenRow, Person, Resident, Role
from docgen.planning.consent import may_be_named, needs_consent
from docgen.planning.decisions.responsible import Meant, Who, plain
from docgen.planning.register import Register

_ENDING = r"(?:['’]?s|['’])?"  # Karls, Hans', Max's
_BETWEEN = r"(?: [^\W\d_][\w.'’-]*){0,2} "  # names and initials that stand between the first and the last
_WORD = re.compile(r"[\w-]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphens and such: they part no words


@dataclass(frozen=True, slots=True)
class Discretion:
    """What may be said of meetings about one resident, or of a group's (``None``).

    ``hidden`` are those who may not be named, ``by_consent`` those who are named because the resident allows
    it. With ``has_unread`` a row of Personer cannot be read: then a name that nobody is found by may be
    anybody's.
    """

    hidden: tuple[Person | BrokenRow, ...]
    by_consent: tuple[Person, ...]
    has_unread: bool

    def hides(self, who: Who) -> bool:
        return who in self.hidden

    def keeps_back(self, text: str) -> bool:
        """Whether the text names somebody who may not be named: by number, by whole name, or by the first
        and the last of their names.
        """
        said = _even(text)
        return any(_names(said, who) for who in self.hidden)

    def keeps_back_any(self, meant: Iterable[Meant]) -> bool:
        """Whether one of these who are meant may not be named, or may be somebody who may not."""
        return any(self.hides(one.one) if one.one else self._may_mean(one.written) for one in meant)

    def may_show(self, name: str) -> bool:
        """Whether a name that nobody is found by may stand as people wrote it.

        Not if any of its words is one of a hidden person's: a first name is enough to know somebody by.
        """
        return not self.has_unread and not self._may_mean(name)

    def _may_mean(self, name: str) -> bool:
        words = words_in(name)
        theirs = (word for who in self.hidden for word in (*_even(who.name).split(), plain(who.nr)))
        return not words.isdisjoint(theirs)

    def rests_on(self, text: str, people: tuple[Who, ...]) -> Iterator[str]:
        """The numbers of those whom text and responsible name by consent."""
        said = _even(text)
        for who in self.by_consent:
            if who in people or _names(said, who):
                yield who.nr


def discretion(register: Register, resident: Resident | None, *, is_known: bool = True) -> Discretion:
    """What may be said of meetings about this resident.

    Where it is not known whom they are about, volunteers count as private whoever lists them. Somebody whose
    row cannot be read is private unless their role says otherwise.
    """
    private = [who for who in register.everybody if needs_consent(who, resident)]
    hidden = [who for who in private if not may_be_named(who, resident)]
    if not is_known:
        residents = register.residents.values()
        listed = {nr for one in residents for nr in (*one.relatives, *one.network)}
        hidden += [who for who in register.everybody if who.role is Role.VOLUNTEER and who.nr in listed]
    named = tuple(who for who in private if who not in hidden)
    consents = resident.consents if resident else ()
    unread = [row for row in register.unread if row.name and row.nr not in consents]
    return Discretion((*hidden, *unread), named, bool(register.unread))


def discretion_about(register: Register, resident: Resident | None, kind: MeetingType | None) -> Discretion:
    """What may be said of a meeting of this kind; ``None`` where the resident, or the kind, is not known."""
    is_of_group = kind is not None and not kind.about_resident
    return discretion(register, resident, is_known=resident is not None or is_of_group)


def words_in(text: str) -> frozenset[str]:
    """The words of a text, as they are compared."""
    return frozenset(_WORD.findall(_even(text)))


def _names(said: str, who: Person | BrokenRow) -> bool:
    """Whether name or number stand in what was said (``_even``), in the genitive too.

    A number of figures alone is nobody's in the middle of a sentence: "kl. 12", "3 formiddage".
    """
    number, words = plain(who.nr), _even(who.name).split()
    if number and number in said and (said == number or (not number.isdecimal() and _stands(number, said))):
        return True
    return bool(words) and words[0] in said and words[-1] in said and _stands_as_name(words, said)


def _stands_as_name(words: Sequence[str], said: str) -> bool:
    """Whether the name stands there whole, without what is between first and last, or the last one first."""
    parts = [re.escape(word) for word in words]
    first, last = parts[0], parts[-1]
    shorter = (rf"{first}{_BETWEEN}{last}", rf"{last}, ?{first}") if len(parts) > 1 else ()
    return any(_matches(pattern, said) for pattern in (" ".join(parts), *shorter))


def _stands(word: str, said: str) -> bool:
    return _matches(re.escape(word), said)


def _matches(pattern: str, said: str) -> bool:
    return re.search(rf"(?<!\w)(?:{pattern}){_ENDING}(?!\w)", said) is not None


def _even(text: str) -> str:
    """The text as it is compared, in one Unicode form and without what nobody sees in it."""
    return plain(unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
