"""The letter that calls a meeting off ("aflysning"): to everybody who had one, or to one who is taken out.

It names nobody but its receiver, so that it can go to somebody who is no longer to hear of the matter.
"""

from __future__ import annotations

from docx.document import Document

from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.facts import Facts
from docgen.meetingtypes.authoring.letter import closed, contact, opened
from docgen.meetingtypes.definition import DocumentRule, MeetingType


def cancellation(kind: MeetingType, rule: DocumentRule) -> Document:
    """The letter as a Word template."""
    words = kind.words
    document = opened(kind, rule)
    document.add_paragraph(words["aflysning.hilsen_foerst"])
    alone, everybody = words["aflysning.kun_dig"], words["aflysning.alle"]
    document.add_paragraph(f"{{% if aflysning.kun_dig %}}{alone}{{% else %}}{everybody}{{% endif %}}")
    facts = Facts(document, words["aflysning.fakta"])
    facts.row(words["fakta.hvornaar"], "{{ moede.dato|capitalize }} {{ moede.tid }}")
    facts.row_if("moede.sted", words["fakta.hvor"], "{{ moede.sted }}")
    document.add_paragraph(words["aflysning.brev"], style="Afslutning")
    document.add_paragraph(words["aflysning.kalender"])
    document.add_paragraph(words["aflysning.spoerg_overskrift"], style="heading 2")
    document.add_paragraph(words["aflysning.spoerg"]).paragraph_format.keep_with_next = True
    contact(document, kind)
    closed(document, kind, rule, to_themself=True)
    return declare(document)
