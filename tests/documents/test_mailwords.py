"""Which words e-mails about meetings are made of, and how a slip in one of them is found."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace

import pytest

from docgen.documents.mailcheck import mail_faults
from docgen.documents.mailcontext import cancellation_mail, invitation_mail, neutral
from docgen.documents.mailwords import ANSWERS, Manner, Occasion, paragraphs_of, subject_of, written
from docgen.documents.sample import sample_cancellation, sample_meeting
from docgen.documents.samplehouse import HOUSE
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import shipped_words
from tests import making
from tests.contract.papers import TYPES, every_type

TALK = next(kind for kind in TYPES if kind.name == "dialogmoede")
PLANNED, OFF = sample_meeting(TALK), sample_cancellation(TALK)
WHO = PLANNED.seating.participants[1]
TO_COME = invitation_mail(PLANNED, WHO, HOUSE)
CALLED_OFF = cancellation_mail(OFF, WHO, HOUSE)
SECTIONS = ("mail.moede.", "mail.invitation.", "mail.aendring.", "mail.aflysning.")


def slips(name: str, text: str) -> list[tuple[str, str]]:
    """What is found in the type with this word in place of its own."""
    found = mail_faults(replace(TALK, words={**TALK.words, name: text}))
    return [(one.code, one.place.key) for one in found]


def titles(files: Iterable[str]) -> tuple[list[str], list[str], str]:
    mail = invitation_mail(PLANNED, WHO, HOUSE, list(files))["mail"]
    return mail["bilag"], mail["udfyldes"], mail["referat"]


@every_type
def test_no_shipped_type_has_a_slip(kind: MeetingType) -> None:
    assert mail_faults(kind) == ()


@pytest.mark.parametrize(
    "name",
    [
        *("mail.moede.bilag", "mail.moede.svar_leder", "mail.invitation.leder", "mail.aendring.foer"),
        *("mail.aflysning.emne_medarbejder", "mail.aflysning.neutral", "svar.skriv", "mail.hilsen_sidst"),
    ],
)
@pytest.mark.parametrize(
    "text", ["{{ moede.nummer }}", "{% if institution.by == 'x' %}{{ mode.nr }}{% endif %}"]
)
def test_a_wrong_name_is_found_once_also_where_no_sample_comes(name: str, text: str) -> None:
    assert slips(name, text) == [("E-131", f"ord.{name}")]


@pytest.mark.parametrize("tag", ["moede.titel", "moede.nr", "modtager.rolle", "mail.bilag", "beboer.navn"])
@pytest.mark.parametrize(
    "name", ["mail.invitation.neutral", "mail.aendring.neutral", "mail.aflysning.neutral"]
)
def test_a_neutral_word_cannot_tell_what_the_meeting_is(name: str, tag: str) -> None:
    assert {code for code, _ in slips(name, f"{{{{ {tag} }}}}")} == {"E-131"}


@pytest.mark.parametrize("name", ["mail.invitation.emne_medarbejder", "mail.aflysning.fakta_medarbejder"])
@pytest.mark.parametrize("tag", ["beboer.fornavn", "moede.tema", "moede.praktisk", "deltagere", "andre"])
def test_no_word_can_say_whom_it_is_about_or_who_else_comes(name: str, tag: str) -> None:
    assert slips(name, f"{{{{ {tag} }}}}") == [("E-131", f"ord.{name}")]


def test_a_broken_tag_is_found_too() -> None:
    assert slips("mail.moede.fakta", "{{ moede.dato") == [("E-134", "ord.mail.moede.fakta")]


def test_a_type_without_words_for_e_mails_has_nothing_to_check() -> None:
    assert mail_faults(making.kind()) == ()


def test_every_word_of_these_sections_stands_in_some_e_mail() -> None:
    used = set(ANSWERS)
    for occasion, manner in itertools.product(Occasion, Manner):
        if (occasion, manner) != (Occasion.CANCELLATION, Manner.LEADER):
            context = CALLED_OFF if occasion is Occasion.CANCELLATION else TO_COME
            said = (name for names in paragraphs_of(occasion, manner, context) for name in names)
            used |= {subject_of(occasion, manner), *said}
    assert {name for name in shipped_words() if name.startswith(SECTIONS)} <= used


def test_files_are_called_by_the_titles_of_their_documents() -> None:
    known = [f"invitation_{WHO.nr}.pdf", "dagsorden.docx", "moedeplan.docx", "referat.docx", "foto.png"]
    assert titles(known) == (
        ["Invitation til dialogmøde", "Dagsorden for dialogmøde", "Din mødeplan", "foto.png"],
        ["Beslutningsreferat af dialogmøde"],
        "Beslutningsreferat af dialogmøde",
    )


def test_a_file_is_never_called_by_a_title_that_is_only_like_its_name() -> None:
    assert titles(["dagsordenen.docx", "ref.docx"]) == (["dagsordenen.docx", "ref.docx"], [], "")


def test_the_neutral_vocabulary_is_smaller_and_calls_the_house() -> None:
    for context in (TO_COME, CALLED_OFF):
        left = neutral(context)
        assert left["kontakt"] == {"navn": HOUSE.name, "telefon": HOUSE.phone, "email": HOUSE.email}
        assert not {"nr", "titel", "hvornaar"} & left["moede"].keys()
        assert {"dato", "tid", "start", "sted"} <= left["moede"].keys()
        assert HOUSE.sender not in str(left)
        assert HOUSE.sender in str(context)


def test_blank_words_leave_no_empty_paragraph() -> None:
    said = written(TALK, Occasion.INVITATION, Manner.LEADER, TO_COME)
    assert said.subject == "Invitation til møde tirsdag den 3.\xa0februar 2026 kl.\xa010.00 (M001)"
    assert "" not in said.paragraphs
    assert len(said.paragraphs) == 7
