"""How fast letters are joined into a print file, and in what memory, beside docxcompose's documented loop.

    python -m benchmarks.printfile [--letters 50 500 2000] [--peer 50] [--libreoffice]

Each number of letters is joined in a process of its own, on one core: what is measured is the time from the
first letter to a file that is synced to the disk, and the most memory that the process ever had. No letter is
like the one before it: each is for another meeting. The peer gets ``--peer`` letters, and so do we, in turns;
each one's best round counts. The words of both outputs must be the same, or the run ends with status 1. The
peer is no dependency: ``pip install docxcompose`` to have it measured. With ``--libreoffice`` the pages are
those that LibreOffice can count ("side 1 af 2").
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lxml import etree

from docgen.mailing.printfile import Letter, Source, write_print_files

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEMPLATES = (
    "opfoelgningsmoede/invitation.docx",
    "opfoelgningsmoede/invitation.medarbejder.docx",
    "dialogmoede/invitation.letlaest.docx",
)
_TYPES = Path(__file__).parents[1] / "templates"
_ROUNDS = 3


def main() -> int:
    """The exit status: 1 when the two outputs do not say the same."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", nargs="+", type=int, default=[50, 500, 2000])
    parser.add_argument("--peer", type=int, default=50)
    parser.add_argument("--libreoffice", action="store_true")
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        way, count, folder = chosen.measure
        return _measure(way, int(count), Path(folder), for_libreoffice=chosen.libreoffice)
    print("command:", shlex.join([Path(sys.executable).name, "-m", "benchmarks.printfile", *sys.argv[1:]]))
    print(f"Python {platform.python_version()}, one core of {platform.machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        _make_letters(Path(folder), max(*chosen.letters, chosen.peer))
        print(f"{'':12} {'letters':>8} {'seconds':>9} {'ms a letter':>12} {'memory MB':>10} {'file MB':>8}")
        for count in chosen.letters:
            _run("docgen", count, folder, for_libreoffice=chosen.libreoffice)
        return _beside_the_peer(chosen.peer, folder)


def _beside_the_peer(count: int, folder: str) -> int:
    try:
        print(f"\nbeside docxcompose {version('docxcompose')}")
    except PackageNotFoundError:
        print("\ndocxcompose is not installed (pip install docxcompose), so nothing is measured beside it")
        return 0
    best = {"docgen": float("inf"), "docxcompose": float("inf")}
    for _ in range(_ROUNDS):
        for way in best:
            best[way] = min(best[way], _run(way, count, folder))
    ours, theirs = (_words(Path(folder) / f"{way}.docx") for way in best)
    agreement = f"{len(ours)} words equal" if ours == theirs else "DIFFERENT"
    print(f"\n{best['docxcompose'] / best['docgen']:.0f}× for {count} letters, {agreement}")
    return int(ours != theirs)


def _run(way: str, count: int, folder: str, *, for_libreoffice: bool = False) -> float:
    """The seconds that it takes in a process of its own; prints a line of the table."""
    command = [sys.executable, "-m", "benchmarks.printfile", "--measure", way, str(count), folder]
    command += ["--libreoffice"] if for_libreoffice else []
    done = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    seconds, memory, size = done["seconds"], done["memory"] / 1e6, done["size"] / 1e6
    print(f"{way:12} {count:8} {seconds:9.2f} {seconds / count * 1e3:12.2f} {memory:10.0f} {size:8.2f}")
    return float(seconds)


def _measure(way: str, count: int, folder: Path, *, for_libreoffice: bool) -> int:
    _stay_on_one_core()
    paths = sorted(folder.glob("brev_*.docx"))[:count]
    target = folder / f"{way}.docx"
    start = time.perf_counter()
    if way == "docgen":
        done = write_print_files(_letters(paths), folder, way, title="Breve", for_libreoffice=for_libreoffice)
        seconds = time.perf_counter() - start
        assert (done.findings, [file.letters for file in done.files]) == ((), [count])
        done.files[0].temporary.replace(target)
    else:
        _compose(paths, target)
        seconds = time.perf_counter() - start
    memory = _most_memory()
    print(json.dumps({"seconds": seconds, "memory": memory, "size": target.stat().st_size}))
    return 0


def _most_memory() -> int:
    """The most memory that this process ever had, in bytes; 0 where the system does not say.

    Not ``getrusage``: on Linux that is at least what the process had that started this one.
    """
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def _letters(paths: Sequence[Path]) -> Iterator[Letter]:
    for path in paths:
        yield [Source(path.name, path)]


def _compose(paths: Sequence[Path], target: Path) -> None:
    """The letters joined as docxcompose's manual does it."""
    import docx
    from docxcompose.composer import Composer  # type: ignore[import-not-found]

    composer = Composer(docx.Document(str(paths[0])))
    for path in paths[1:]:
        composer.append(docx.Document(str(path)))
    composer.save(str(target))


def _make_letters(folder: Path, count: int) -> None:
    """So many letters from three templates, one of them easy to read."""
    from benchmarks.fill import context_for  # what is measured is not to have it in its memory
    from docgen.documents.template import Template

    templates = [_TYPES / name for name in _TEMPLATES]
    ways = [(Template.compile(path.read_bytes(), path.name), context_for(path)) for path in templates]
    for number in range(count):
        template, context = ways[number % len(ways)]
        (folder / f"brev_{number:06}.docx").write_bytes(template.render(_for_meeting(context, number)))


def _for_meeting(context: Mapping[str, object], number: int) -> dict[str, object]:
    """What to fill a template with for another meeting."""
    meeting = context["moede"]
    assert isinstance(meeting, dict)
    return {**context, "moede": {**meeting, "nr": f"M{number:05}", "sted": f"Mødelokale {number}"}}


def _words(path: Path) -> list[str]:
    """All words of the body, in order."""
    words: list[str] = []
    with zipfile.ZipFile(path) as archive:
        for paragraph in etree.fromstring(archive.read("word/document.xml")).iter(_W + "p"):
            pieces = [e.text or " " for e in paragraph.iter(_W + "t", _W + "br", _W + "tab")]
            words += "".join(pieces).split()
    return words


def _stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    raise SystemExit(main())
