"""The facts at the head of agenda and minutes: when, where, how to join, who takes part.

The same rows as in the letters, so that a house's papers look like one family.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document

from docgen.meetingtypes.authoring.facts import WHEN, Facts
from docgen.meetingtypes.definition import MeetingType, Rule

EVERYBODY = 9
"""So many participants an agenda of one page has room for, each on a line of its own."""

Extra = tuple[str, str]
"""A tag and the key of its label, for a row that is there when the tag says something."""


def add_masthead(
    document: Document, words: Mapping[str, Any], people: Sequence[str] = (), extra: Sequence[Extra] = ()
) -> None:
    """When, where, how to join, what to know and who comes, and then the ``extra`` rows.

    ``people`` are the lines that say who comes (``in_lines``, ``by_name``). Without them only when and where
    are there: minutes list people further down. What is blank leaves no trace.
    """
    facts = Facts(document, words["moede.fakta"])
    facts.row(words["fakta.hvornaar"], WHEN)
    facts.row_if("moede.sted", words["fakta.hvor"], "{{ moede.sted }}")
    if not people:
        return
    facts.row_if("moede.link", words["fakta.online"], "{{ moede.link }}")
    facts.row_if("moede.praktisk", words["fakta.praktisk"], "{{ moede.praktisk }}")
    facts.row_if("deltagere", words["moede.deltagere"], *people)
    for tag, label in extra:
        facts.row_if(tag, words[label], f"{{{{ {tag} }}}}")


def extra_rows(kind: MeetingType, *, theme: bool) -> tuple[Extra, ...]:
    """What a type's agenda tells besides: the standing meeting it is, the resident's goal, the theme."""
    rows = [] if kind.about_resident else [("moede.forum", "fakta.forum")]
    rows += [("beboer.maal", "fakta.maal")] if Rule.GOAL in kind.rules else []
    rows += [("moede.tema", "fakta.tema")] if theme else []
    return tuple(rows)


def in_lines(words: Mapping[str, Any], listed: int = EVERYBODY) -> tuple[str, ...]:
    """A line for each participant; more than ``listed`` of them stand one after another."""
    one = participant(words)
    lines = ("{%p for d in deltagere %}", one, "{%p endfor %}")
    if listed >= EVERYBODY:
        return lines
    return (
        f"{{%p if deltagere|length > {listed} %}}",
        _joined(one, "; "),
        "{%p else %}",
        *lines,
        "{%p endif %}",
    )


def by_name(words: Mapping[str, Any]) -> tuple[str]:
    """The participants' names alone, one after another: there may be twenty of them."""
    return (_joined(f"{{{{ d.navn }}}}{_leading(words)}", ", "),)


def participant(words: Mapping[str, Any]) -> str:
    """The tags that name the participant ``d`` with their role, and say who leads the meeting."""
    return f"{{{{ d.beskrivelse }}}}{_leading(words)}"


def _leading(words: Mapping[str, Any]) -> str:
    return f"{{% if d.leder_moedet %}} ({words['moede.moedeleder']}){{% endif %}}"


def _joined(one: str, separator: str) -> str:
    return f"{{% for d in deltagere %}}{one}{{% if not loop.last %}}{separator}{{% endif %}}{{% endfor %}}"
