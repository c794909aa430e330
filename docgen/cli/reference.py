"""The command line's reference for ``docs/cli.md``: what every ``--help`` says, in English."""

from __future__ import annotations

from collections.abc import Iterator

import click

from docgen.cli.commands import root
from docgen.cli.speech import speaking

WIDTH = 80

HEAD = """\
# The command line

Made by `python -m tools.generate_docs` from what `--help` says. `docgen --lang da --help` says the same in
Danish.

Results go to standard output, everything else to standard error. With `--json` standard output is one JSON
document. Tables, colours and the progress bar are for terminals only; elsewhere each finding is one line.

| exit status | meaning |
| --- | --- |
| 0 | done; there may be warnings |
| 1 | done, but something has errors or was left out |
| 2 | a wrong call, an unreadable workbook, or a fault in docgen (`--debug` shows its details) |
| 130 | interrupted |
| 141 | whatever read the output stopped reading |

The shell can complete commands, options and meeting types. For bash, add this line to `~/.bashrc`; for
zsh (`~/.zshrc`) and fish (`~/.config/fish/config.fish`) say `zsh_source` or `fish_source`:

```
eval "$(_DOCGEN_COMPLETE=bash_source docgen)"
```
"""


def markdown() -> str:
    """The whole page, at 80 columns, whatever the terminal and the language are."""
    with speaking("en"):
        return "\n".join([HEAD, *_sections(root, None)])


def _sections(command: click.Command, parent: click.Context | None) -> Iterator[str]:
    """A section for the command and for each command below it."""
    ctx = click.Context(command, parent, command.name, terminal_width=WIDTH)
    yield f"## {ctx.command_path}\n\n```\n{command.get_help(ctx)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            if below is not None:
                yield from _sections(below, ctx)
