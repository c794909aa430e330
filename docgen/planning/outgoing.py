"""What has to go out about a meeting, compared with what was last sent."""

from __future__ import annotations

import datetime as dt

from docgen.model import Institution
from docgen.planning.facets import TOLD, Facets, changed, in_calendar
from docgen.planning.history import Built, Replaced, Sent
from docgen.planning.planned import Action, PlannedMeeting


def mail_from(day: dt.date, house: Institution) -> dt.date:
    """The first day on which letters about a meeting on ``day`` go out (Udsend uger før)."""
    return day - dt.timedelta(weeks=house.mailing_weeks)


def letters_are_due(
    day: dt.date, house: Institution, today: dt.date, before: Built | None, sent: Sent | None
) -> bool:
    """Whether a meeting has letters by now: in the mailing window, or since it once had them."""
    had = bool((before and before.has_folder and before.letters) or (sent and sent.letters))
    return had or today >= mail_from(day, house)


def updated(sent: Sent | None, facets: Facets) -> tuple[str, ...]:
    """The facets that people must hear of because they were told otherwise; none where nothing was sent."""
    return changed(sent.facets, facets, TOLD) if sent and not sent.cancelled else ()


def replaced(sent: Sent | None, facets: Facets) -> Replaced | None:
    """The letter that a new one takes the place of.

    Of a meeting that is as it was sent, it is the one that the sent letter itself replaced; so its letter,
    made again, is the same. A cancellation is no letter that is replaced: the meeting is simply on again.
    """
    if sent is None or not sent.letters or sent.cancelled:
        return None
    if not updated(sent, facets):
        return sent.replaces
    had_one = tuple(nr for nr in facets["people"].split() if nr in sent.receivers)
    return Replaced(sent.on, sent.told, had_one)


def action_of(sent: Sent | None, facets: Facets, *, cancelled: bool, letters: bool) -> Action:
    """What is to be told of the meeting; where calendars alone have gone out, ``letters`` still follow."""
    if cancelled:
        return Action.CANCEL if sent and not sent.cancelled else Action.NOTHING
    if sent is None or (letters and not sent.letters and not sent.cancelled):
        return Action.INVITE
    is_other = sent.cancelled or updated(sent, facets) or in_calendar(sent.facets, facets)
    return Action.UPDATE if is_other else Action.NOTHING


def has_news(planned: PlannedMeeting) -> bool:
    """Whether letters are to go out now: none has, or they said something else."""
    if not planned.letters or planned.is_cancelled:
        return False
    sent = planned.sent
    return sent is None or sent.cancelled or not sent.letters or bool(planned.update)
