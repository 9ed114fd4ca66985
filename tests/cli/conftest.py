"""The command line in this process: exit status, standard output, standard error."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from coranto import cli

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
PAGES = ("01-nordhav-agency.txt", "02-bergen-ledger.txt", "03-skerry-times.txt", "05-harbour-post.html")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its status and both streams."""

    status: int
    out: str
    err: str

    def failed(self, status, *words):
        """Check that it failed with a clear message on standard error alone."""
        assert self.status == status, (self.status, self.out, self.err)
        assert "Traceback" not in self.err
        assert self.err.strip(), "a failure says nothing"
        for word in words:
            assert word in self.err, (word, self.err)


def run(*args, stdin=b""):
    """Run `coranto ARGS` with these bytes on standard input."""
    streams = [
        io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", write_through=True) for data in (stdin, b"", b"")
    ]
    kept = sys.argv, sys.stdin, sys.stdout, sys.stderr
    sys.argv = ["coranto", *map(str, args)]
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        cli.main()
        status = 0
    except SystemExit as leave:
        status = int(leave.code or 0)
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = kept
    out, err = (stream.buffer.getvalue().decode("utf-8") for stream in streams[1:])
    return Ran(status, out, err)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """Every test works in a folder of its own; nobody's archive is touched."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CORANTO_ARCHIVE", str(tmp_path / "own.coranto"))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def coranto():
    """The command line, as a function of its arguments."""
    return run


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """An archive of four sample pages; read it, do not write to it."""
    path = tmp_path_factory.mktemp("held") / "samples.coranto"
    ran = run("read", *(SAMPLES / name for name in PAGES), "--archive", path, "--workers", "1")
    assert ran.status == 0, ran.err
    return path
