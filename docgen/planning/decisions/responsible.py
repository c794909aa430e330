"""Who is meant by what stands under Ansvarlig: numbers and names as people write them in minutes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.model import Person, Resident
from docgen.planning.register import Register

Who = Resident | Person

_BETWEEN = re.compile(r"[;,/&+\n]|(?<!\w)(?:og|samt)(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")  # "Bo Eksempel (kontaktperson)"


@dataclass(frozen=True, slots=True)
class Meant:
    """One name as it is written, and who may be meant by it: nobody, one person, or several."""

    written: str
    people: tuple[Who, ...]

    @property
    def one(self) -> Who | None:
        return self.people[0] if len(self.people) == 1 else None


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody by number and by whole name, letter case and spaces aside."""

    numbers: Mapping[str, Who]
    names: Mapping[str, tuple[Who, ...]]

    @classmethod
    def of(cls, everybody: Iterable[Who]) -> Directory:
        """The first of those who share a number is the one it means, as everywhere."""
        numbers: dict[str, Who] = {}
        names: dict[str, tuple[Who, ...]] = defaultdict(tuple)
        for who in everybody:
            if numbers.setdefault(plain(who.nr), who) is who:
                names[plain(who.name)] += (who,)
        return cls(numbers, dict(names))

    def called(self, text: str) -> tuple[Who, ...]:
        """Those with exactly this number or this whole name."""
        by_number = self.numbers.get(plain(text))
        return (by_number,) if by_number else self.names.get(plain(text), ())


def directory_of(register: Register) -> Directory:
    """Everybody of the workbook by number and name, those too whose number another one has."""
    return Directory.of((*register.residents.values(), *register.everybody))


def those_meant(text: str, directory: Directory, nearest: Sequence[Who]) -> tuple[Meant, ...]:
    """Each name in the text, in its order, and who is meant.

    A number or a whole name may be anybody's. A first name, or a part of a name, is looked for among the
    ``nearest`` alone, those who sat at the table.
    """
    if found := directory.called(text):
        return (Meant(text, _preferred(found, nearest)),)
    pieces = (" ".join(piece.split()).strip(" .:") for piece in _BETWEEN.split(_ASIDE.sub(" ", text)))
    return tuple(Meant(piece, _meant(piece, directory, nearest)) for piece in dict.fromkeys(pieces) if piece)


def _meant(piece: str, directory: Directory, nearest: Sequence[Who]) -> tuple[Who, ...]:
    if found := directory.called(piece):
        return _preferred(found, nearest)
    words = plain(piece).split()
    begins = tuple(who for who in nearest if plain(who.name).split()[: len(words)] == words)
    return begins or tuple(who for who in nearest if f" {plain(piece)} " in f" {plain(who.name)} ")


def _preferred(found: tuple[Who, ...], nearest: Sequence[Who]) -> tuple[Who, ...]:
    """Of namesakes those who sat at the table."""
    if len(found) == 1:
        return found
    near = {who.nr for who in nearest}
    return tuple(who for who in found if who.nr in near) or found


def plain(text: str) -> str:
    """The text without letter case, and with single spaces."""
    return " ".join(text.casefold().split())
