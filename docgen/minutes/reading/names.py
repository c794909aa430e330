"""Which field of the form a control is: by its tag, else by the alias that some programs leave it with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.minutes.reading.controls import Control
from docgen.minutes.reading.form import Blank, Form
from docgen.minutes.reading.wordtext import plain


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a form's fields. ``people`` are the participants: number to how fields name them."""

    form: Form
    people: Mapping[str, str]
    _blanks: list[Blank] = field(default_factory=list)
    _aliases: dict[str, str] = field(default_factory=dict)
    _by_tag: dict[str, Blank | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._blanks.extend(self.form.blanks)
        self._aliases.update((one.alias, one.tag) for one in self._blanks if not one.varies)

    def tag_of(self, control: Control) -> str:
        """The tag of the field that this is; ``""`` for no field of the form."""
        if control.tag and self.blank(control.tag):
            return control.tag
        return self._aliases.get(control.alias) or self._by_varying_alias(control.alias)

    def blank(self, tag: str) -> Blank | None:
        """The field of the form that has this tag."""
        if tag not in self._by_tag:
            fitting = (one for one in self._blanks if one.key_in_tag(tag) is not None)
            self._by_tag[tag] = next(fitting, None)
        return self._by_tag[tag]

    def nr_in(self, label: str) -> str:
        """The number of the participant whose name a row begins with, ``""`` unless it is one alone."""
        found = [nr for nr, name in self.people.items() if _begins(label, plain(_without_number(name, nr)))]
        return found[0] if len(found) == 1 else ""

    def nth(self, index: int) -> str:
        """The number of the participant of this row, the first being 0; ``""`` where there are fewer."""
        return [*self.people, *[""] * (index + 1)][index]

    def said_of(self, tag: str) -> str:
        """What a finding calls the field: as Word does, but a participant by their place in the table.

        Whose consent has been withdrawn since, the minutes cannot know.
        """
        blank = self.blank(tag)
        if blank is None:
            return tag
        key = blank.key_in_tag(tag) or ""
        if blank.section:
            return next((one.alias for one in self._blanks if one.tag == tag), blank.alias)
        before, expression, after = blank.alias.partition("{{")
        said = self._place_of(key) if blank.is_personal else key
        return f"{before}{said}{after.partition('}}')[2]}" if expression else blank.alias

    def _place_of(self, nr: str) -> str:
        """``2`` for the second participant; blank for somebody who was added since."""
        numbers = [*self.people]
        return str(numbers.index(nr) + 1) if nr in numbers else ""

    def _by_varying_alias(self, alias: str) -> str:
        for one in self._blanks:
            found = one.key_in_alias(alias) if one.varies else None
            if found is not None:
                key = self._nr_of(found) if one.is_personal else found
                return one.tag_of(key) if key else ""
        return ""

    def _nr_of(self, name: str) -> str:
        return next((nr for nr, known in self.people.items() if known == name), "")


def _without_number(name: str, nr: str) -> str:
    """Namesakes, and people with long names, have their number behind it (``documents.people``)."""
    return name.removesuffix(f" ({nr})").rstrip("…")


def _begins(label: str, name: str) -> bool:
    return bool(name) and label.startswith(name)
