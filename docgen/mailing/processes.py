"""Other programs at work for a while: started without a shell, and ended when their time is up."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence


def run(command: Sequence[str], seconds: float) -> None:
    """Runs a program, without a shell, until it ends or the time is up; what it came to shows elsewhere."""
    with contextlib.suppress(OSError):  # a program that cannot be started makes no file either
        process = subprocess.Popen(  # noqa: S603 - the program we looked for, and paths of our own making
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with contextlib.suppress(subprocess.TimeoutExpired), _stopping(process):
            process.wait(seconds)


@contextlib.contextmanager
def _stopping(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Whatever ends the waiting ends the program too, Ctrl-C among it: else it would go on writing, of what
    was said at meetings, in a folder that is being emptied.
    """
    try:
        yield
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the program with all that it has started: soffice is a script that starts another one."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
