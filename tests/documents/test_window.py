"""Letters for envelopes with another window: the address stands in it, and nothing else does."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from lxml import etree

from docgen import resources
from docgen.documents.filling import Filler
from docgen.documents.package import Archive
from docgen.documents.window import with_window
from docgen.errors import TemplateError
from docgen.model import EnvelopeWindow
from docgen.planning.envelopes import TYPE_SIZE, address_frame
from docgen.planning.fitting import set_in
from tests import making
from tests.docx_text import W, parts, story, text_of
from tests.judges import complaints, converted, words_at
from tests.meetingtypes.samples import context, rule, shipped

KIND = shipped("opfoelgningsmoede")
RULE = rule(KIND, "brev")
TEMPLATE = KIND.path(RULE).read_bytes()
EVERY_TEMPLATE = sorted(resources.templates().rglob("*.docx"))
WINDOWS = {
    "usual": EnvelopeWindow(),
    "larger": EnvelopeWindow(20, 50, 100, 40),
    "right": EnvelopeWindow(100, 50, 90, 35),
    "wide": EnvelopeWindow(15, 44, 130, 40),
    "low": EnvelopeWindow(15, 60, 90, 60),
    "small": EnvelopeWindow(12, 25, 60, 25),
}
ADDRESS = ["Asta Eksempel", "Botilbuddet Prøvegården", "Prøvevej 1", "9999 Prøveby"]
TWIP = 25.4 / 1440


def frames(template: bytes, style: str) -> list[etree._Element]:
    """The frames that paragraphs of this style stand in."""
    paragraphs = story(template).iter(f"{W}p")
    properties = [found for p in paragraphs if (found := p.find(f"{W}pPr")) is not None]
    styled = [one for one in properties if one.find(f"{W}pStyle[@{W}val='{style}']") is not None]
    return [frame for one in styled if (frame := one.find(f"{W}framePr")) is not None]


def measures(frame: etree._Element) -> tuple[float, ...]:
    """Left, top, width and height of a frame, in millimetres."""
    return tuple(int(frame.get(f"{W}{side}", "")) * TWIP for side in ("x", "y", "w", "h"))


def near(box: EnvelopeWindow) -> object:
    return pytest.approx((box.left, box.top, box.width, box.height), abs=TWIP)


def heading_line(template: bytes) -> float:
    """Where the heading begins on the page, in millimetres."""
    root = story(template)
    (spacing,) = (
        spacing
        for properties in root.iter(f"{W}pPr")
        if properties.find(f"{W}pStyle[@{W}val='Heading1']") is not None
        and (spacing := properties.find(f"{W}spacing")) is not None
    )
    margins = next(root.iter(f"{W}pgMar"))
    return (int(spacing.get(f"{W}before", "")) + int(margins.get(f"{W}top", ""))) * TWIP


def edited(change: tuple[str, str], *more: tuple[str, str]) -> bytes:
    """The template as somebody has edited its XML."""
    members = parts(TEMPLATE)
    document = members["word/document.xml"].decode()
    for old, new in (change, *more):
        assert old in document
        document = document.replace(old, new)
    return Archive(members | {"word/document.xml": document.encode()}).written({})


def test_the_usual_window_changes_no_byte() -> None:
    assert with_window(TEMPLATE, "brev.docx", EnvelopeWindow()) is TEMPLATE


@pytest.mark.parametrize("path", EVERY_TEMPLATE, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_letter_of_every_type_has_its_address_there_and_no_other_template_changes(path: Path) -> None:
    template, window = path.read_bytes(), WINDOWS["larger"]
    made = with_window(template, path.name, window)
    addresses = frames(made, "Adressefelt")
    assert bool(addresses) is path.name.startswith(
        ("invitation", "aflysning", "brev", "foelgebrev", "laegebrev")
    )
    for frame in addresses:
        assert measures(frame) == near(address_frame(window))
    if not addresses:
        assert made is template


@pytest.mark.parametrize(
    ("window", "sender", "heading"),
    [
        ("larger", EnvelopeWindow(130, 44, 54, 32), 93),
        ("right", EnvelopeWindow(22, 44, 54, 32), 88),
        ("wide", EnvelopeWindow(130, 87, 54, 32), 122),
        ("low", EnvelopeWindow(130, 44, 54, 32), 123),
        ("small", EnvelopeWindow(130, 44, 54, 32), 79),
    ],
)
def test_sender_and_heading_keep_clear_of_it(window: str, sender: EnvelopeWindow, heading: float) -> None:
    made = with_window(TEMPLATE, "brev.docx", WINDOWS[window])
    boxes = frames(made, "Afsenderfelt") + frames(made, "Brevdato")
    assert [measures(box) for box in boxes] == [near(sender), near(sender)]
    assert heading_line(made) == pytest.approx(heading, abs=2 * TWIP)


def test_a_sender_that_has_less_room_beside_the_window_is_narrower() -> None:
    made = with_window(TEMPLATE, "brev.docx", EnvelopeWindow(15, 44, 113, 32))
    assert measures(frames(made, "Afsenderfelt")[0]) == near(EnvelopeWindow(133, 44, 51, 32))


def test_all_else_in_the_letter_stays_as_it_was() -> None:
    made = with_window(TEMPLATE, "brev.docx", WINDOWS["right"])
    before, after = parts(TEMPLATE), parts(made)
    assert [name for name in before if before[name] != after.get(name)] == ["word/document.xml"]
    assert text_of(made) == text_of(TEMPLATE)
    assert with_window(TEMPLATE, "brev.docx", WINDOWS["right"]) == made


def test_a_frame_that_somebody_has_dragged_is_put_back_into_the_window() -> None:
    moved = edited(
        (
            'w:vAnchor="page" w:hAnchor="page" w:x="1247"',
            'w:vAnchor="text" w:hAnchor="margin" w:xAlign="center"',
        )
    )
    (frame, *_) = frames(with_window(moved, "brev.docx", WINDOWS["larger"]), "Adressefelt")
    assert measures(frame) == near(address_frame(WINDOWS["larger"]))
    assert (frame.get(f"{W}vAnchor"), frame.get(f"{W}hAnchor"), frame.get(f"{W}xAlign")) == (
        "page",
        "page",
        None,
    )


def test_what_somebody_has_placed_in_their_own_way_stays_there() -> None:
    own_sender = edited(('w:x="7370"', 'w:xAlign="right"'))
    made = with_window(own_sender, "brev.docx", WINDOWS["wide"])
    assert {frame.get(f"{W}y") for frame in frames(made, "Afsenderfelt")} == {"2494"}
    own_heading = edited(('<w:spacing w:before="2721"/>', '<w:spacing w:after="200"/>'))
    made = with_window(own_heading, "brev.docx", WINDOWS["low"])
    assert b'<w:spacing w:after="200"/>' in parts(made)["word/document.xml"]
    no_frame = edited(('<w:pStyle w:val="Adressefelt"/>', ""))
    assert with_window(no_frame, "brev.docx", WINDOWS["low"]) is no_frame


@pytest.mark.parametrize("data", [b"", b"PK", TEMPLATE[:2000], edited(("<w:body>", "<w:body><"))])
def test_what_is_no_template_is_a_template_error(data: bytes) -> None:
    with pytest.raises(TemplateError):
        with_window(data, "brev.docx", WINDOWS["low"])


# As LibreOffice sets it


def _letter(window: EnvelopeWindow, lines: list[str]) -> bytes:
    """The shipped letter, filled for a house with this window."""
    values = context(RULE, modtager_adresselinjer=lines)
    return Filler(making.house(window=window)).of_minutes(KIND, RULE, values)


def _word(chance: random.Random) -> str:
    rest = chance.choices("abdefghijklmnoprstuvæøå", k=chance.randint(2, 11))
    return chance.choice("ABDEFGHKLMSTÆØÅ123456789") + "".join(rest)


def _lines(chance: random.Random, width: float, wanted: int) -> list[str]:
    """25 lines of words that occur once, which take ``wanted`` lines each in a column of this width."""
    found: list[str] = []
    while len(found) < 25:
        line = " ".join(_word(chance) for _ in range(chance.randint(4, 9)))
        setting = set_in([line], TYPE_SIZE, width)
        nearly = set_in([line], TYPE_SIZE, width * (0.9 if wanted == 1 else 1.1)).lines
        if setting.lines == wanted and not setting.broken and nearly == 3 - wanted:
            found.append(line)
    return found


WIDTH = address_frame(EnvelopeWindow()).width
JUST = _lines(random.Random(1), WIDTH, 1)  # noqa: S311 - nothing here is a secret
HARDLY = _lines(random.Random(2), WIDTH * 1.06, 2)  # noqa: S311


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, tuple[float, ...]]]]:
    """The words of the first page of each letter, with their boxes in millimetres."""
    folder = tmp_path_factory.mktemp("rudekuvert")
    letters = {name: _letter(window, ADDRESS) for name, window in WINDOWS.items()}
    letters |= {"just": _letter(EnvelopeWindow(), JUST), "hardly": _letter(EnvelopeWindow(), HARDLY)}
    files = [folder / f"{name}.docx" for name in letters]
    for file in files:
        file.write_bytes(letters[file.stem])
    return {pdf.stem: list(words_at(pdf)[0]) for pdf in converted(files, "pdf", folder)}


def _baselines(words: list[tuple[str, tuple[float, ...]]], lines: list[str]) -> int:
    known = {word for line in lines for word in line.split()}
    return len({round(bottom, 1) for word, (_, _, _, bottom) in words if word in known})


@pytest.mark.parametrize("name", WINDOWS)
def test_on_paper_the_address_and_nothing_else_is_seen_through_the_window(
    pages: dict[str, list[tuple[str, tuple[float, ...]]]], name: str
) -> None:
    window = WINDOWS[name]
    seen = [
        word
        for word, (left, top, right, bottom) in pages[name]
        if left < window.right and right > window.left and top < window.bottom and bottom > window.top
    ]
    assert seen == " ".join(ADDRESS).split()
    first = next(box for word, box in pages[name] if word == "Asta")
    frame = address_frame(window)
    assert first[:2] == pytest.approx((frame.left, frame.top), abs=1)


def test_lines_that_fit_by_their_measures_do_not_wrap_on_paper(
    pages: dict[str, list[tuple[str, tuple[float, ...]]]],
) -> None:
    assert _baselines(pages["just"], JUST) == len(JUST)


def test_lines_that_do_not_fit_wrap_on_paper_too(
    pages: dict[str, list[tuple[str, tuple[float, ...]]]],
) -> None:
    assert _baselines(pages["hardly"], HARDLY) == 2 * len(HARDLY)


def test_microsofts_validator_has_nothing_to_object_to(tmp_path: Path) -> None:
    (tmp_path / "brev.docx").write_bytes(_letter(WINDOWS["wide"], ADDRESS))
    assert complaints(tmp_path / "brev.docx") == []
