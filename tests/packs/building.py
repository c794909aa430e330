"""A small meeting type on disk, packs built from it, and what lies in them afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from docgen.i18n import ENGLISH
from docgen.mailing.conversion import FilesConverter
from docgen.mailing.names import invitations_in
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import load_types
from docgen.model import Meeting, Workbook
from docgen.packs.build import BuildResult, Options, build_pack
from docgen.packs.recovery import history_in
from docgen.planning import Plan, Window
from tests import making
from tests.documents.word import paragraphs, zipped

DEFINITION = """\
titel = "Samtale"
om = "beboer"
varighed = { standard = 60, mindst = 30, hoejst = 90 }
deltager = [
  { felt = "Beboer", rolle = "beboer" },
  { felt = "Kontaktperson enhed", rolle = "kontaktperson fra enheden" },
  { felt = "Udviklingsleder", rolle = "udviklingsleder", moedeleder = true },
]
fase = [{ noegle = "tema", titel = "Tema", minutter = 60 }]

[[dokument]]
fil = "invitation.docx"
layout = "brev"
til = "beboer"
titel = "Invitation"

[[dokument]]
fil = "invitation.medarbejder.docx"
layout = "brev_medarbejder"
til = "medarbejder"
titel = "Invitation til medarbejder"

[[dokument]]
fil = "invitation.paaroerende.docx"
layout = "brev_paaroerende"
til = "paaroerende"
titel = "Invitation til pårørende"

[[dokument]]
fil = "dagsorden.docx"
layout = "dagsorden"
til = "alle"
titel = "Dagsorden"

[[dokument]]
fil = "referat.docx"
layout = "referat"
til = "moedeleder"
titel = "Referat"

[ord.kalender]
paamindelse = "Du har et møde i morgen."
"""
LETTER = ("{{ brev.dato }}", "Kære {{ modtager.navn }}", "{{ moede.dato }} {{ moede.tid }}, {{ moede.sted }}")
SHEET = ("{{ dokument.titel }}", "{{ moede.dato }}", "{{ moede.tema }}")
TEMPLATES = {
    "invitation.docx": LETTER,
    "invitation.medarbejder.docx": (*LETTER, "om {{ beboer.navn }}"),
    "invitation.paaroerende.docx": (*LETTER, "om {{ beboer.fornavn }}"),
    "dagsorden.docx": SHEET,
    "referat.docx": (*SHEET, "{% for person in deltagere %}{{ person.navn }} {% endfor %}"),
}
MOVED = dt.date(2026, 2, 10)
M001 = "moeder/2026-02-03_1000_samtale_M001"
M002 = "moeder/2026-02-04_1000_samtale_M002"
LETTERS = [f"invitation_{nr}.docx" for nr in ("B001", "P001", "P002")]
FILES = ["dagsorden.docx", *LETTERS, "moede.ics", "referat.docx"]
CALENDARS = [f"kalendere/{nr}.ics" for nr in ("B001", "P001", "P002")]
"""Of everybody who sits at the table of M001 or M002."""
A_CALENDAR = "kalendere/….ics"
"""How one is called that is taken away: whose it was is not said."""
LETTERS_FILE, LABELS_FILE, BUNDLE = "post/breve.docx", "post/etiketter.docx", "post/moedeleder_P001.docx"
"""What is printed of M001 or M002: the letter to B001, its label, the papers of who leads."""
A_DRAFT = "mail/M001_….eml"
"""How a draft is called that is taken away."""


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SMALLEST = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
}


def letter(*paragraphs: str) -> bytes:
    """The smallest Word file with these paragraphs: nothing in it takes time to pack."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in paragraphs)
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{name}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    members = {**_SMALLEST, "word/document.xml": document}
    return zipped((member, f'<?xml version="1.0"?>{xml}'.encode()) for member, xml in members.items())


def meeting_type(folder: Path, name: str = "samtale", title: str = "Samtale") -> MeetingType:
    """The meeting type in ``folder``, made there if it is not yet."""
    home = folder / name
    if not home.is_dir():
        home.mkdir(parents=True)
        (home / "type.toml").write_text(
            DEFINITION.replace('titel = "Samtale"', f'titel = "{title}"'), "utf-8"
        )
        for file, paragraphs in TEMPLATES.items():
            (home / file).write_bytes(letter(*paragraphs))
    return next(kind for kind in load_types(folder) if kind.name == name)


def two(**first: Any) -> tuple[Meeting, Meeting]:
    """M001 with these changes, and M002 a day later."""
    return making.meeting(2, **first), making.meeting(3, nr="M002", date=dt.date(2026, 2, 4))


def planned(
    workbook: Workbook,
    types: Sequence[MeetingType],
    pack: Path,
    now: dt.datetime,
    window: Window | None = None,
) -> Plan:
    """The plan for this pack, as ``docgen plan`` makes it."""
    return making.plan(workbook, *types, now=now, history=history_in(pack)[0], window=window or Window())


def built(
    workbook: Workbook,
    types: Sequence[MeetingType],
    pack: Path,
    *,
    now: dt.datetime = making.NOW,
    window: Window | None = None,
    convert: FilesConverter | None = None,
    **options: Any,
) -> BuildResult:
    """Builds the workbook into the pack, as ``docgen build`` does where no program makes PDF."""
    wishes = Options(**{"language": ENGLISH, **options})
    return build_pack(planned(workbook, types, pack, now, window), pack, wishes, convert=convert)


def tree(pack: Path) -> dict[str, bytes]:
    """Every file of the pack by its name in it, without the ledger's folder; empty folders end in ``/``."""
    found = {}
    for path in sorted(pack.rglob("*")):
        name = path.relative_to(pack).as_posix()
        if path.is_file() and not name.startswith(".docgen/"):
            found[name] = path.read_bytes()
        elif path.is_dir() and name != ".docgen" and not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def drafts(*numbers: str) -> list[str]:
    """The e-mails about M001 or M002."""
    return [f"mail/{nr}_{who}.eml" for nr in numbers for who in ("P001", "P002")]


def mailing(*numbers: str) -> list[str]:
    """All that is mailed of M001 or M002, as names of files in order."""
    return [*drafts(*numbers), LETTERS_FILE, LABELS_FILE, BUNDLE]


MAILING = ("post/", "mail/", "digitalpost/")


def beside_mailing(files: Iterable[str]) -> list[str]:
    """A pack's files but for the mailing, in their order."""
    return [name for name in files if not name.startswith(MAILING)]


def drafts_of_minutes(pack: Path) -> list[str]:
    """What lies in the pack's ``mail/`` but for the drafts that invite, tell of a change or call off."""
    lying = {path.name for path in (pack / "mail").glob("*")}
    return sorted(lying - invitations_in(pack / "mail"))


def of_meetings(files: Iterable[str]) -> list[str]:
    """Those of a pack's files that lie in the folders of meetings."""
    return sorted(name for name in files if name.startswith("moeder/"))


def names(pack: Path, folder: str) -> list[str]:
    return sorted(path.name for path in (pack / folder).iterdir())


def said(path: Path) -> str:
    """The text of a document, a paragraph a line."""
    return "\n".join(paragraphs(path.read_bytes()))


def codes(result: BuildResult) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place)) for finding in result.findings]


def edit(path: Path, *more: str) -> bytes:
    """A person writes in this document; gives back what it holds now."""
    data = letter("Skrevet af et menneske", *more)
    path.write_bytes(data)
    return data
