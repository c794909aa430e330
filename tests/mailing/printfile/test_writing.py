"""The file itself: whole or not there, the same every time, and what is left out and said of it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.files import TEMPORARY
from docgen.mailing.printfile import Letter, Printed, Source, write_print_files
from tests.documents.word import edited, members, tree, zipped
from tests.mailing.printfile import peoples
from tests.mailing.printfile.letters import letter, made, section, with_member
from tests.mailing.printfile.printed import joined, print_out, related, sources, words_in
from tests.packs.full_disk import refusing

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
LIMITED = """
import resource, signal, sys
from pathlib import Path
from docgen.mailing.printfile import Source, write_print_files
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
path = Path(sys.argv[1])
try:
    write_print_files([[Source(path.name, path)]] * 500, path.parent, "breve", title="Breve")
except OSError as error:
    print(error.errno)
"""


def left_over(folder: Path) -> list[str]:
    """What lies there besides the letters that were given."""
    return sorted(path.name for path in folder.iterdir() if path.name != "fra")


def test_the_files_have_temporary_names_that_a_sweep_finds(tmp_path: Path) -> None:
    done = print_out(tmp_path, letter(), [letter(), peoples.bare()])
    (file,) = done.files
    assert (file.name, file.letters, file.documents) == ("breve.docx", 2, 3)
    assert left_over(tmp_path) == [file.temporary.name] == [f".breve.docx{TEMPORARY}"]


def test_no_letters_make_no_file(tmp_path: Path) -> None:
    assert print_out(tmp_path) == Printed((), ())
    assert left_over(tmp_path) == []


def test_the_same_letters_give_the_same_bytes(tmp_path: Path) -> None:
    given = (letter(), peoples.from_word(), peoples.counted("en"), peoples.noted("footnote"), letter())
    first, second = (joined(tmp_path / name, *given) for name in "ab")
    assert first == second
    script = "import sys; from tests.mailing.printfile.test_writing import again; again(sys.argv[1])"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", script, str(tmp_path / "a")]
    subprocess.run(command, check=True, env=environment, cwd=Path(__file__).parents[3])
    assert (tmp_path / "a" / f".breve.docx{TEMPORARY}").read_bytes() == first


def again(folder: str) -> None:
    """Writes the print file of what lies in ``fra`` once more."""
    paths = sorted(Path(folder, "fra").iterdir())
    given = [[Source(path.name, path)] for path in paths]
    write_print_files(given, Path(folder), "breve", title="Breve til udskrift")


def test_the_properties_name_the_file_and_no_author(tmp_path: Path) -> None:
    data = joined(tmp_path, letter())
    core = members(data)["docProps/core.xml"].decode()
    assert "<dc:title>Breve til udskrift</dc:title><dc:language>da-DK</dc:language>" in core
    assert "creator" not in core
    assert "docProps/custom.xml" not in members(data)
    with zipfile.ZipFile(tmp_path / f".breve.docx{TEMPORARY}") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
        assert archive.namelist()[0] == "_rels/.rels"


def test_a_title_may_hold_any_sign(tmp_path: Path) -> None:
    given = sources(tmp_path / "fra", [peoples.bare()])
    done = write_print_files(given, tmp_path, "breve", title="Brev <til>\x07 & »Bo«")
    (title,) = (
        one.text for one in tree(done.files[0].temporary.read_bytes(), "docProps/core.xml").iter("{*}title")
    )
    assert title == "Brev <til> & »Bo«"


def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path: Path) -> None:
    given = sources(tmp_path / "fra", [letter()] * 3)
    with refusing("open", tmp_path), pytest.raises(OSError, match="No space left"):
        write_print_files(given, tmp_path, "breve", title="Breve")
    assert left_over(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limits of this kind")
def test_a_disk_that_fills_up_on_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "brev.docx"
    path.write_bytes(with_member(letter(), "word/media/logo.png", os.urandom(90_000)))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LIMITED, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert (done.stdout.strip(), done.stderr) == (str(errno.EFBIG), "")
    assert left_over(tmp_path) == ["brev.docx"]


def test_whatever_interrupts_the_letters_leaves_nothing_behind(tmp_path: Path) -> None:
    given = sources(
        tmp_path / "fra", [letter(), edited(letter(), lambda xml: xml.replace("15", "12"), SETTINGS)]
    )

    def interrupted() -> Iterator[Letter]:
        yield from given
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_print_files(interrupted(), tmp_path, "breve", title="Breve")
    assert left_over(tmp_path) == []


def test_a_file_of_an_earlier_run_that_was_killed_is_overtaken(tmp_path: Path) -> None:
    (tmp_path / f".breve.docx{TEMPORARY}").write_bytes(b"half a fi")
    assert words_in(joined(tmp_path, peoples.bare("ord"))) == ["ord"]


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def spoilt(data: bytes) -> bytes:
    """The document with a flaw in the packed text."""
    at = data.index(b"word/document.xml") + 60
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


BROKEN = {
    "cut": (truncated(letter()), "the file is damaged, or a piece of it is missing"),
    "spoilt": (spoilt(peoples.bare()), "the file is damaged, or a piece of it is missing"),
    "text": (b"Kaere Bo", "the file is not a Word document"),
    "zip": (zipped([("a.txt", b"a")]), "the file is not a Word document"),
    "old": (
        b"\xd0\xcf\x11\xe0 and more",
        "the file is protected by a password, or is in the old Word format",
    ),
    "macros": (
        edited(peoples.bare(), lambda xml: xml.replace(MAIN, MACROS), "[Content_Types].xml"),
        "the file is another kind of Office file, one with macros perhaps",
    ),
    "strict": (
        edited(
            peoples.bare(),
            lambda xml: xml.replace(
                "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
            ),
        ),
        "the document is stored as “Strict Open XML”",
    ),
    "xml": (with_member(peoples.bare(), "word/document.xml", b"<w:document"), "the file is damaged"),
    "bomb": (
        with_member(peoples.bare(), "word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "the file is damaged",
    ),
    "styles": (with_member(peoples.bare(), "word/styles.xml", b"nothing"), "the file is damaged"),
    "header": (
        edited(
            letter(),
            lambda xml: xml.replace('Target="header1.xml"', 'Target="away.xml"'),
            "word/_rels/document.xml.rels",
        ),
        "the file is damaged",
    ),
    "logo": (
        edited(letter(), lambda xml: xml.replace("logo.png", "away.png"), "word/_rels/header1.xml.rels"),
        "the file is damaged",
    ),
    "link": (
        made('<w:p><w:hyperlink r:id="rId99"/></w:p>' + section(), peoples.modern()),
        "the file is damaged",
    ),
    "note": (
        made('<w:p><w:r><w:footnoteReference w:id="4"/></w:r></w:p>' + section(), peoples.modern()),
        "the file is damaged",
    ),
}


@pytest.mark.parametrize("flaw", BROKEN)
def test_a_letter_that_cannot_be_read_is_left_out_whole_and_the_others_are_printed(
    tmp_path: Path, flaw: str
) -> None:
    data, reason = BROKEN[flaw]
    done = print_out(tmp_path, peoples.bare("en"), [peoples.bare("to"), data], peoples.bare("tre"))
    assert [(found.code, found.place.file) for found in done.findings] == [("E-400", "1_1.docx")]
    assert reason in str(done.findings[0])
    assert (done.left_out, done.files[0].letters, done.files[0].documents) == ((1,), 2, 2)
    assert words_in(done.files[0].temporary.read_bytes()) == ["en", "tre"]


def test_a_document_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = write_print_files([[Source("væk.docx", tmp_path / "x.docx")]], tmp_path, "breve", title="Breve")
    assert (done.files, done.left_out) == ((), (0,))
    assert [(found.code, found.place.file) for found in done.findings] == [("E-400", "væk.docx")]
    assert "No such file or directory" in str(done.findings[0])
    assert left_over(tmp_path) == []


def test_a_document_that_fetches_another_is_left_out(tmp_path: Path) -> None:
    chunk = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    fetching = edited(
        made('<w:altChunk r:id="far"/>' + section(), peoples.modern(), {"far": "x.html"}),
        lambda xml: xml.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", chunk
        ),
        "word/_rels/document.xml.rels",
    )
    done = print_out(tmp_path, letter(), fetching)
    assert [(found.code, found.place.file) for found in done.findings] == [("E-401", "1_0.docx")]
    assert done.left_out == (1,)


def test_a_file_whose_only_letter_fails_is_no_file(tmp_path: Path) -> None:
    done = print_out(tmp_path, BROKEN["logo"][0])
    assert (done.files, done.left_out) == ((), (0,))
    assert left_over(tmp_path) == []


def test_letters_can_be_shared_out_among_files(tmp_path: Path) -> None:
    old = edited(peoples.bare("gammel"), lambda xml: xml.replace('w:val="15"', 'w:val="14"'), SETTINGS)
    texts = [[peoples.bare(word), peoples.bare("bilag")] for word in ("en", "to", "tre")]
    done = print_out(tmp_path, *texts[:2], old, texts[2], at_most=2)
    assert [words_in(file.temporary.read_bytes()) for file in done.files] == [
        ["en", "bilag", "to", "bilag"],
        ["gammel"],
        ["tre", "bilag"],
    ]
    assert [file.name for file in done.files] == ["breve.docx", "breve_2.docx", "breve_3.docx"]
    assert [(found.code, found.place.file) for found in done.findings] == [("W-400", "2_0.docx")]


def test_pictures_and_data_of_the_documents_own_go_along_only_when_they_are_shown(tmp_path: Path) -> None:
    hoarding = with_member(letter(), "customXml/item1.xml", b"<a/>")
    hoarding = with_member(hoarding, "word/media/unused.png", b"png")
    names = set(members(joined(tmp_path, hoarding, hoarding)))
    assert {name for name in names if name.startswith(("word/media", "customXml"))} == {
        "word/media/logo1.png"
    }


def test_pictures_that_are_alike_are_kept_once(tmp_path: Path) -> None:
    other = with_member(letter(), "word/media/logo.png", b"another picture")
    data = joined(tmp_path, letter(), other, letter(), other)
    logos = sorted(name for name in members(data) if name.startswith("word/media"))
    assert logos == ["word/media/logo1.png", "word/media/logo2.png"]
    headers = [name for name in members(data) if name.startswith("word/header")]
    assert [related(data, name)["rId1"][1] for name in sorted(headers)] == logos


def test_many_letters_need_hardly_more_memory_than_few(tmp_path: Path) -> None:
    (only,) = sources(tmp_path / "fra", [letter()])
    write_print_files([only] * 5, tmp_path, "breve", title="Breve")

    def peak(count: int) -> int:
        tracemalloc.start()
        write_print_files([only] * count, tmp_path, "breve", title="Breve")
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(240) < peak(40) + 100_000  # of body alone, 200 letters are more than a million bytes


SETTINGS = "word/settings.xml"
