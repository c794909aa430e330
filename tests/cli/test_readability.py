"""How hard letters are to read, as ``docgen templates check`` says it: in lines and in a table."""

from __future__ import annotations

import pytest

from docgen.cli import show, tables
from docgen.cli.voice import Voice
from docgen.documents.readability import Readability
from docgen.i18n import ENGLISH

HARD = Readability("type/invitation.docx", 35.24, 34, "Kontaktpersonerne koordinerer indsatsen", 70.0)
NAMES_ALONE = Readability("type/ark.docx", 12.0, 34)


def test_a_line_gives_lix_limit_and_the_heaviest_sentence_if_there_is_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show.readability(Voice(ENGLISH), (HARD, NAMES_ALONE))
    heaviest = "heaviest sentence, with 70.0: “Kontaktpersonerne koordinerer indsatsen”"
    assert capsys.readouterr().out.splitlines() == [
        f"type/invitation.docx  LIX 35.2, at most 34  {heaviest}",
        "type/ark.docx  LIX 12.0, at most 34",
    ]


def test_so_does_the_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    tables.readability(Voice(ENGLISH), (HARD, NAMES_ALONE))
    shown = capsys.readouterr().out
    assert "Kontaktpersonerne koordinerer indsatsen (70.0)" in shown
    assert "(0.0)" not in shown
