"""Words that no layout would ever read are slips, and are told which word was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.meetingtypes.loader import load_types
from docgen.meetingtypes.wording import vocabulary
from tests.meetingtypes.samples import SHIPPED
from tests.meetingtypes.slips import slips, the_slip, write_small


@pytest.mark.parametrize(
    ("added", "key", "suggestion"),
    [
        ("[ord.svar]\nfristt = 'x'\n", "ord: svar", "frist"),
        ("[ord.svarr]\nfrist = 'x'\n", "ord", "svar"),
        ("[ord.referat.tom]\nkonklusjon = 'x'\n", "ord: referat: tom", "konklusion"),
        ("[ord.brev_paaroerende]\nrole = 'x'\n", "ord: brev_paaroerende", "rolle"),  # of the types' own
    ],
)
def test_a_misspelt_word_is_told_which_one_was_meant(
    tmp_path: Path, added: str, key: str, suggestion: str
) -> None:
    finding = the_slip(tmp_path, added)
    assert (finding.code, finding.place.key) == ("E-102", key)
    assert finding.remedy() == f"Did you mean «{suggestion}»?"


def test_so_is_one_among_the_words_of_the_office(tmp_path: Path) -> None:
    (tmp_path / "faelles.toml").write_text("[ord.svar]\nfristt = 'x'\n", "utf-8")
    finding = the_slip(tmp_path)
    assert (finding.code, str(finding.place)) == ("E-102", "faelles.toml: ord: svar")


def test_a_word_like_no_other_is_told_those_that_there_are(tmp_path: Path) -> None:
    finding = the_slip(tmp_path, "[ord.svar]\nzzz = 'x'\n")
    assert finding.code == "E-103"
    assert {"overskrift", "frist", "ring"} <= set(str(dict(finding.data)["known"]).split(", "))


@pytest.mark.parametrize(
    ("added", "code", "key"),
    [
        ("[ord.brev]\nindledning = 'x'\n", "E-107", "ord: brev: indledning"),
        ("[ord.brev]\nslut = ['x']\n", "E-104", "ord: brev: slut"),
        ("[ord.brev.slut]\nx = 'x'\n", "E-104", "ord: brev: slut"),
    ],
)
def test_a_list_of_texts_stays_one_and_a_text_too(tmp_path: Path, added: str, code: str, key: str) -> None:
    assert [(found.code, found.place.key) for found in slips(tmp_path, added)] == [(code, key)]


def test_every_word_of_the_shipped_types_may_be_said_by_a_type_of_ones_own(tmp_path: Path) -> None:
    common = (SHIPPED / "faelles.toml").read_text("utf-8")
    (kind,) = load_types(write_small(tmp_path, common), templates_needed=False)
    assert kind.words["svar.frist"]


def test_a_file_that_cannot_be_read_has_no_words(tmp_path: Path) -> None:
    files = {
        "broken.toml": b"[ord",
        "old.toml": "[ord.brev]\nslut = 'Ø'".encode("cp1252"),
        "none.toml": b"a = 1",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    assert vocabulary(tmp_path / name for name in files) == {}
