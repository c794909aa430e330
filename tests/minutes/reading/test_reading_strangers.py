"""Files that are no minutes, or broken ones: a finding that names the file, nothing read, and no crash."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from random import Random

import pytest

from docgen.minutes.reading.reader import Reading, read_minutes
from tests.contract.papers import SHIPPED, filled
from tests.documents.word import BODY, edited, letter, members, zipped
from tests.minutes.answers import form_of

KIND = next(kind for kind in SHIPPED if kind.name == "opfoelgningsmoede")
GOOD = form_of(KIND).paper.saved()
FILE = Path("2026-02-03_1000_opfoelgningsmoede_M001") / "referat.docx"
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1000)
"""What Word writes with a password: a compound file ([MS-OFFCRYPTO] 2.3), and no zip."""


def read(data: bytes) -> Reading:
    return read_minutes(data, FILE, SHIPPED)


def refused(data: bytes) -> str:
    """The words with which the file is refused."""
    reading = read(data)
    assert reading.minutes is None
    assert reading.findings
    for finding in reading.findings:
        assert "referat.docx" in str(finding.place)
        assert finding.message()
    return " ".join(finding.message() for finding in reading.findings)


@pytest.mark.parametrize(
    "data", [b"", b"Hej", b"%PDF-1.7", _COMPOUND], ids=["empty", "text", "pdf", "locked"]
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    refused(data)


def test_somebody_elses_document_is_refused() -> None:
    assert "no minutes" in refused(letter("Referat", "Beslutning"))


@pytest.mark.parametrize("layout", ["noteark", "dagsorden", "brev"])
def test_notes_and_letters_are_never_read(layout: str) -> None:
    rule = next(rule for rule in KIND.documents if rule.layout == layout)
    assert "no minutes" in refused(filled(KIND, rule))


def test_minutes_of_an_unknown_type_are_refused() -> None:
    others = [kind for kind in SHIPPED if kind is not KIND]
    reading = read_minutes(GOOD, FILE, others)
    assert reading.minutes is None
    assert [finding.code for finding in reading.findings] == ["E-301"]
    assert "opfoelgningsmoede" in reading.findings[0].message()


@pytest.mark.parametrize("part", [*range(1, 10)])
def test_a_file_that_was_cut_off_is_refused(part: int) -> None:
    refused(GOOD[: len(GOOD) * part // 10])


def test_a_file_with_a_broken_member_is_refused() -> None:
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream) as archive:
        info = archive.getinfo(BODY)
    place = info.header_offset + 30 + len(BODY) + info.compress_size // 2
    refused(GOOD[:place] + bytes(byte ^ 0xFF for byte in GOOD[place : place + 40]) + GOOD[place + 40 :])


def test_a_file_of_a_later_zip_version_is_refused() -> None:
    place = GOOD.rindex(b"PK\1\2") + 6  # "version needed to extract", APPNOTE.TXT 4.3.12
    refused(GOOD[:place] + b"\xab" + GOOD[place + 1 :])


def test_damage_of_any_kind_is_refused_or_does_no_harm() -> None:
    draw = Random(20260203)  # noqa: S311 - nothing is kept secret with it
    for _ in range(150):
        data = bytearray(GOOD)
        for _ in range(draw.randint(1, 8)):
            data[draw.randrange(len(data))] = draw.randrange(256)
        reading = read(bytes(data))
        assert reading.minutes is not None or reading.findings


def test_a_document_that_asks_for_other_files_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "hemmeligt.txt"
    secret.write_text("Kodeordet er sommerfugl", "utf-8")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    words = refused(_with_doctype(doctype, "&e;"))
    assert "sommerfugl" not in words


def test_a_document_that_swells_without_end_is_refused() -> None:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    refused(_with_doctype(f"<!DOCTYPE x [{entities}]>", "&i;"))


def _with_doctype(doctype: str, entity: str) -> bytes:
    """The minutes with this document type, and the entity in the first text."""
    return edited(
        GOOD,
        lambda xml: xml.replace("<w:document", f"{doctype}<w:document", 1).replace(
            "<w:t>", f"<w:t>{entity}", 1
        ),
    )


def test_a_file_that_unpacks_to_something_enormous_is_refused() -> None:
    refused(zipped([*members(GOOD).items(), ("word/media/stor.bin", bytes(300_000_000))]))


def test_a_file_without_its_document_is_refused() -> None:
    refused(zipped((name, data) for name, data in members(GOOD).items() if name != BODY))


@pytest.mark.parametrize("xml", ["", "<w:document", "<html/>"])
def test_a_document_that_is_no_wordprocessingml_is_refused(xml: str) -> None:
    refused(edited(GOOD, lambda _: xml))
