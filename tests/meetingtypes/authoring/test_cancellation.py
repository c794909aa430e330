"""The letter that calls a meeting off, filled for invented people: what it says, and what it does not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from docgen.documents.template import Template
from docgen.meetingtypes.authoring.cancellation import cancellation
from docgen.meetingtypes.authoring.page import save
from tests.docx_text import W, story, text_of
from tests.judges import converted, page_count
from tests.meetingtypes.samples import THEME, context, rule, shipped

TYPES = ("dialogkort", "opfoelgningsmoede")
every_type = pytest.mark.parametrize("name", TYPES)
to_all_and_to_one = pytest.mark.parametrize("alone", [False, True], ids=["to all", "to one"])


def filled(name: str = "opfoelgningsmoede", *, alone: bool = False, **changes: object) -> bytes:
    """The letter; ``alone`` to one who is taken out of the meeting, ``changes`` as in ``samples.context``."""
    document = rule(shipped(name), "aflysning")
    values: dict[str, Any] = context(document, **changes)
    values["aflysning"] = {"kun_dig": alone, "brev_af": "12. januar 2026"}
    said = {key: values[key] for key in ("institution", "brev", "modtager", "moede", "kontakt", "aflysning")}
    template = Template.compile(save(cancellation(shipped(name), document)), document.file)
    return template.render({**said, "dokument": {"titel": document.title}})


def read(name: str = "opfoelgningsmoede", **changes: Any) -> str:
    """Its words a line a paragraph, without style names."""
    text = text_of(filled(name, **changes)).replace("~", " ")
    return re.sub(r"^ *(\([A-Za-z]+\d?\) ?)?", "", text, flags=re.MULTILINE)


@every_type
def test_it_says_which_meeting_is_off_and_that_one_need_not_come(name: str) -> None:
    text = read(name)
    for words in (
        "19. januar 2026",
        "Mødet er aflyst",
        "Kære Anna\n",
        "Du skal ikke komme.",
        "Tirsdag den 3. februar 2026 kl. 10.00–11.00",
        "Mødelokale 2, Parkvænget",
        "vores brev af 12. januar 2026",
        "kalender",
        "kontakte Karen Lund",
        "87 12 34 57",
    ):
        assert words in text


@every_type
def test_one_who_is_taken_out_does_not_read_that_the_meeting_is_off(name: str) -> None:
    text = read(name, alone=True, dokument_titel="")
    assert "Du skal ikke med til mødet her alligevel." in text
    assert "Mødet her er aflyst" not in text


@to_all_and_to_one
def test_it_says_nothing_of_the_matter_and_names_nobody_but_receiver_and_sender(alone: bool) -> None:
    text = read(alone=alone)
    others = ("Mette Holm", "Jens Bach", "Ole Sørensen", "B001")
    assert [words for words in (THEME, "Elevatoren", *others) if words in text] == []


@every_type
@to_all_and_to_one
def test_what_is_blank_leaves_neither_label_nor_empty_line(name: str, alone: bool) -> None:
    bare = dict.fromkeys(("moede_sted", "kontakt_telefon", "kontakt_email", "institution_afsender_titel"), "")
    body = story(filled(name, alone=alone, **bare)).find(f"{W}body")
    assert body is not None
    lines = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]
    assert [line for line in lines if not line.strip()] == []
    assert [line for line in lines if line in ("Hvor", "Telefon", "E-mail")] == []


@every_type
def test_the_address_stands_in_the_envelopes_window(name: str) -> None:
    lines = {
        "".join(t.text or "" for t in p.iter(f"{W}t"))
        for p in story(filled(name)).iter(f"{W}p")
        if p.find(f"{W}pPr/{W}framePr") is not None
    }
    assert {"Anna Sørensen", "8000 Aarhus C"} <= lines


def test_it_fits_one_page(tmp_path: Path) -> None:
    files = []
    for name in TYPES:
        for alone in (False, True):
            files.append(tmp_path / f"{name}-{alone}.docx")
            files[-1].write_bytes(filled(name, alone=alone))
    assert [page_count(pdf) for pdf in converted(files, "pdf", tmp_path / "pdf")] == [1] * len(files)
