"""The institution's logo: found beside the workbook, put into its place, or the place taken out."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import docgen
from docgen import resources
from docgen.documents.logo import find_logo, with_logo
from docgen.meetingtypes.authoring.logo import HEIGHT, WIDTH, transparent_png
from docgen.planning import Logo
from tests.documents.word import NS, members
from tests.pictures import ADOBE, EXIF, jpeg, png

SHIPPED = resources.templates() / "opfoelgningsmoede" / "invitation.docx"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("logo.png", png(30, 20), "png"),
        ("logo.jpg", jpeg(30, 20), "jpeg"),
        ("fra-photoshop.jpeg", jpeg(30, 20, ADOBE), "jpeg"),
        ("fra-telefon.JPG", jpeg(30, 20, EXIF), "jpeg"),
        ("forkert-endelse.jpg", png(30, 20), "png"),
        ("fyld.jpg", jpeg(30, 20, b"\xff\xff\xff" + ADOBE), "jpeg"),
    ],
)
def test_a_png_or_jpeg_beside_the_workbook_is_taken_whatever_made_it(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert find_logo(name, tmp_path) == (Logo(data, kind, 30, 20), ())


def test_no_name_is_no_logo_and_no_finding(tmp_path: Path) -> None:
    assert find_logo("", tmp_path) == (None, ())
    assert find_logo("logo.png", None) == (None, ())


def test_a_missing_picture_is_a_warning_that_names_it(tmp_path: Path) -> None:
    logo, (finding,) = find_logo("logo.png", tmp_path)
    assert logo is None
    assert (finding.code, str(finding.place)) == ("W-164", "logo.png")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a" + bytes(40),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        png(30, 20)[:40],
        jpeg(30, 20)[:60],
        png(0, 20),
        b"\x89PNG\r\n\x1a\n" + bytes(5_000_001),
    ],
    ids=["empty", "gif", "svg", "half a png", "half a jpeg", "no width", "too large"],
)
def test_what_word_could_not_show_is_a_warning(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(data)
    logo, (finding,) = find_logo("logo.png", tmp_path)
    assert logo is None
    assert finding.code == "W-165"


@given(st.integers(), st.sampled_from([png(30, 20), jpeg(30, 20), jpeg(30, 20, EXIF)]))
def test_a_damaged_picture_is_never_more_than_a_warning(
    tmp_path_factory: pytest.TempPathFactory, seed: int, data: bytes
) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    damaged = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    folder = tmp_path_factory.getbasetemp()
    (folder / "logo.png").write_bytes(damaged[: dice.randint(1, len(damaged))])
    logo, findings = find_logo("logo.png", folder)
    assert (logo is None) == bool(findings)


@pytest.mark.parametrize("name", ["../logo.png", "/etc/logo.png", "..", ".", "sub/../../logo.png"])
def test_it_does_not_reach_outside_the_workbooks_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.png").write_bytes(png(3, 2))
    inside = tmp_path / "inside"
    inside.mkdir()
    logo, (finding,) = find_logo(name, inside)
    assert logo is None
    assert finding.code == "W-164"


def _drawings(data: bytes) -> list[tuple[etree._Element, dict[str, str]]]:
    """The drawings of the headers called docgen-logo, each with its header's relations."""
    found = []
    for name, part in members(data).items():
        if name.startswith("word/header"):
            relations = members(data).get(f"word/_rels/{name.removeprefix('word/')}.rels", b"<x/>")
            targets = {one.get("Id", ""): one.get("Target", "") for one in etree.fromstring(relations)}
            drawings = etree.fromstring(part).iter(f"{{{NS['w']}}}drawing")
            found += [
                (d, targets)
                for d in drawings
                if d.find(f".//{{{NS['wp']}}}docPr[@name='docgen-logo']") is not None
            ]
    return found


@pytest.mark.parametrize("make", [png, jpeg])
@pytest.mark.parametrize("size", [(30, 20), (600, 40), (20, 300), (1, 1)])
def test_the_logo_is_put_in_its_place_with_its_proportions(
    make: Callable[[int, int], bytes], size: tuple[int, int]
) -> None:
    picture = make(*size)
    logo = Logo(picture, make.__name__, *size)
    data = with_logo(SHIPPED.read_bytes(), "invitation.docx", logo)
    ((drawing, targets),) = _drawings(data)
    blip = drawing.find(f".//{{{NS['a']}}}blip")
    assert blip is not None
    assert members(data)["word/" + targets[blip.get(f"{{{R}}}embed", "")]] == picture
    extent = drawing.find(f".//{{{NS['wp']}}}extent")
    inner = drawing.find(f".//{{{NS['a']}}}ext")
    assert extent is not None
    assert inner is not None
    width, height = int(extent.get("cx", "")), int(extent.get("cy", ""))
    assert (inner.get("cx"), inner.get("cy")) == (str(width), str(height))
    assert width <= WIDTH
    assert height <= HEIGHT
    assert width == WIDTH or height == HEIGHT
    assert width * size[1] == pytest.approx(height * size[0], rel=1e-3)
    docx.Document(io.BytesIO(data))


def test_without_a_logo_its_place_is_taken_out() -> None:
    assert _drawings(SHIPPED.read_bytes())
    data = with_logo(SHIPPED.read_bytes(), "invitation.docx", None)
    assert _drawings(data) == []
    docx.Document(io.BytesIO(data))


def test_every_shipped_template_has_the_place_but_cards_which_take_the_whole_page() -> None:
    for kind in docgen.meeting_types():
        for rule in kind.documents:
            has_place = bool(_drawings(kind.path(rule).read_bytes()))
            assert has_place is (rule.layout != "kort"), kind.path(rule)


def test_a_template_with_a_logo_of_its_own_is_left_as_it_is() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(transparent_png()))
    stream = io.BytesIO()
    document.save(stream)
    logo = Logo(png(3, 2), "png", 3, 2)
    assert with_logo(stream.getvalue(), "x.docx", logo) == stream.getvalue()
    assert with_logo(stream.getvalue(), "x.docx", None) == stream.getvalue()


def test_the_kind_of_picture_is_declared_once() -> None:
    for logo in (Logo(png(3, 2), "png", 3, 2), Logo(jpeg(3, 2), "jpeg", 3, 2)):
        data = with_logo(SHIPPED.read_bytes(), "invitation.docx", logo)
        types = etree.fromstring(members(data)["[Content_Types].xml"])
        known = [entry.get("Extension") for entry in types if entry.get("Extension")]
        assert known.count(logo.kind) == 1
        assert len(known) == len(set(known))
