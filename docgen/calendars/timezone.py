"""Danish time in a calendar file."""

from __future__ import annotations

from zoneinfo import ZoneInfo

TZID = "Europe/Copenhagen"
COPENHAGEN = ZoneInfo(TZID)

# Written by hand: libraries expand the zone to lists of RDATE without a rule, which Outlook reads an hour
# wrong (iCalcreator/iCalcreator#86), and a TZID without a VTIMEZONE is an hour wrong there too. The rule is
# the European Union's since 1996; the dates in 1970 are where it is made to begin, RFC 5545 §3.6.5.
VTIMEZONE = f"""\
BEGIN:VTIMEZONE
TZID:{TZID}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
