"""Words with tags where no Word template is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.documents.check import inspect_type
from docgen.documents.phrases import phrases
from docgen.errors import TemplateError
from tests import making
from tests.minutes.filling import KINDS

CONTEXT = {"moede": {"nr": "M001"}, "modtager": {"navn": "Bo & Co <b>"}}


def said(*texts: str) -> tuple[str, ...]:
    return phrases(making.kind(words={"mail.tekst": texts}), "mail.tekst", CONTEXT)


def test_tags_are_filled_as_plain_text_and_blank_paragraphs_fall_away() -> None:
    assert said("Møde {{ moede.nr }} ", "{% if moede.link %}x{% endif %}") == ("Møde M001",)
    assert said("{{ modtager.navn }}") == ("Bo & Co <b>",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ moede.nummer }}", "E-131"),
        ("{{ moed }}", "E-131"),
        ("{{ moede.nr", "E-134"),
        ("{{ 1 / 0 }}", "E-148"),
        ("{{ moede.__class__.__mro__ }}", "E-149"),
    ],
)
def test_a_tag_that_cannot_be_filled_is_told_by_its_word(text: str, code: str) -> None:
    with pytest.raises(TemplateError) as raised:
        said(text)
    (found,) = raised.value.findings
    assert (found.code, found.place.key) == (code, "ord.mail.tekst")


def test_checking_a_type_fills_the_words_of_its_e_mails() -> None:
    kind = KINDS["dialogmoede"]
    slip = replace(kind, documents=(), words={**kind.words, "mail.besked.emne": "Møde med {{ beboer.navn }}"})
    assert [found.code for found in inspect_type(slip).findings] == ["E-131"]
    assert inspect_type(replace(kind, documents=())).findings == ()
