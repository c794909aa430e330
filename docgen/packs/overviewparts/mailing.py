"""The administrator's check list: for each way letters go, who gets what and by when, to be ticked off.

Whatever is to be sent stands here once: under its receiver's Kanal, or among what cannot be sent. So the
counts add up. Somebody who is told alone that they need not come is not named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from docgen import danish
from docgen.i18n import N_, NN_
from docgen.mailing.memo import FOLDER, memo_file
from docgen.mailing.names import MAIL, invitation_file
from docgen.meetingtypes.definition import Audience
from docgen.model import Channel
from docgen.packs import phrasing
from docgen.packs.overviewparts.telling import Telling
from docgen.packs.post.names import BY_HAND, LABELS, LETTERS, POST, bundle_stem
from docgen.packs.post.order import packing_key, unit_of
from docgen.planning import Action, Cancellation, Mailpiece
from docgen.planning.reach import fault_of

ALONE = N_("one person who is told alone")
_ACTIONS = {Action.INVITE: N_("invitation"), Action.UPDATE: N_("change"), Action.CANCEL: N_("cancellation")}
ENCLOSURES = NN_("with {count} enclosure", "with {count} enclosures")
_NEUTRAL = N_("neutral e-mail: the letter lies in the meeting's folder")
_BUILD_FIRST = N_("build it first")
_NOT_SO = N_("its files cannot go out as they are: see what is said of them")
_STEMS = {
    Channel.LETTER: (f"{POST}/{LETTERS}", f"{POST}/{LABELS}"),
    Channel.IN_PERSON: (f"{POST}/{BY_HAND}",),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One piece: ``to`` whom and ``at`` which address, ``what`` about which meeting, ``by`` when.

    ``about`` says whom the meeting is about, where that is somebody else. ``remark`` is what else there is to
    know; ``link`` is empty where there is no file to open.
    """

    to: str
    at: str
    what: str
    about: str
    when: str
    nr: str
    by: str
    late: bool
    remark: str
    link: str


@dataclass(frozen=True, slots=True)
class Way:
    """One of the ways: its name, the files that serve it, and its lines, in groups that may have a title."""

    name: str
    files: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    receivers: int

    @property
    def count(self) -> int:
        return sum(len(lines) for _, lines in self.groups)


@dataclass(frozen=True, slots=True)
class CheckList:
    """All ways that something goes; what cannot go; the bundles of those who lead meetings (name, link)."""

    ways: tuple[Way, ...]
    stuck: tuple[Line, ...]
    bundles: tuple[tuple[str, str], ...]

    @property
    def total(self) -> int:
        return sum(way.count for way in self.ways) + len(self.stuck)


def check_list(telling: Telling) -> CheckList:
    """What goes out now, by way."""
    pieces = [(one, _obstacle(one, telling)) for one in telling.plan.mail if telling.is_mailed(one)]
    going = sorted((one for one, obstacle in pieces if not obstacle), key=packing_key)
    return CheckList(
        ways=tuple(way for channel in Channel if (way := _way(channel, going, telling)).count),
        stuck=tuple(_line(one, telling, obstacle) for one, obstacle in pieces if obstacle),
        bundles=tuple(_bundles(going, telling)),
    )


def _obstacle(piece: Mailpiece, telling: Telling) -> str:
    """Why it cannot go out; empty for one that can."""
    if fault := fault_of(piece, telling.plan.institution):
        return fault.message(telling.language)
    where = telling.where
    if piece.nr in where.outdated and not isinstance(piece.about, Cancellation):
        return telling.language.text(_BUILD_FIRST)
    is_held = where.going is not None and piece.key not in where.going
    return telling.language.text(_NOT_SO) if is_held else ""


def _way(channel: Channel, going: Iterable[Mailpiece], telling: Telling) -> Way:
    pieces = [one for one in going if one.channel is channel]
    grouped = groupby(pieces, key=unit_of if channel is Channel.IN_PERSON else lambda _: "")
    return Way(
        name=channel.value,
        files=tuple(link for stem in _STEMS.get(channel, ()) for link in telling.files_like(stem)),
        groups=tuple((unit, tuple(_line(one, telling) for one in some)) for unit, some in grouped),
        receivers=len({one.receiver.nr for one in pieces}),
    )


def _line(piece: Mailpiece, telling: Telling, obstacle: str = "") -> Line:
    language, about = telling.language, piece.about
    alone = piece.is_alone
    kind = about.kind.title if about.kind else ""
    whose = "" if isinstance(about, Cancellation) else about.about
    told = about.told.start if isinstance(about, Cancellation) else about.meeting.start
    length = about.told.length if isinstance(about, Cancellation) else about.length
    return Line(
        to=language.text(ALONE) if alone else piece.receiver.name,
        at="" if alone else _address(piece),
        what=f"{language.text(_ACTIONS[piece.action])}: {kind}",
        about="" if alone or whose == piece.receiver.name else whose,
        when=f"{phrasing.weekday(piece.day, language)} {phrasing.span(told, length, language)}",
        nr=piece.nr,
        by=_by(piece, telling),
        late=piece.by < telling.today,
        remark=obstacle or _remark(piece, telling),
        link="" if alone or obstacle else _link(piece, telling),
    )


def _by(piece: Mailpiece, telling: Telling) -> str:
    """The day of answers; a cancellation goes at once."""
    if piece.action is Action.CANCEL:
        return telling.language.text("at once")
    return telling.language.text("by {day}", day=phrasing.weekday(piece.by, telling.language))


def _address(piece: Mailpiece) -> str:
    who = piece.receiver.who
    match piece.channel:
        case Channel.EMAIL:
            return who.email
        case Channel.LETTER:
            return danish.joined((who.address, danish.town(who.postcode, who.city)))
        case _:
            return ""


def _remark(piece: Mailpiece, telling: Telling) -> str:
    """How many enclosures there are; none go with a neutral e-mail."""
    is_safe = piece.receiver.audience is Audience.STAFF or telling.plan.institution.secure_email
    if piece.channel is Channel.EMAIL and not is_safe:
        return telling.language.text(_NEUTRAL) if piece.action is not Action.CANCEL else ""
    by_screen = piece.channel is Channel.EMAIL
    enclosures = sum(by_screen or not paper.to_fill_in for paper in piece.papers[1:])
    return telling.language.plural(*ENCLOSURES, enclosures) if enclosures else ""


def _link(piece: Mailpiece, telling: Telling) -> str:
    match piece.channel:
        case Channel.EMAIL:
            return telling.file(f"{MAIL}/{invitation_file(piece.nr, piece.receiver.nr)}")
        case Channel.DIGITAL_POST:
            return telling.file(f"{FOLDER}/{memo_file(piece.nr, piece.receiver.nr)}")
        case _:
            return telling.paper(piece, piece.letter)


def _bundles(going: Iterable[Mailpiece], telling: Telling) -> Iterable[tuple[str, str]]:
    leaders = {
        leader.nr: leader.name
        for one in going
        if not isinstance(one.about, Cancellation) and (leader := one.about.seating.facilitator)
    }
    for nr, name in sorted(leaders.items(), key=lambda one: danish.alphabetical(one[1])):
        if link := telling.file(f"{POST}/{bundle_stem(nr)}.docx"):
            yield name, link
