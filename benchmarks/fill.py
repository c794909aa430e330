"""How fast templates are filled, beside docxtpl's documented loop, in the same run on one core.

    python -m benchmarks.fill [--rounds N] [TEMPLATE.docx ...]

Without arguments the templates of all shipped types are measured; without those, a template made here. At
the end stand the worst and the best ratio. No document is like the one before it: each is for another
meeting of the same institution. The rounds of the two take turns, and each one's best round counts. The
words of both outputs must be the same, or the run ends with status 1.
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import shlex
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path

import docx
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from lxml import etree

from docgen.documents.sample import sample_context
from docgen.documents.template import Template
from docgen.meetingtypes.loader import load_types

_MEETINGS = 50
_NAME = 52  # the width of the first column
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPES = Path(__file__).parents[1] / "templates"
_GUESTS = [{"navn": f"Gæst {number} & følge", "rolle": "pårørende"} for number in range(8)]
_MADE_HERE = {"navn": "Åse & Bo", "dato": "tirsdag den 3.\xa0februar 2026", "gaester": _GUESTS}


def main() -> int:
    """The exit status: 1 when the two outputs do not say the same."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("templates", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    _stay_on_one_core()
    print("command:", shlex.join([Path(sys.executable).name, "-m", "benchmarks.fill", *sys.argv[1:]]))
    print(
        f"Python {platform.python_version()}, docxtpl {version('docxtpl')}, "
        f"one core of {platform.machine()}\n"
    )
    print(
        f"{'template':{_NAME}} {'docxtpl ms':>11} {'docgen ms':>10} {'documents/s':>12} {'ratio':>7}  words"
    )
    paths = chosen.templates or sorted(_TYPES.glob("*/*.docx"))
    named = [(f"{path.parent.name}/{path.name}", path.read_bytes(), context_for(path)) for path in paths]
    named = named or [("made here: 3 pages", _made_here(), _MADE_HERE)]
    measured = [_measured(*one, rounds=chosen.rounds) for one in named]
    ratios = [ratio for ratio, _ in measured]
    print(f"\n{len(measured)} templates: {min(ratios):.0f}× at worst, {max(ratios):.0f}× at best")
    return int(not all(is_same for _, is_same in measured))


def context_for(template: Path) -> Mapping[str, object]:
    """What to fill a template with: the sample of its meeting type, by the folder it stands in."""
    for kind in load_types(_TYPES):
        for rule in kind.documents:
            if kind.path(rule).resolve() == template.resolve():
                return sample_context(kind, rule)
    return _MADE_HERE


def _measured(name: str, data: bytes, context: Mapping[str, object], *, rounds: int) -> tuple[float, bool]:
    """How many times faster docgen is, and whether both outputs say the same; prints a line of the table."""
    docxtpl, docgen = partial(_docxtpl, data), Template.compile(data, name).render
    meetings = [_another(context, number) for number in range(_MEETINGS)]
    theirs, ours = ([_words(way(meeting)) for meeting in meetings[:3]] for way in (docxtpl, docgen))
    slow, fast = _best(rounds, meetings, (docxtpl, 3), (docgen, 300))
    agreement = f"{len(ours[0])} equal" if ours == theirs else "DIFFERENT"
    times = f"{slow * 1e3:11.2f} {fast * 1e3:10.3f} {1 / fast:12,.0f} {slow / fast:6.0f}×"
    print(f"{name:{_NAME}} {times}  {agreement}")
    return slow / fast, ours == theirs


def _docxtpl(data: bytes, context: Mapping[str, object]) -> bytes:
    """A document as docxtpl's manual makes it."""
    document = DocxTemplate(io.BytesIO(data))
    document.render(dict(context), autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _another(context: Mapping[str, object], number: int) -> Mapping[str, object]:
    """The same for another meeting: one at another time, with another number."""
    tid = f"kl. 10.{number:02}–11.{number:02}"
    meeting = context.get("moede")
    if isinstance(meeting, dict):
        return {**context, "moede": {**meeting, "nr": f"M{number:03}", "tid": tid}}
    if "forloeb" in context:
        return {**context, "brev": {"dato": tid}}
    return {**context, "dato": tid}


def _best(
    rounds: int, meetings: list[Mapping[str, object]], *ways: tuple[Callable[..., bytes], int]
) -> list[float]:
    """Seconds a document, of each way's best round; the ways take turns, so that noise meets both."""
    best = [float("inf")] * len(ways)
    for _ in range(rounds):
        for number, (way, repeats) in enumerate(ways):
            start = time.perf_counter()
            for at in range(repeats):
                way(meetings[at % _MEETINGS])
            best[number] = min(best[number], (time.perf_counter() - start) / repeats)
    return best


def _words(data: bytes) -> list[str]:
    """All words of body, headers and footers, in order."""
    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith(("word/document", "word/header", "word/footer")):
                for paragraph in etree.fromstring(archive.read(name)).iter(_W + "p"):
                    pieces = [e.text or " " for e in paragraph.iter(_W + "t", _W + "br", _W + "tab")]
                    words += "".join(pieces).split()
    return words


def _made_here() -> bytes:
    """A letter of three pages with 72 tags, a table and a footer."""
    document = docx.Document()
    for number in range(70):
        document.add_paragraph(
            f"Punkt {number}: Kære {{{{ navn }}}}, vi ses {{% if dato %}}til mødet{{% endif %}}."
        )
    table = document.add_table(3, 2)
    for row, text in zip(
        table.rows, ("{%tr for g in gaester %}", "{{ g.navn }}", "{%tr endfor %}"), strict=True
    ):
        row.cells[0].text = text
    document.sections[0].footer.paragraphs[0].text = "{{ dato }}"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    raise SystemExit(main())
