"""The files that are sent on of one meeting: its minutes, and what goes to the GP.

To the GP goes the letter that the build has put into the meeting's folder, and beside it an excerpt, which is
made here from the filled minutes. The excerpt is sealed: once a person has edited it, it is theirs, and what
they made of it is what goes out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docgen.documents.filling import Filler
from docgen.documents.heldcontext import Held, excerpt_context
from docgen.errors import TemplateError, why
from docgen.findings import Finding, Place
from docgen.mailing.attaching import word_file
from docgen.mailing.keeping import Kept, keep
from docgen.meetingtypes.authoring.seal import is_unbroken, resealed
from docgen.meetingtypes.definition import Audience, DocumentRule, Scope
from docgen.minutes.sending.distribution import MINUTES, Enclosure, Papers
from docgen.minutes.sending.excerpt import is_empty, said
from docgen.minutes.sending.goingout import going_out, without_authors
from docgen.minutes.sending.markup import is_open
from docgen.minutes.sending.objections import must_not_be, objections
from docgen.minutes.sending.receivers import discretion_at, names_without_consent
from docgen.minutes.values import FilledMinutes, label
from docgen.planning.decisions.unnamed import Discretion
from docgen.planning.paperwork import paperwork
from docgen.planning.register import Register

DATE = "brev.dato"
"""The field of a letter that whoever sends it after the meeting fills in."""


def minutes_papers(filled: FilledMinutes, held: Held, register: Register) -> Papers:
    """The minutes themselves, with the reasons for which they must not go out as they are.

    Raises ``TemplateError`` for what is no Word document or cannot be read.
    """
    minutes, place = _read(filled.file), Place(file=label(filled.file))
    names_somebody = names_without_consent(filled, held, register)
    kept = discretion_at(held, register)
    found = (*_without_resident(held), *objections(minutes, place, kept, names_somebody=names_somebody))
    ready = going_out(minutes, label(filled.file))
    return Papers((_enclosure(held, filled.file.name, MINUTES, ready),), found)


def _without_resident(held: Held) -> Iterator[Finding]:
    """A finding where nobody knows whom the meeting was about: then nobody knows whose consent counts."""
    if held.kind.about_resident and held.resident is None:
        yield Finding.of("E-285", held.meeting.at.place("Beboer"))


@dataclass(frozen=True, slots=True)
class ForGP:
    """What goes to the GP, and what was done to the excerpts in the meeting's folder."""

    papers: Papers = field(default_factory=Papers)
    excerpts: Kept = field(default_factory=Kept)


def gp_papers(filled: FilledMinutes, held: Held, register: Register, folder: Path, filler: Filler) -> ForGP:
    """The letter and the excerpts, which are written into ``folder``; nothing without the resident's consent.

    Nothing either where nobody has written in what the excerpts hold, or somebody is named there who must
    not be. An excerpt from before that is no longer due is removed, unless a person has edited it. Raises
    ``TemplateError`` for templates that cannot be filled, and for files that are no Word documents.
    """
    rules = [one for one in held.kind.documents if one.scope is Scope.MINUTES and one.audience is Audience.GP]
    told = said(filled, held, register) if rules and held.seating.informed else {}
    wanted = {f"{one.stem}.docx": one for one in rules if told and not is_empty(told, held, one)}
    kept = discretion_at(held, register)
    files = {
        name: resealed(filler.of_minutes(held.kind, rule, excerpt_context(held, told, rule.title)))
        for name, rule in wanted.items()
    }
    files = {name: data for name, data in files.items() if not must_not_be(data, name, kept)}
    unwanted = {f"{one.stem}.docx" for one in rules} - files.keys()
    excerpts = keep(folder, files, unwanted, is_ours=lambda data: is_unbroken(io.BytesIO(data)))
    due = {name: wanted[name] for name in files}
    return ForGP(_papers(held, folder, due, kept) if due else Papers(), excerpts)


def _papers(held: Held, folder: Path, due: dict[str, DocumentRule], kept: Discretion) -> Papers:
    """Letters and excerpts as they lie there, people's changes with them."""
    letters = {
        one.file: one.rule
        for one in paperwork(held.kind, held.seating)
        if one.rule.after and one.rule.audience is Audience.GP
    }
    files = {name: _read(folder / name) for name in (*letters, *due) if (folder / name).is_file()}
    unready = any(name not in files or is_open(files[name], name, DATE) for name in letters)
    found = [Finding.of("W-289", Place(file=folder.name))] * unready
    for name, data in files.items():
        found += objections(data, Place(file=name), kept)
    stems = {name: rule.stem for name, rule in (letters | due).items()}
    ready = (_enclosure(held, one, stems[one], without_authors(data, one)) for one, data in files.items())
    return Papers(tuple(ready), tuple(found))


def _enclosure(held: Held, file: str, stem: str, data: bytes) -> Enclosure:
    """The attachment is called by what it is and the meeting's number: people rename files after people."""
    return Enclosure(file, word_file(f"{stem}_{held.meeting.nr}.docx", data))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TemplateError(Finding.of("E-280", Place(file=path.name), reason=why(error))) from error
