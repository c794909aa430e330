"""The free text "Andre, der får referatet": whom in the workbook it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.model import Person, Resident, Role
from docgen.planning.register import Register

_BRACKETS = re.compile(r"\(([^()]*)\)")
_BETWEEN = re.compile(r"[;,\n]|\s+og\s+|\s+&\s+", re.IGNORECASE)
_AROUND = " \t.:–-•*"


@dataclass(frozen=True, slots=True)
class Named:
    """One entry of the text, from 1, and everybody in the workbook who may be meant.

    Nobody is guessed: only where there is exactly one is it known who.
    """

    number: int
    people: tuple[Resident | Person, ...]


def named(text: str, register: Register, labels: Iterable[str] = ()) -> tuple[Named, ...]:
    """The people that a text names, in its order: by number, or by whole name; letter case does not matter.

    Entries stand apart by ``;``, a comma, a line break or "og". What is in brackets after a name is not read,
    unless it names somebody too: a number tells namesakes apart. An entry that is nothing but a role, a title
    or a workplace ("Bo Eksempel, kontaktperson") says something of the one before it; ``labels`` are further
    words of that kind.
    """
    descriptions = _descriptions(register, labels)
    found: list[Named] = []
    for entry in _entries(text):
        people = _meant(entry, register)
        is_description = bool(found) and not people and _plain(_BRACKETS.sub(" ", entry)) in descriptions
        if not is_description:
            found.append(Named(len(found) + 1, people))
    return tuple(found)


def who_is(text: str, register: Register) -> tuple[Resident | Person, ...]:
    """Everybody whose number or whole name the text is; mostly one or nobody."""
    plain = _plain(text)
    everybody: tuple[Resident | Person, ...] = (*register.residents.values(), *register.people.values())
    by_number = tuple(who for who in everybody if _plain(who.nr) == plain)
    return by_number or tuple(who for who in everybody if plain and _plain(who.name) == plain)


def _entries(text: str) -> Iterator[str]:
    """What stands between the separators; those within brackets separate nothing."""
    kept = _BRACKETS.sub(lambda match: _BETWEEN.sub(" ", match[0]), text)
    for entry in _BETWEEN.split(kept):
        if stripped := entry.strip(_AROUND):
            yield stripped


def _meant(entry: str, register: Register) -> tuple[Resident | Person, ...]:
    """Whom the entry names; what is in brackets narrows it down, or contradicts it: then all may be meant."""
    people = who_is(_BRACKETS.sub(" ", entry), register)
    inside = tuple(who for note in _BRACKETS.findall(entry) for who in who_is(note, register))
    if not (people and inside):
        return people
    return tuple(who for who in people if who in inside) or (*people, *inside)


def _descriptions(register: Register, labels: Iterable[str]) -> frozenset[str]:
    of_people = (text for who in register.people.values() for text in (who.title, who.organisation))
    return frozenset(_plain(text) for text in (*Role, *labels, *of_people) if text)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(_AROUND)
