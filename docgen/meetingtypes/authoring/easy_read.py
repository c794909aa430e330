"""The easy-read invitation to the resident: larger type, questions as headings, one thought a sentence."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Pt

from docgen.meetingtypes.authoring.blocks import line_if
from docgen.meetingtypes.authoring.facts import DATE, Facts
from docgen.meetingtypes.authoring.letter import add_replaced, closed, each_other, opened
from docgen.meetingtypes.authoring.page import paragraph_style
from docgen.meetingtypes.definition import DocumentRule, MeetingType, Rule

_SIZES = {"Normal": Pt(14), "heading 1": Pt(20)}


def easy_read(kind: MeetingType, rule: DocumentRule) -> Document:
    """The easy-read letter. Its facts stand in one table whose left column asks what a reader asks."""
    words = kind.words
    document = opened(kind, rule)
    for style, size in _SIZES.items():
        paragraph_style(document, style).font.size = size
    document.add_paragraph(words["brev_letlaest.hilsen_foerst"])
    add_replaced(document, kind, "erstatter_letlaest", "Letlæst")
    for sentence in words["brev_letlaest.indledning"]:
        document.add_paragraph(sentence, style="Letlæst")
    _questions(document, kind)
    closed(document, kind, rule)
    return document


def _questions(document: Document, kind: MeetingType) -> None:
    def say(key: str) -> str:
        return str(kind.words[f"brev_letlaest.{key}"])

    facts = Facts(document, kind.words["moede.fakta"], label_width=47.0, label_style="Spørgsmål")
    facts.row(say("hvornaar"), DATE, "{{ moede.tid }}", say("hvor_laenge"))
    facts.row(
        say("hvor"), "{{ moede.sted }}", *line_if("moede.praktisk"), *line_if("moede.link", say("online"))
    )
    facts.row(say("hvem"), say("dig_selv"), *each_other())
    if Rule.GOAL in kind.rules:
        facts.row_if("beboer.maal", say("maal"), "{{ beboer.maal }}")
    facts.row(say("tema"), say("tema_forslag"), *line_if("moede.tema", say("tema_note")))
    facts.row(say("svar"), say("svar_frist"), say("svar_ny_tid"), say("kontakt"))
    facts.keep_last()  # a second page never holds a greeting alone
