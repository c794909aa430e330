"""The invitations: to the resident (standard and easy-read), to staff, and to relatives.

All four share the frame of a letter: address in the envelope's window, sender, heading, greeting, facts,
how to answer, signature. What they say stands in ``faelles.toml`` and the type's own ``type.toml``.
"""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm, RGBColor

from docgen.meetingtypes.authoring.blocks import line_if, listed_in_line
from docgen.meetingtypes.authoring.facts import WHEN, Facts
from docgen.meetingtypes.authoring.fields import Field, date, put
from docgen.meetingtypes.authoring.frames import ADDRESS, SENDER, place
from docgen.meetingtypes.authoring.page import ACCENT, TITLE, new_document
from docgen.meetingtypes.authoring.prompts import keep_prompts
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Rule

_FIRST_LINE = Mm(48)  # below the top margin: the heading stands at 79 mm, clear of window and sender
OTHER = "{{ deltager.beskrivelse }}"
_THEIR_OWN = f"{{% if deltager.er_beboer %}}{{{{ deltager.navn }}}}{{% else %}}{OTHER}{{% endif %}}"
"""To relatives the resident is no "beboer" or "borger" but the one they know."""
_LISTED = 5
"""So many others stand on a line each; more of them would push the letter onto a second page."""


def resident(kind: MeetingType, rule: DocumentRule) -> Document:
    """The standard letter to the resident."""
    words = kind.words
    document = opened(kind, rule)
    document.add_paragraph(words["brev.hilsen_foerst"])
    add_replaced(document, kind, "erstatter")
    _paragraphs(document, *words["brev.indledning"])
    _facts(document, kind, rule, theme=True, goal="brev.maal")
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
    document = opened(kind, rule)
    document.add_paragraph(words["brev_medarbejder.hilsen_foerst"])
    add_replaced(document, kind, "erstatter")
    _paragraphs(document, "{%p if modtager.leder_moedet %}", words["brev_medarbejder.leder_indledning"])
    _paragraphs(document, "{%p else %}", *words["brev_medarbejder.indledning"], "{%p endif %}")
    _facts(document, kind, rule, theme=False, goal="fakta.maal")
    document.add_paragraph("{%p if modtager.leder_moedet %}")
    document.add_paragraph(words["brev_medarbejder.leder_overskrift"], style="heading 2")
    _paragraphs(
        document, words["brev_medarbejder.leder"], words["brev_medarbejder.leder_afbud"], "{%p else %}"
    )
    document.add_paragraph(words["brev_medarbejder.klar_overskrift"], style="heading 2")
    for task in words["brev_medarbejder.klar"]:
        document.add_paragraph(task, style="List Bullet")
    after = document.add_paragraph(words["brev_medarbejder.bagefter"], style="Afslutning")
    after.paragraph_format.keep_with_next = False  # another heading follows
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
    document = opened(kind, rule)
    document.add_paragraph(words["brev_paaroerende.hilsen_foerst"])
    add_replaced(document, kind, "erstatter")
    _paragraphs(document, *words["brev_paaroerende.indledning"])
    _facts(document, kind, rule, theme=False)
    document.add_paragraph(words["brev_paaroerende.rolle_overskrift"], style="heading 2")
    document.add_paragraph(words["brev_paaroerende.rolle"])
    _answer(document, kind)
    closed(document, kind, rule)
    return document


def opened(kind: MeetingType, rule: DocumentRule) -> Document:
    """A letter down to its heading: whom it is to, whom it is from, when it was written, what it is.

    A letter that goes out after the meeting has its date filled in by whoever sends it.
    """
    document = new_document(kind.words)
    for line in ("{%p for linje in modtager.adresselinjer %}", "{{ linje }}", "{%p endfor %}"):
        place(document.add_paragraph(line, style="Adressefelt"), ADDRESS)
    place(document.add_paragraph(kind.words["afsender.felt"], style="Afsenderfelt"), SENDER)
    dated = place(document.add_paragraph(style="Brevdato"), SENDER)
    if rule.after:
        put(dated, date(Field("brev.dato", kind.words["brev.felt.dato"], kind.words["brev.tom.dato"])))
        keep_prompts(document)
    else:
        dated.add_run("{{ brev.dato }}")
    heading = document.add_paragraph(TITLE, style="heading 1")
    heading.paragraph_format.space_before = _FIRST_LINE
    return document


def add_replaced(document: Document, kind: MeetingType, words: str, style: str = "Normal") -> None:
    """Which letter this one takes the place of, with old and new time; nothing in a first letter.

    ``words`` is the table under ``[ord]`` that says it.
    """
    said = [kind.words[f"{words}.{name}"] for name in ("brev", "flyttet", "sted")]
    brief, moved, elsewhere = said
    document.add_paragraph("{%p if brev.erstatter %}")
    line = document.add_paragraph(style=style)
    line.add_run(brief, style="Strong")
    line.add_run(
        f"{{% if brev.flyttet_fra %}} {moved}{{% endif %}}{{% if brev.sted_foer %}} {elsewhere}{{% endif %}}"
    )
    document.add_paragraph("{%p endif %}")


def _paragraphs(document: Document, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text)


def _facts(document: Document, kind: MeetingType, rule: DocumentRule, *, theme: bool, goal: str = "") -> None:
    """When, where and who; the theme, and the job or education goal under the word ``goal``, where wanted."""
    words = kind.words
    facts = Facts(document, words["moede.fakta"])
    facts.row(words["fakta.hvornaar"], WHEN)
    facts.row(words["fakta.hvor"], "{{ moede.sted }}")
    facts.row_if("moede.link", words["fakta.online"], "{{ moede.link }}")
    facts.row_if("moede.praktisk", words["fakta.praktisk"], "{{ moede.praktisk }}")
    if Rule.FORUM in kind.rules:
        facts.row_if("moede.forum", words["fakta.forum"], "{{ moede.forum }}")
    facts.row(words["fakta.hvem"], words[f"{rule.layout}.dig_selv"], *_others(kind, rule))
    if goal and Rule.GOAL in kind.rules:
        facts.row_if("beboer.maal", words[goal], "{{ beboer.maal }}")
    if theme:
        facts.row_if("moede.tema", words["fakta.tema"], "{{ moede.tema }}", words["brev.tema_note"])


def _others(kind: MeetingType, rule: DocumentRule) -> tuple[str, ...]:
    """Who else comes, on a line each; in one paragraph where they are many, a group's by name alone."""
    if not kind.about_resident:
        return line_if("andre", listed_in_line("deltager in andre", "{{ deltager.navn }}", ", "))
    other = _THEIR_OWN if rule.audience is Audience.PRIVATE else OTHER
    together = listed_in_line("deltager in andre", other, "; ")
    return (
        f"{{%p if andre|length > {_LISTED} %}}",
        together,
        "{%p else %}",
        *each_other(other),
        "{%p endif %}",
    )


def each_other(line: str = OTHER) -> tuple[str, str, str]:
    """The lines that name everybody but the receiver, one each."""
    return ("{%p for deltager in andre %}", line, "{%p endfor %}")


def _answer(document: Document, kind: MeetingType) -> None:
    """How to say no or ask for another time: by a date, or by telephone once that date has passed.

    It stays with the end of the letter: a second page never holds a greeting alone.
    """
    words = kind.words
    document.add_paragraph(words["svar.overskrift"], style="heading 2")
    asked = document.add_paragraph(
        f"{{% if not brev.svarfrist_overskredet %}}{words['svar.frist']}"
        f"{{% elif kontakt.telefon %}}{words['svar.ring']}{{% else %}}{words['svar.skriv']}{{% endif %}} "
        f"{words['svar.spoerg']}"
    )
    asked.paragraph_format.keep_with_next = True
    contact(document, kind)


def contact(document: Document, kind: MeetingType) -> None:
    """The telephone number and the e-mail address of the one to ask, as far as they are there.

    They stay on the page of what follows.
    """
    for way in ("telefon", "email"):
        document.add_paragraph(f"{{%p if kontakt.{way} %}}", style="Kontakt")
        line = document.add_paragraph(style="Kontakt")
        line.paragraph_format.keep_with_next = True
        line.add_run(kind.words[f"svar.{way}"], style="Strong").font.color.rgb = RGBColor.from_string(ACCENT)
        line.add_run(f"\t{{{{ kontakt.{way} }}}}")
        document.add_paragraph("{%p endif %}", style="Kontakt")


def closed(document: Document, kind: MeetingType, rule: DocumentRule, *, to_themself: bool = False) -> None:
    """The end of a letter, which stays on one page: a last sentence, greeting, signature.

    A letter ``to_themself`` may be to the sender, who does not write to themself.
    """
    words = kind.words
    document.add_paragraph(words[f"{rule.layout}.slut"], style="Afslutning")
    document.add_paragraph(words[f"{rule.layout}.hilsen_sidst"], style="Hilsen")
    _sign(document, to_themself=to_themself)


def _sign(document: Document, *, to_themself: bool = False) -> None:
    """The sender's name and title; the house's where a letter ``to_themself`` could be."""
    name, shown = "{{ institution.afsender }}", "institution.afsender_titel"
    if to_themself:
        own = "modtager.navn == institution.afsender"
        name = f"{{% if {own} %}}{{{{ institution.navn }}}}{{% else %}}{name}{{% endif %}}"
        shown += " and modtager.navn != institution.afsender"
    for line in (name, *line_if(shown, "{{ institution.afsender_titel }}")):
        document.add_paragraph(line, style="Underskrift")
