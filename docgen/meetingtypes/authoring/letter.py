"""The invitations: to the resident (standard and easy-read), to staff, and to relatives.

All four share the frame of a letter: address in the envelope's window, sender, heading, greeting, facts,
how to answer, signature. What they say stands in ``faelles.toml`` and the type's own ``type.toml``.
"""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm, RGBColor

from docgen.meetingtypes.authoring.facts import WHEN, Facts
from docgen.meetingtypes.authoring.frames import ADDRESS, SENDER, place
from docgen.meetingtypes.authoring.page import ACCENT, TITLE, new_document
from docgen.meetingtypes.definition import DocumentRule, MeetingType

_FIRST_LINE = Mm(48)  # below the top margin: the heading stands at 79 mm, clear of window and sender
OTHERS = ("{%p for deltager in andre %}", "{{ deltager.beskrivelse }}", "{%p endfor %}")


def resident(kind: MeetingType, rule: DocumentRule) -> Document:
    """The standard letter to the resident."""
    words = kind.words
    document = opened(kind)
    _paragraphs(document, words["brev.hilsen_foerst"], *words["brev.indledning"])
    _facts(document, kind, rule, theme=True)
    document.add_paragraph(words["brev.forloeb_overskrift"], style="heading 2")
    document.add_paragraph(words["brev.forloeb"])
    _answer(document, kind)
    closed(document, kind, rule)
    return document


def staff(kind: MeetingType, rule: DocumentRule) -> Document:
    """The letter to those who take part as a part of their work: short, and what to be ready with.

    The one who leads the meeting is told what lies ready instead, and is not asked to ring anybody.
    """
    words = kind.words
    document = opened(kind)
    document.add_paragraph(words["brev_medarbejder.hilsen_foerst"])
    _paragraphs(document, "{%p if modtager.leder_moedet %}", words["brev_medarbejder.leder_indledning"])
    _paragraphs(document, "{%p else %}", *words["brev_medarbejder.indledning"], "{%p endif %}")
    _facts(document, kind, rule, theme=False)
    document.add_paragraph("{%p if modtager.leder_moedet %}")
    document.add_paragraph(words["brev_medarbejder.leder_overskrift"], style="heading 2")
    _paragraphs(
        document, words["brev_medarbejder.leder"], words["brev_medarbejder.leder_afbud"], "{%p else %}"
    )
    document.add_paragraph(words["brev_medarbejder.klar_overskrift"], style="heading 2")
    for task in words["brev_medarbejder.klar"]:
        document.add_paragraph(task, style="List Bullet")
    document.add_paragraph(words["brev_medarbejder.bagefter"], style="Afslutning")
    _answer(document, kind)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph(words["brev_medarbejder.hilsen_sidst"], style="Hilsen")
    _sign(document, to_themself=True)
    return document


def private(kind: MeetingType, rule: DocumentRule) -> Document:
    """The letter to relatives, network persons and companions; it says that the resident wants them there.

    The theme is the resident's and stays out of it.
    """
    words = kind.words
    document = opened(kind)
    _paragraphs(document, words["brev_paaroerende.hilsen_foerst"], *words["brev_paaroerende.indledning"])
    _facts(document, kind, rule, theme=False)
    document.add_paragraph(words["brev_paaroerende.rolle_overskrift"], style="heading 2")
    document.add_paragraph(words["brev_paaroerende.rolle"])
    _answer(document, kind)
    closed(document, kind, rule)
    return document


def opened(kind: MeetingType) -> Document:
    """A letter down to its heading: whom it is to, whom it is from, when it was written, what it is."""
    document = new_document(kind.words)
    for line in ("{%p for linje in modtager.adresselinjer %}", "{{ linje }}", "{%p endfor %}"):
        place(document.add_paragraph(line, style="Adressefelt"), ADDRESS)
    place(document.add_paragraph(kind.words["afsender.felt"], style="Afsenderfelt"), SENDER)
    place(document.add_paragraph("{{ brev.dato }}", style="Brevdato"), SENDER)
    heading = document.add_paragraph(TITLE, style="heading 1")
    heading.paragraph_format.space_before = _FIRST_LINE
    return document


def _paragraphs(document: Document, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text)


def _facts(document: Document, kind: MeetingType, rule: DocumentRule, *, theme: bool) -> None:
    words = kind.words
    facts = Facts(document, words["moede.fakta"])
    facts.row(words["fakta.hvornaar"], WHEN)
    facts.row(words["fakta.hvor"], "{{ moede.sted }}")
    facts.row_if("moede.link", words["fakta.online"], "{{ moede.link }}")
    facts.row_if("moede.praktisk", words["fakta.praktisk"], "{{ moede.praktisk }}")
    facts.row(words["fakta.hvem"], words[f"{rule.layout}.dig_selv"], *OTHERS)
    if theme:
        facts.row_if("moede.tema", words["fakta.tema"], "{{ moede.tema }}", words["brev.tema_note"])


def _answer(document: Document, kind: MeetingType) -> None:
    """How to say no or ask for another time: by a date, or by telephone once that date has passed."""
    words = kind.words
    document.add_paragraph(words["svar.overskrift"], style="heading 2")
    document.add_paragraph(
        f"{{% if not brev.svarfrist_overskredet %}}{words['svar.frist']}"
        f"{{% elif kontakt.telefon %}}{words['svar.ring']}{{% else %}}{words['svar.skriv']}{{% endif %}} "
        f"{words['svar.spoerg']}"
    )
    for way in ("telefon", "email"):
        document.add_paragraph(f"{{%p if kontakt.{way} %}}", style="Kontakt")
        line = document.add_paragraph(style="Kontakt")
        line.add_run(words[f"svar.{way}"], style="Strong").font.color.rgb = RGBColor.from_string(ACCENT)
        line.add_run(f"\t{{{{ kontakt.{way} }}}}")
        document.add_paragraph("{%p endif %}", style="Kontakt")


def closed(document: Document, kind: MeetingType, rule: DocumentRule) -> None:
    """The end of a letter, which stays on one page: a last sentence, greeting, signature."""
    words = kind.words
    document.add_paragraph(words[f"{rule.layout}.slut"], style="Afslutning")
    document.add_paragraph(words[f"{rule.layout}.hilsen_sidst"], style="Hilsen")
    _sign(document)


def _sign(document: Document, *, to_themself: bool = False) -> None:
    """The sender's name and title; the house's where a letter ``to_themself`` could be."""
    name, shown = "{{ institution.afsender }}", "institution.afsender_titel"
    if to_themself:
        own = "modtager.navn == institution.afsender"
        name = f"{{% if {own} %}}{{{{ institution.navn }}}}{{% else %}}{name}{{% endif %}}"
        shown += " and modtager.navn != institution.afsender"
    lines = (name, f"{{%p if {shown} %}}", "{{ institution.afsender_titel }}", "{%p endif %}")
    for line in lines:
        document.add_paragraph(line, style="Underskrift")
