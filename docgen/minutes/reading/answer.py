"""What stands in the fields of filled minutes, as text, before it is known what it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in a field: its text, and whether it is a box that is ticked."""

    text: str = ""
    ticked: bool = False

    def __bool__(self) -> bool:
        return bool(self.text) or self.ticked


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """A row of a repeating section, blank ones too; ``cells`` are by the last part of their tags.

    ``key`` is the number in its tags, ``""`` for one that Word or a person has added.
    """

    key: str
    cells: Mapping[str, Answer] = field(hash=False)


@dataclass(slots=True)
class Answers:
    """All answers: single fields by their tags, rows by the tags of their sections, in the file's order.

    ``twice`` are the tags of fields that stand there twice and say different things: the first counts.
    """

    fields: dict[str, Answer] = field(default_factory=dict)
    rows: dict[str, list[AnsweredRow]] = field(default_factory=lambda: defaultdict(list))
    twice: list[str] = field(default_factory=list)

    def put(self, tag: str, answer: Answer) -> None:
        before = self.fields.get(tag)
        if before and answer and before != answer and tag not in self.twice:
            self.twice.append(tag)
        if not before:
            self.fields[tag] = answer

    def add(self, section: str, key: str, row: Mapping[str, Answer]) -> None:
        """One more row. One that Word has added has the names of another, and so no key of its own."""
        is_added = any(one.key == key for one in self.rows[section])
        self.rows[section].append(AnsweredRow("" if is_added else key, row))

    def text(self, tag: str) -> str:
        return self.fields.get(tag, Answer()).text

    def ticked(self, tag: str) -> bool:
        return self.fields.get(tag, Answer()).ticked
