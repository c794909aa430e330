"""Address labels: where they are on paper, how large their type is, and that nothing is cut off."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.errors import UsageError
from docgen.mailing.labels import labels
from docgen.model import LabelSheetName
from docgen.planning.fitting import set_in
from docgen.planning.labelsheets import INSET, SHEETS, last_resort, type_size
from tests.docx_text import W, parts, story
from tests.judges import complaints, converted, page_count, words_at

THREE, TWO = SHEETS[LabelSheetName.THREE_BY_EIGHT], SHEETS[LabelSheetName.TWO_BY_SEVEN]
SHEET = {"3x8": THREE, "2x7": TWO}
START = {"3x8": 8, "2x7": 4}
SURNAME = "Eksempel" * 7 + "sens"  # 60 letters
SIX = [
    "Seks Linjer",
    "Botilbuddet Eksempelgården",
    "att. køkkenet",
    "c/o Bo Eksempel",
    "Prøvevej 1",
    "9999 Prøveby",
]
LONG = ["Asta", SURNAME, "Prøvevej 1", "9999 Prøveby"]
DOUBLE = ["Anne-Marie Eksempel-Christoffersen-Prøvesen af Eksempelgården", "Prøvevej 1", "9999 Prøveby"]
TWELVE = [f"Linje {number} af tolv" for number in range(12)]
ODD = ['<b>&"Eks\x07empel"', "Vej\r\n2 😀 אבגד", "9999 Prøveby"]
Box = tuple[float, float, float, float]
LINES = st.lists(st.text(max_size=30), max_size=8)


def ordinary(number: int) -> list[str]:
    return [f"Navn{number:04} Eksempel", "Botilbuddet Prøvegården", f"Prøvevej {number}", "9999 Prøveby"]


def cells(document: bytes) -> list[list[str]]:
    """The lines of each label, in the document's order."""
    return [
        ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in cell.iter(f"{W}p")]
        for cell in story(document).iter(f"{W}tc")
    ]


def sizes(document: bytes) -> set[str]:
    return {size.get(f"{W}val", "") for size in story(document).iter(f"{W}sz")} - {
        "2"
    }  # the last paragraph's


def test_labels_stand_in_the_order_of_the_addresses() -> None:
    made = cells(labels([ordinary(number) for number in range(5)], TWO, title="Etiketter"))
    assert made == [*(ordinary(number) for number in range(5)), [""]]


def test_a_sheet_that_has_been_begun_is_gone_on_with() -> None:
    made = cells(labels([ordinary(1)], THREE, start=6, title="Etiketter"))
    assert made == [[""]] * 5 + [ordinary(1)]
    assert cells(labels([ordinary(1)], THREE, start=24, title="Etiketter"))[23] == ordinary(1)


@pytest.mark.parametrize(("name", "start"), [("3x8", 0), ("3x8", 25), ("2x7", 15), ("2x7", -1)])
def test_a_label_that_is_not_on_the_sheet_is_a_usage_error(name: str, start: int) -> None:
    with pytest.raises(UsageError) as caught:
        labels([ordinary(1)], SHEET[name], start=start, title="Etiketter")
    assert f"There is no label {start} on a sheet of {SHEET[name].count} labels." in str(caught.value)


def test_without_addresses_the_sheet_is_empty() -> None:
    assert set(itertools.chain(*cells(labels([], THREE, title="Etiketter")))) == {""}


def test_the_document_says_what_it_is_in_danish() -> None:
    made = parts(labels([ordinary(1)], THREE, title="Etiketter <&> æøå"))
    core = etree.fromstring(made["docProps/core.xml"])
    assert core.findtext("{http://purl.org/dc/elements/1.1/}title") == "Etiketter <&> æøå"
    assert core.findtext("{http://purl.org/dc/elements/1.1/}language") == "da-DK"
    caption = etree.fromstring(made["word/document.xml"]).find(f".//{W}tblCaption")
    assert caption is not None
    assert caption.get(f"{W}val") == "Etiketter <&> æøå"


def test_the_same_addresses_give_the_same_bytes() -> None:
    first, second = (labels([ordinary(1), SIX], TWO, start=3, title="Etiketter") for _ in range(2))
    assert first == second


def test_no_margin_is_smaller_than_what_printers_leave_white() -> None:
    for sheet in SHEETS.values():
        margins = next(story(labels([ordinary(1)], sheet, title="Etiketter")).iter(f"{W}pgMar"))
        twips = [int(margins.get(f"{W}{side}", "")) for side in ("top", "right", "bottom", "left")]
        assert min(twips) * 25.4 / 1440 >= 4.23


def test_type_is_smaller_only_on_the_labels_that_need_it() -> None:
    assert sizes(labels([ordinary(1)], THREE, title="Etiketter")) == set()
    assert sizes(labels([ordinary(1), SIX], THREE, title="Etiketter")) == {"20"}
    assert sizes(labels([TWELVE], THREE, title="Etiketter")) == {f"{2 * last_resort(TWELVE, THREE):g}"}


@settings(max_examples=40)
@given(st.lists(LINES, max_size=9), st.integers(1, 14), st.text(max_size=20))
def test_whatever_people_write_stands_there_once_and_is_sound(
    addresses: list[list[str]], start: int, title: str
) -> None:
    made = labels(addresses, TWO, start=start, title=title)
    filled = [[line for line in cell if line] for cell in cells(made)]
    assert [len(cell) for cell in filled[start - 1 :]][: len(addresses)] == [
        sum(bool(_printable(line)) for line in lines) for lines in addresses
    ]
    shown = "".join("".join(cell) for cell in filled)
    assert _printable(shown) == "".join(_printable(line) for lines in addresses for line in lines)


def _printable(text: str) -> str:
    """What must not be lost: all but space and what XML forbids."""
    lost = {"\ufffe", "\uffff"}
    return "".join(x for x in text if unicodedata.category(x) != "Cc" and not x.isspace() and x not in lost)


# On paper, by LibreOffice


def _written(name: str) -> list[Sequence[str]]:
    """Two and a half sheets: the last labels of the first one, all kinds of addresses on the second."""
    first = [ordinary(number) for number in range(START[name], SHEET[name].count + 1)]
    return [*first, SIX, LONG, DOUBLE, TWELVE, ODD, *(ordinary(number) for number in range(101, 117))]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("etiketter")
    for name, sheet in SHEET.items():
        made = labels(_written(name), sheet, start=START[name], title="Etiketter")
        (folder / f"{name}.docx").write_bytes(made)
        full = [ordinary(number) for number in range(sheet.count)]
        (folder / f"{name}-fuldt.docx").write_bytes(labels(full, sheet, title="Etiketter"))
    files = sorted(folder.glob("*.docx"))
    return {pdf.stem: pdf for pdf in converted(files, "pdf", folder)}


@pytest.mark.parametrize("name", SHEET)
def test_each_address_stands_where_its_label_is(printed: dict[str, Path], name: str) -> None:
    sheet, written = SHEET[name], _written(name)
    found: dict[str, tuple[int, Box]] = {}
    for number, words in enumerate(words_at(printed[name])):
        found |= {word: (number, box) for word, box in words if word.startswith("Navn")}
    for place, lines in enumerate(written, start=START[name] - 1):
        if not lines[0].startswith("Navn"):
            continue
        page, on_page = divmod(place, sheet.count)
        left, top = sheet.corner(on_page + 1)
        line = 11 * 2500 / 2048 * 25.4 / 72
        at, box = found[lines[0].split()[0]]
        assert at == page
        assert box[:2] == pytest.approx(
            (left + INSET, top + sheet.height / 2 - len(lines) / 2 * line), abs=0.5
        )
    assert {page for page, _ in found.values()} >= {0, 1}


@pytest.mark.parametrize("name", SHEET)
def test_nothing_is_cut_off_and_nothing_leaves_its_label(printed: dict[str, Path], name: str) -> None:
    sheet, written = SHEET[name], _written(name)
    pages = words_at(printed[name])
    for place, lines in enumerate(written, start=START[name] - 1):
        page, on_page = divmod(place, sheet.count)
        left, top = sheet.corner(on_page + 1)
        inside = [
            (word, box)
            for word, box in pages[page]
            if left <= box[0] < left + sheet.width and top <= box[1] < top + sheet.height
        ]
        assert all(box[2] <= left + sheet.width - INSET + 0.5 for _, box in inside)
        assert all(
            top + INSET - 0.5 <= box[1] and box[3] <= top + sheet.height - INSET + 0.5 for _, box in inside
        )
        if lines is not ODD:
            assert "".join(word for word, _ in inside) == "".join("".join(lines).split())
            size = type_size(lines, sheet) or last_resort(lines, sheet)
            set_as = set_in(lines, size, sheet.width - 2 * INSET)
            assert len({round(box[3], 1) for _, box in inside}) <= set_as.lines


@pytest.mark.parametrize("name", SHEET)
def test_there_are_as_many_pages_as_sheets(printed: dict[str, Path], name: str) -> None:
    used = START[name] - 1 + len(_written(name))
    assert page_count(printed[name]) == -(-used // SHEET[name].count)
    assert page_count(printed[f"{name}-fuldt"]) == 1


def test_microsofts_validator_has_nothing_to_object_to(tmp_path: Path) -> None:
    (tmp_path / "etiketter.docx").write_bytes(labels(_written("2x7"), TWO, start=4, title="Etiketter"))
    assert complaints(tmp_path / "etiketter.docx") == []
