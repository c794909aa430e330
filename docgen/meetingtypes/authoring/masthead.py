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
    document: Document,
    words: Mapping[str, Any],
    *,
    participants: bool = True,
    listed: int = EVERYBODY,
    extra: Sequence[Extra] = (),
) -> None:
    """When, where, how to join, what to know and who comes, and then the ``extra`` rows.

    Without ``participants`` only when and where are there: minutes list people further down. Each
    participant has a line; more than ``listed`` of them stand one after another. What is blank leaves no
    trace.
    """
    facts = Facts(document, words["moede.fakta"])
    facts.row(words["fakta.hvornaar"], WHEN)
    facts.row_if("moede.sted", words["fakta.hvor"], "{{ moede.sted }}")
    if not participants:
        return
    facts.row_if("moede.link", words["fakta.online"], "{{ moede.link }}")
    facts.row_if("moede.praktisk", words["fakta.praktisk"], "{{ moede.praktisk }}")
    facts.row(words["moede.deltagere"], *_people(words, listed))
    for tag, label in extra:
        facts.row_if(tag, words[label], f"{{{{ {tag} }}}}")


def extra_rows(kind: MeetingType, *, theme: bool) -> tuple[Extra, ...]:
    """What a type's agenda tells besides: the standing meeting it is, the resident's goal, the theme."""
    rows = [] if kind.about_resident else [("moede.forum", "fakta.forum")]
    rows += [("beboer.maal", "fakta.maal")] if Rule.GOAL in kind.rules else []
    rows += [("moede.tema", "fakta.tema")] if theme else []
    return tuple(rows)


def _people(words: Mapping[str, Any], listed: int) -> tuple[str, ...]:
    one = participant(words)
    lines = ("{%p for d in deltagere %}", one, "{%p endfor %}")
    if listed >= EVERYBODY:
        return lines
    together = f"{{% for d in deltagere %}}{one}{{% if not loop.last %}}; {{% endif %}}{{% endfor %}}"
    return (f"{{%p if deltagere|length > {listed} %}}", together, "{%p else %}", *lines, "{%p endif %}")


def participant(words: Mapping[str, Any]) -> str:
    """The tags that name the participant ``d`` with their role, and say who leads the meeting."""
    return f"{{{{ d.beskrivelse }}}}{{% if d.leder_moedet %}} ({words['moede.moedeleder']}){{% endif %}}"
