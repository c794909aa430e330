"""A real CalDAV server, Radicale, and the few requests of a calendar program to it (RFC 4791)."""

from __future__ import annotations

import base64
import datetime as dt
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from lxml import etree

HOST = "127.0.0.1"
PATIENCE = 30.0  # seconds to start in; a slow machine takes two
OPTIONS = {
    "config": "",
    "auth-type": "none",
    "rights-type": "owner_only",
    "web-type": "none",
    "logging-level": "info",
}
_LOGIN = "Basic " + base64.b64encode(b"bo:").decode()  # with auth "none", a name without a password
_CALDAV = "{urn:ietf:params:xml:ns:caldav}"
_QUERY = """\
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
  <D:prop><C:calendar-data/></D:prop>
  <C:filter>
    <C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{within}</C:comp-filter></C:comp-filter>
  </C:filter>
</C:calendar-query>"""


@dataclass(frozen=True, slots=True)
class Collection:
    """One calendar on the server. Every method raises ``AssertionError`` for an answer that is not 2xx."""

    port: int
    path: str

    def make(self) -> None:
        self._request("MKCALENDAR")

    def put(self, uid: str, data: bytes) -> None:
        """Stores an event under its UID, in place of the one that was there."""
        self._request("PUT", self._name(uid), data, "text/calendar; charset=utf-8")

    def replace(self, data: bytes) -> None:
        """Stores a whole calendar in place of all that was there."""
        self._request("PUT", "", data, "text/calendar; charset=utf-8")

    def get(self, uid: str) -> bytes:
        return self._request("GET", self._name(uid))

    def events(self) -> list[bytes]:
        """All that is stored, one event each."""
        return self._report("")

    def between(self, start: dt.datetime, end: dt.datetime) -> list[bytes]:
        """The events of which any part lies between two points in time (RFC 4791 §9.9)."""
        edges = [f"{edge.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}" for edge in (start, end)]
        return self._report('<C:time-range start="{}" end="{}"/>'.format(*edges))

    def _report(self, within: str) -> list[bytes]:
        query = _QUERY.format(within=within).encode()
        answer = etree.fromstring(self._request("REPORT", "", query, "application/xml; charset=utf-8"))
        return [(data.text or "").encode() for data in answer.iter(f"{_CALDAV}calendar-data")]

    def _name(self, uid: str) -> str:
        return quote(uid, safe="") + ".ics"

    def _request(self, method: str, name: str = "", body: bytes = b"", kind: str = "") -> bytes:
        headers = {"Authorization": _LOGIN, "Depth": "1", **({"Content-Type": kind} if kind else {})}
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)) as connection:
            connection.request(method, self.path + name, body, headers)
            answer = connection.getresponse()
            data = answer.read()
        assert answer.status // 100 == 2, f"{method} {self.path}{name}: {answer.status} {data[:500]!r}"
        return data


@dataclass(slots=True)
class Server:
    """A running server. ``collection`` gives a new, empty calendar each time."""

    port: int
    _made: int = 0

    def collection(self) -> Collection:
        self._made += 1
        made = Collection(self.port, f"/bo/{self._made}/")
        made.make()
        return made


@contextmanager
def radicale(folder: Path) -> Iterator[Server]:
    """Radicale on a free port of this machine, storing into ``folder``; it is stopped at the end.

    Raises ``AssertionError`` with its log when it does not start.
    """
    port, log = _free_port(), folder / "radicale.log"
    options = OPTIONS | {"server-hosts": f"{HOST}:{port}", "storage-filesystem-folder": str(folder / "store")}
    command = [sys.executable, "-m", "radicale"]
    command += [part for name, value in options.items() for part in (f"--{name}", value)]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:
        try:
            _wait_until_it_answers(process, port, log)
            yield Server(port)
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind((HOST, 0))
        port: int = free.getsockname()[1]
        return port


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    last = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < last:
        try:
            with socket.create_connection((HOST, port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"Radicale did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
