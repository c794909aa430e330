"""The mailroom: what goes out is printed, drafted and exported into an open pack.

PDF of everything that wants it is made in one call of the converter: after what is printed has been put
together, and before the e-mails that carry it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.findings import Finding, Place
from docgen.mailing.conversion import FilesConverter
from docgen.mailing.memo import FOLDER as DIGITAL
from docgen.mailing.memo import memo_file
from docgen.mailing.names import MAIL
from docgen.model import Channel
from docgen.packs.meetingfolder import Outcome
from docgen.packs.post.archive import resting_on_consent
from docgen.packs.post.desk import Desk
from docgen.packs.post.emails import Emails
from docgen.packs.post.folder import PostFolder
from docgen.packs.post.messages import Messages
from docgen.packs.post.names import POST
from docgen.packs.post.papers import Papers
from docgen.packs.post.printing import Due, Press
from docgen.packs.post.ready import Ready, bundles, by_channel, ready
from docgen.packs.post.wishes import MailingOptions
from docgen.packs.records import Ledger
from docgen.planning import Plan


@dataclass(frozen=True, slots=True)
class MadeUp:
    """What goes out now, by Kanal, each piece by its key; and what was done, by names in the pack."""

    going: Mapping[Channel, tuple[tuple[str, str], ...]]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Mailroom:
    """Where the mailing of one plan is made up. ``convert`` makes PDF; ``None`` where no program can."""

    plan: Plan
    pack: Path
    ledger: Ledger
    wishes: MailingOptions
    convert: FilesConverter | None
    papers: Papers
    overwrite: bool = False

    def make_up(self, outdated: Collection[str]) -> MadeUp:
        """Makes ``post/``, ``mail/`` and ``digitalpost/`` hold what goes out now, and nothing else of ours.

        Of ``outdated`` meetings nothing goes out. Raises ``OSError`` when the disk is full.
        """
        everything = self.wishes.everything
        pieces, faults = ready(self.plan, self.papers, outdated, everything=everything)
        ways = by_channel(pieces)
        desk = Desk(self.plan.institution, _words(pieces))
        folder = PostFolder(
            self.pack, self.ledger, overwrite=self.overwrite, naming=bool(self.plan.withdrawn)
        )
        press = self._print(pieces, ways, folder, desk)
        how = self.wishes.how
        emails = Emails(self.pack, self.ledger, desk, ways.get(Channel.EMAIL, ()), how)
        messages = Messages(self.pack, self.ledger, desk, ways.get(Channel.DIGITAL_POST, ()), how)
        with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as scratch:
            due = self._due(press, Path(scratch))
            attached = (*emails.papers(), *messages.papers())
            pdfs = self._converted(Path(scratch), dict.fromkeys((*(one.source for one in due), *attached)))
            for one in due:
                self._place(one, pdfs, folder)
            drafted, exported = emails.put(pdfs), messages.put(pdfs, overwrite=self.overwrite)
        folder.finish()
        done = Outcome(
            findings=[*faults, *dict.fromkeys(desk.findings), *resting_on_consent(self.plan, self.pack)]
        )
        for outcome, home in ((folder.outcome, POST), (drafted, MAIL), (exported, DIGITAL)):
            done.add(outcome.under(home))
        going = {way: tuple(one.piece.key for one in some) for way, some in ways.items()}
        if Channel.DIGITAL_POST in going:  # what has no PDF has no message
            made = (key for key in going[Channel.DIGITAL_POST] if memo_file(*key) in messages.made)
            going[Channel.DIGITAL_POST] = tuple(made)
        return MadeUp({way: keys for way, keys in going.items() if keys}, done)

    def _print(
        self,
        pieces: Iterable[Ready],
        ways: Mapping[Channel, tuple[Ready, ...]],
        folder: PostFolder,
        desk: Desk,
    ) -> Press:
        press = Press(folder, desk, self.wishes)
        press.letters(ways.get(Channel.LETTER, ()))
        press.by_hand(ways.get(Channel.IN_PERSON, ()))
        for bundle in bundles(pieces, self.papers):
            press.bundle(bundle)
        return press

    def _converted(self, scratch: Path, sources: Iterable[Path]) -> dict[Path, Path]:
        """The PDFs of these files, in ``scratch``; of those only that could be converted."""
        jobs = {source: scratch / f"{number}.pdf" for number, source in enumerate(sources)}
        if self.convert and jobs:
            self.convert(jobs)
        return {source: target for source, target in jobs.items() if target.is_file()}

    def _due(self, press: Press, scratch: Path) -> tuple[Due, ...]:
        """The print files that are wanted as PDF."""
        as_word = self.convert is None or self.convert.counts_as_word
        return press.due_as_pdf(scratch, counts_as_word=as_word) if self.wishes.pdf else ()

    def _place(self, one: Due, pdfs: Mapping[Path, Path], folder: PostFolder) -> None:
        """Puts the PDF of a print file beside it."""
        if one.source in pdfs:
            folder.adopt(one.name, pdfs[one.source], one.made_of)
        else:
            code = "W-417" if self.convert else "W-416"
            folder.outcome.findings.append(Finding.of(code, Place(file=one.name)))


def _words(pieces: Iterable[Ready]) -> Mapping[str, str]:
    """The house's words, as any of the meetings' types has them; none where there are no pieces."""
    kinds = (one.piece.about.kind for one in pieces)
    return next((kind.words for kind in kinds if kind), {})
