"""The command line: one thin door over the calls that a program would make.

`align.cli.app` names the commands and their options; each command's own module does the
work and is imported only when that command runs.
"""

from __future__ import annotations


def main() -> None:
    """Run `align` with the process's arguments; leaves through `SystemExit`.

    Exit codes: 0 all clean, 1 something held (or a lint finding), 2 bad input, 130
    interrupted, 141 the reader of the output went away.
    """
    from align.cli.output import OutputError, complain, flush_all

    try:
        try:
            from align.cli.app import run

            run()
        finally:
            flush_all()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except OutputError as error:
        complain(str(error))
        raise SystemExit(2) from None


__all__ = ["main"]
