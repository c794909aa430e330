"""What comes out of a printer: the pages of each letter, one after the other, as LibreOffice lays them out.

Word is not to be had here. What it works out itself (``SECTIONPAGES``) is looked at in ``test_fields``.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.documents.word import edited
from tests.judges import converted, page_count, words_at
from tests.mailing.printfile import peoples
from tests.mailing.printfile.letters import addressed, letter
from tests.mailing.printfile.printed import print_out, told
from tests.tools import require_tool

_WITH_BLANKS = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'


@dataclass(frozen=True)
class Mailing:
    """The documents' names, the pages of each alone, and all pages of the print file: words with boxes."""

    names: list[str]
    alone: dict[str, list[list[Word]]]
    together: list[list[Word]]
    pdfs: dict[str, Path]

    def numbers(self, name: str) -> range:
        """The pages of the print file that are this document's, counted from 1."""
        before = self.names[: self.names.index(name)]
        start = sum(len(self.alone[other]) for other in before) + 1
        return range(start, start + len(self.alone[name]))


Word = tuple[str, tuple[float, float, float, float]]


def documents(folder: Path) -> dict[str, bytes]:
    """Letters of many kinds in one mailing, among them one that was edited and saved in LibreOffice."""
    source = folder / "rettet.docx"
    source.write_bytes(addressed(letter(), "Jeg glæder mig til at se dig."))
    text = folder / "fra_bunden.txt"
    text.write_text("Et ark, der er skrevet i LibreOffice.\nMed to linjer.\n", "utf-8")
    saved, new = (path.read_bytes() for path in converted([source, text], "docx", folder / "gemt"))
    return {
        "brev": letter(),
        "fodnote": peoples.noted("footnote"),
        "letlaest": letter("opfoelgningsmoede", "invitation.letlaest.docx"),
        "bare": peoples.bare(),
        "rettet": saved,
        "plan": letter("opfoelgningsmoede", "moedeplan.docx"),
        "nyt": new,
        "dagsorden": letter("dialogmoede", "dagsorden.docx"),
        "afsnit": peoples.several_sections(),
        "medarbejder": letter("rehabiliteringsmoede", "invitation.medarbejder.docx"),
        "forside": peoples.first_page_header(),
        "informationsark": letter("rehabiliteringsmoede", "informationsark.letlaest.docx"),
        "lige": peoples.even_pages(),
        "word": peoples.from_word(),
        "liste": peoples.counted("en", "to", "tre"),
        "kort": letter("dialogkort", "kort.docx"),
        "liste2": peoples.counted("fire", "fem", "seks"),
        "slutnote": peoples.noted("endnote", "Til sidst."),
        "igen": letter(),
    }


@pytest.fixture(scope="module")
def mailing(tmp_path_factory: pytest.TempPathFactory) -> Mailing:
    folder = tmp_path_factory.mktemp("udskrift")
    given = documents(folder)
    paths = [folder / f"{name}.docx" for name in given]
    for path, data in zip(paths, given.values(), strict=True):
        path.write_bytes(data)
    done = print_out(folder, *given.values(), for_libreoffice=True)
    assert (done.findings, [file.documents for file in done.files]) == ((), [len(given)])
    together = done.files[0].temporary.rename(folder / "samlet.docx")
    pdfs = dict(zip([*given, "samlet"], converted([*paths, together], "pdf", folder / "pdf"), strict=True))
    alone = {name: words_at(pdfs[name]) for name in given}
    # Alone, LibreOffice puts endnotes on a page behind; in the file they are footnotes.
    alone["slutnote"] = alone["slutnote"][:1]
    return Mailing(list(given), alone, words_at(pdfs["samlet"]), pdfs)


def text_of(page: Sequence[Word]) -> str:
    return " ".join(word for word, _ in page)


def part(mailing: Mailing, name: str) -> list[list[Word]]:
    """The pages of the print file that are this document's."""
    return [mailing.together[number - 1] for number in mailing.numbers(name)]


def page_size(pdf: Path, page: int) -> tuple[float, float]:
    """Width and height, in points."""
    command = [require_tool("pdfinfo"), "-f", str(page), "-l", str(page), str(pdf)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    line = next(line for line in said.splitlines() if line.startswith("Page ") and "size:" in line)
    width, _, height, *_ = line.partition("size:")[2].split()
    return float(width), float(height)


def test_there_are_as_many_pages_as_all_letters_have(mailing: Mailing) -> None:
    assert page_count(mailing.pdfs["samlet"]) == sum(len(pages) for pages in mailing.alone.values())


@pytest.mark.parametrize("name", ["brev", "letlaest", "plan", "rettet", "medarbejder", "dagsorden", "igen"])
def test_each_page_says_what_the_letter_alone_says_and_counts_its_own_pages(
    mailing: Mailing, name: str
) -> None:
    alone = [text_of(page) for page in mailing.alone[name]]
    wanted = [told(page, number, len(alone)) for number, page in enumerate(alone, 1)]
    assert [text_of(page) for page in part(mailing, name)] == wanted
    assert f"side 1 af {len(alone)}" in wanted[0]


def test_every_word_stands_where_it_stands_in_the_letter_alone(mailing: Mailing) -> None:
    for name in mailing.names:
        if name == "slutnote":
            continue
        for alone, here in zip(mailing.alone[name], part(mailing, name), strict=True):
            assert len(alone) == len(here), name
            for (word, box), (_, other) in zip(alone, here, strict=True):
                assert other == pytest.approx(box, abs=0.2), (name, word)


def test_pages_are_counted_through_several_sections(mailing: Mailing) -> None:
    assert [text_of(page).split("Side")[-1].strip() for page in part(mailing, "afsnit")] == [
        "1 af 3",
        "2 af 3",
        "3 af 3",
    ]
    sizes = [page_size(mailing.pdfs["samlet"], page) for page in mailing.numbers("afsnit")]
    assert [width > height for width, height in sizes] == [False, False, True]


def test_headers_of_first_and_even_pages_stay_with_their_letter(mailing: Mailing) -> None:
    assert [text_of(page) for page in part(mailing, "forside")] == [
        "Velkommen Forside",
        "Fortsat Anden side",
        "Fortsat Tredje side",
    ]
    assert [text_of(page) for page in part(mailing, "lige")] == [
        "Til højre Første blad",
        "Til venstre Bagsiden",
        "Til højre Andet blad",
    ]


def test_a_letter_without_header_does_not_inherit_the_one_before(mailing: Mailing) -> None:
    assert text_of(part(mailing, "bare")[0]) == "Uden sidehoved og sidefod"


def test_lists_begin_again_and_go_on_within_a_letter(mailing: Mailing) -> None:
    assert text_of(part(mailing, "liste")[0]) == "1. en 2. to 3. tre"
    assert text_of(part(mailing, "liste2")[0]) == "1. fire 2. fem 3. seks"


def test_notes_stand_on_the_page_of_their_own_letter(mailing: Mailing) -> None:
    assert "Se planen." in text_of(part(mailing, "fodnote")[0])
    assert "Til sidst." in text_of(part(mailing, "slutnote")[0])


def test_on_both_sides_each_letter_begins_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    first_page = edited(
        peoples.first_page_header(), lambda xml: xml.replace("Tredje side", "Slut"), "word/document.xml"
    )
    three, one = first_page, peoples.bare()
    done = print_out(tmp_path, one, three, [one, one], duplex=True, for_libreoffice=True)
    whole = done.files[0].temporary.rename(tmp_path / "samlet.docx")
    home = (tmp_path / "profil").absolute().as_uri()
    command = [require_tool("soffice"), f"-env:UserInstallation={home}", "--headless", "--convert-to"]
    command += [_WITH_BLANKS, "--outdir", str(tmp_path), str(whole)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert [text_of(page) for page in words_at(tmp_path / "samlet.pdf")] == [
        "Uden sidehoved og sidefod",
        "",
        "Velkommen Forside",
        "Fortsat Anden side",
        "Fortsat Slut",
        "",
        "Uden sidehoved og sidefod",
        "",
        "Uden sidehoved og sidefod",
    ]
