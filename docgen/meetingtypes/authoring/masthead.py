"""The facts at the head of agenda and minutes: when, where, how to join, who takes part.

The same rows as in the letters, so that a house's papers look like one family.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document

from docgen.meetingtypes.authoring.facts import WHEN, Facts


def add_masthead(
    document: Document, words: Mapping[str, Any], *, participants: bool = True, theme: bool = False
) -> None:
    """When, where, how to join, what to know and who comes; with ``theme`` also what is proposed.

    Without ``participants`` only when and where are there: minutes list people further down. What is blank
    leaves no trace.
    """
    facts = Facts(document, words["moede.fakta"])
    facts.row(words["fakta.hvornaar"], WHEN)
    facts.row_if("moede.sted", words["fakta.hvor"], "{{ moede.sted }}")
    if not participants:
        return
    facts.row_if("moede.link", words["fakta.online"], "{{ moede.link }}")
    facts.row_if("moede.praktisk", words["fakta.praktisk"], "{{ moede.praktisk }}")
    facts.row(words["moede.deltagere"], "{%p for d in deltagere %}", participant(words), "{%p endfor %}")
    if theme:
        facts.row_if("moede.tema", words["fakta.tema"], "{{ moede.tema }}")


def participant(words: Mapping[str, Any]) -> str:
    """The tags that name the participant ``d`` with their role, and say who leads the meeting."""
    return f"{{{{ d.beskrivelse }}}}{{% if d.leder_moedet %}} ({words['moede.moedeleder']}){{% endif %}}"
