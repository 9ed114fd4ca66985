"""The command line. Results go to standard output, everything else to standard error."""

import sys
from typing import Annotated

import typer

from coranto import __version__

# commands stand in the help in this order
# isort: off
from coranto.cli import read as read
from coranto.cli import one as one
from coranto.cli import lists as lists
from coranto.cli import look as look
from coranto.cli import correct as correct
from coranto.cli import work as work

# isort: on
from coranto.cli.lists import LISTS
from coranto.cli.options import app, default_archive
from coranto.errors import ConfigError, CorantoError, UsageError

__all__ = ["LISTS", "app", "default_archive", "main"]


@app.callback(invoke_without_command=True)
def top(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    """Turns captured news pages into one sourced record."""
    if version:
        typer.echo(f"coranto {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line: exit status 0 done, 1 something refused or not found, 2 wrong use."""
    try:
        app(prog_name="coranto")
    except CorantoError as error:
        sys.stderr.write(f"coranto: {error}\n")
        sys.exit(2 if isinstance(error, UsageError | ConfigError) else 1)
    except UnicodeEncodeError as error:
        if error.reason != "surrogates not allowed":
            raise
        sys.stderr.write("coranto: an argument holds bytes that are no text in this terminal's encoding.\n")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        sys.stderr.write(f"coranto: {error}\n")
        sys.exit(1)
    except SystemExit as leave:
        if leave.code == 130:
            sys.stderr.write("\ncoranto: stopped. What was committed is kept; run it again to go on.\n")
        raise
