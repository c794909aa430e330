"""The letter to the GP that the recommendation and the plan go with ("brev_laege").

It goes out only with the resident's consent, and says so. It tells of the meeting's date and of nothing that
was said there: that stands in what is enclosed, which the coordinator ticks.
"""

from __future__ import annotations

from docx.document import Document

from docgen.meetingtypes.authoring.aliases import Aliases
from docgen.meetingtypes.authoring.boxes import add_tick
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.fields import Field
from docgen.meetingtypes.authoring.letter import closed, contact, opened
from docgen.meetingtypes.definition import DocumentRule, MeetingType


def gp_letter(kind: MeetingType, rule: DocumentRule) -> Document:
    """The letter as a Word template; its boxes are tagged ``bilag.1``, ``bilag.2`` …"""
    words, aliases = kind.words, Aliases()
    document = opened(kind, rule)
    for text in (words["brev_laege.hilsen_foerst"], *words["brev_laege.indledning"]):
        document.add_paragraph(text)
    document.add_paragraph(words["brev_laege.vedlaegger"]).paragraph_format.keep_with_next = True
    for number, enclosure in enumerate(words["brev_laege.bilag"], start=1):
        add_tick(document, enclosure, Field(f"bilag.{number}", aliases.name(enclosure)))
    for part in ("formaal", "spoergsmaal"):
        document.add_paragraph(words[f"brev_laege.{part}_overskrift"], style="heading 2")
        said = document.add_paragraph(words[f"brev_laege.{part}"])
    said.paragraph_format.keep_with_next = True
    contact(document, kind)
    closed(document, kind, rule)
    return declare(document)
