"""The facts at the head of agenda and minutes: when, where, how to join, who takes part.

The same rows as in the letters, so that a house's papers look like one family.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document

from docgen.meetingtypes.authoring.blocks import listed_in_line
from docgen.meetingtypes.authoring.facts import WHEN, Facts
from docgen.meetingtypes.definition import MeetingType, Rule

EVERYBODY = 11
"""So many participants an agenda of one page has room for, each on a line of its own."""

_ANSWER = "{% if d.svar %} – {{ d.svar }}{% endif %}"
_BY_NAME = 7  # participants that are told with their roles, however little room there is

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
    """A line for each participant, with what they answered.

    More than ``listed`` of them stand one after another. More than twice as many would still take more room
    than there is, and stand there by name alone.
    """
    one = participant(words) + _ANSWER
    lines = ("{%p for d in deltagere %}", one, "{%p endfor %}")
    return (
        f"{{%p if deltagere|length > {max(2 * listed, _BY_NAME)} %}}",
        *by_name(words),
        f"{{%p elif deltagere|length > {listed} %}}",
        listed_in_line("d in deltagere", one, "; "),
        "{%p else %}",
        *lines,
        "{%p endif %}",
    )


def by_name(words: Mapping[str, Any]) -> tuple[str]:
    """The participants' names alone, one after another: there may be twenty of them."""
    return (listed_in_line("d in deltagere", f"{{{{ d.navn }}}}{_leading(words)}", ", "),)


def participant(words: Mapping[str, Any]) -> str:
    """The tags that name the participant ``d`` with their role, and say who leads the meeting."""
    return f"{{{{ d.beskrivelse }}}}{_leading(words)}"


def _leading(words: Mapping[str, Any]) -> str:
    return f"{{% if d.leder_moedet %}} ({words['moede.moedeleder']}){{% endif %}}"
