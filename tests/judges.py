"""Outside judges of Word files: LibreOffice, poppler, and Microsoft's Open XML SDK validator."""

from __future__ import annotations

import copy
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml import etree

from tests.docx_text import MC, parts
from tests.tools import require_tool

_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
VALIDATOR = Path(__file__).parent / "node" / "node_modules" / ".bin" / "ooxml-validator"


def converted(files: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """The files as LibreOffice converts them, in ``folder``. It exits 0 when it failed, so look."""
    assert files, "without a file LibreOffice waits for ever"
    folder.mkdir(parents=True, exist_ok=True)
    profile = (folder / "profile").absolute().as_uri()
    command = [
        require_tool("soffice"),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        ending,
    ]
    command += ["--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    results = [folder / f"{file.stem}.{ending}" for file in files]
    missing = [result.name for result in results if not result.is_file()]
    assert not missing, f"LibreOffice wrote no {missing}"
    return results


def page_count(pdf: Path) -> int:
    """How many pages a PDF has."""
    info = subprocess.run([require_tool("pdfinfo"), str(pdf)], check=True, capture_output=True, text=True)
    return int(next(line.split()[1] for line in info.stdout.splitlines() if line.startswith("Pages:")))


def words_at(pdf: Path) -> list[list[tuple[str, tuple[float, float, float, float]]]]:
    """The words of each page with their boxes (left, top, right, bottom), in millimetres from its corner."""
    command = [require_tool("pdftotext"), "-bbox", str(pdf), "-"]
    html = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [
        [
            (word, (_mm(left), _mm(top), _mm(right), _mm(bottom)))
            for left, top, right, bottom, word in _WORD.findall(page)
        ]
        for page in html.split("<page ")[1:]
    ]


def _mm(points: str) -> float:
    return float(points) / 72 * 25.4


def complaints(file: Path) -> list[str]:
    """What the Open XML SDK validator objects to, with each ``mc:AlternateContent`` taken both ways.

    The validator does not look inside AlternateContent, where drawing shapes sit, so it also gets a copy
    with each Choice in its place, and one with each Fallback.
    """
    data = file.read_bytes()
    variants = {"as it is": data}
    if any(b"AlternateContent" in member for name, member in parts(data).items() if name.endswith(".xml")):
        variants |= {taken: _with(data, taken) for taken in ("Choice", "Fallback")}
    found = []
    for label, data in variants.items():
        copied = file.with_name(f"{file.stem}.{label.replace(' ', '-')}{file.suffix}")
        copied.write_bytes(data)
        found += [f"{label}: {error}" for error in _validated(copied)]
    return found


def _validated(file: Path) -> Iterable[str]:
    if not VALIDATOR.is_file():
        require_tool(str(VALIDATOR))
    done = subprocess.run(
        [str(VALIDATOR), str(file)], check=False, capture_output=True, text=True, timeout=60
    )
    for error in json.loads(done.stdout)["errors"]:
        yield f"{error['path']} {error['xPath']}: {error['description']}"


def _with(data: bytes, taken: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in parts(data).items():
            archive.writestr(name, _taken(member, taken) if name.endswith(".xml") else member)
    return packed.getvalue()


def _taken(member: bytes, taken: str) -> bytes:
    root = etree.fromstring(member)
    for alternate in list(root.iter(f"{MC}AlternateContent")):
        parent = alternate.getparent()
        chosen = alternate.find(f"{MC}{taken}")
        if parent is None:
            continue
        for child in chosen if chosen is not None else ():
            parent.insert(parent.index(alternate), copy.deepcopy(child))
        parent.remove(alternate)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
