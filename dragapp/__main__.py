"""The start: a command without a window, or the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (the process's own where None); return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    wanted: list[tuple[Path | None, str | None]] = [(None, None)]
    # Imported only where there is something to read: most starts have no arguments.
    if given:
        from dragapp import cli, preview, spelling, telling

        if given[0] == preview.COMMAND:
            from dragapp.preview.child import main as make_pages

            return make_pages()
        if given[0] == spelling.COMMAND:
            from dragapp.spelling.child import main as judge_words

            return judge_words()
        if given[0] in cli.COMMANDS:
            return cli.run(given)
        failed = cli.guarded(lambda: wanted.insert(0, cli.window_arguments(given)), telling.tell)
        if failed:
            return failed
    if sys.stderr is None:
        # Else Windows would say nothing at all of an error that comes before the window.
        from dragapp.telling import raised

        sys.excepthook = raised
    # Nothing that a start makes is garbage yet: to look for it takes a twentieth of the start.
    gc.disable()
    try:
        from dragapp.ui.start import start

        return start(*wanted[0])
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
