"""Reading one TOML table key by key, gathering everything that is wrong instead of stopping at the first."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from docgen.findings import Finding, Place
from docgen.meetingtypes.notation import control_character, written


class Table:
    """A table of a ``type.toml`` and where it stands.

    Each reading method marks its key as known, gives the value when it is what it should be, and otherwise
    adds a finding to ``findings`` and gives a harmless value, so that reading goes on. ``finish`` adds a
    finding for each key that nobody asked for.
    """

    def __init__(self, values: Mapping[str, Any], place: Place, findings: list[Finding]) -> None:
        self.findings = findings
        self.place = place
        self._values = values
        self._known: list[str] = []

    def text(self, key: str, example: str = "") -> str:
        """A text, trimmed; ``""`` where there is none. With ``example`` it must be there."""
        value = self._take(key, "")
        if not isinstance(value, str):
            self._wrong("E-104", key, value)
            return ""
        if example and not value.strip():
            self.add("E-101", name=key, example=f'{key} = "{example}"')
        return self._plain(key, value)

    def number(self, key: str, default: int | None = None, *, most: int) -> int:
        """A whole number from 1 to ``most``; 0 stands for a wrong one. Without ``default`` it is needed."""
        value = self._take(key, default)
        if value is None:
            self.add("E-101", name=key, example=f"{key} = 60")
        elif key not in self._values:
            return default or 0
        elif isinstance(value, bool) or not isinstance(value, int) or value < 1:
            self._wrong("E-105", key, value)
        elif value > most:
            self._wrong("E-213", key, value, most=most)
        else:
            return value
        return 0

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false; ``default`` where there is nothing."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            self._wrong("E-106", key, value)
        return value is True

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where there is none."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self._wrong("E-107", key, value)
            return ()
        return tuple(self._plain(key, entry) for entry in value)

    def _plain(self, key: str, text: str) -> str:
        """The text, trimmed; a finding when it holds a sign that no Word file can."""
        if around := control_character(text):
            self.add("E-212", key, value=around)
        return text.strip()

    def choice(self, key: str, allowed: Collection[str], *, default: str | None = None) -> str:
        """One of the allowed texts; the first of them stands for a wrong one.

        It must be there, unless there is a ``default``, which need not be one of them.
        """
        first = next(iter(allowed))
        value = self.text(key, example=first if default is None else "")
        if not value:
            return first if default is None else default
        return value if self._is_one_of(key, value, allowed) else first

    def choices(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """A list of allowed texts, without the wrong ones; empty where there is none."""
        return tuple(value for value in self.texts(key) if self._is_one_of(key, value, allowed))

    def _is_one_of(self, key: str, value: str, allowed: Collection[str]) -> bool:
        if value in allowed:
            return True
        listed, near = ", ".join(allowed), closest(value, allowed)
        if near:
            self.add("E-110", key, value=value, allowed=listed, suggestion=near)
        else:
            self.add("E-109", key, value=value, allowed=listed)
        return False

    def table(self, key: str) -> Table:
        """The table under this key; an empty one where there is none."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            self._wrong("E-108", key, value, example=f"[{self._heading(key)}]")
            value = {}
        return Table(value, self._at(key), self.findings)

    def tables(self, key: str, inline: str = "") -> list[Table]:
        """The tables of a list, each placed as "key 1", "key 2" …

        They stand under headings ``[[key]]``, or, where ``inline`` gives an example of one, in braces.
        """
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            if inline:
                self._wrong("E-214", key, value, example=f"{key} = [{inline}]")
            else:
                self._wrong("E-108", key, value, example=f"[[{self._heading(key)}]]")
            return []
        numbered = enumerate(value, start=1)
        return [Table(entry, self._at(f"{key} {at}"), self.findings) for at, entry in numbered]

    def raw(self, key: str) -> Any:
        """Whatever stands under this key, unread; ``None`` where nothing does."""
        return self._take(key, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def add(self, code: str, key: str = "", **data: object) -> None:
        """Add a finding at this table, or at one of its keys."""
        self.findings.append(Finding.of(code, self._at(key), **data))

    def finish(self, known: Collection[str] = ()) -> None:
        """Add a finding for every key that is not known, with the nearest known one.

        Known is what was asked for, and what ``known`` lists besides.
        """
        every = tuple(dict.fromkeys((*known, *self._known)))
        listed = ", ".join(every)
        for name in self._values:
            if name in every:
                continue
            near = closest(name, [one for one in every if one not in self._values])
            if near:
                self.add("E-102", name=name, known=listed, suggestion=near)
            else:
                self.add("E-103", name=name, known=listed)

    def _take(self, key: str, default: Any) -> Any:
        self._known.append(key)
        return self._values.get(key, default)

    def _wrong(self, code: str, key: str, value: object, **data: object) -> None:
        self.add(code, key, value=written(value), **data)

    def _heading(self, key: str) -> str:
        """The key with those of the tables around it, as a heading of TOML names it."""
        return ".".join(part for part in (*self.place.key.split(": "), key) if part)

    def _at(self, key: str) -> Place:
        outer = self.place.key
        return Place(file=self.place.file, key=f"{outer}: {key}" if outer and key else outer or key)


def closest(word: str, known: Collection[str]) -> str:
    """The known word that this one is most likely a slip of; ``""`` when none is near."""
    folded = {name.casefold(): name for name in known}
    matches = difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""
