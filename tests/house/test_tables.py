"""The quick reader of data tables reads what `tomllib` reads."""

import tomllib
from pathlib import Path

import pytest

import coranto.data
from coranto.data.toml import tables

FILES = sorted(Path(coranto.data.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_data_file_reads_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert repr(tables(text)) == repr(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        '[[row]]\na = "x"  # a comment\n',
        "[[row]]\na = 1_000\nb = +1\nc = 0x10\nd = 1e3\n",
        '[[row]]\na = ["x", # one\n"y"]\n',
        '[[row]]\na = """\none\ntwo"""\nb = """x"""\n',
        "[[row]]\na = '''it's'''\nb = 'c:\\d'\n",
        '[[row]]\na.b = "x"\n[row.c]\nd = 1\n',
        '[[row]]\na = "\\u00e9 \\"q\\" \\\\"\n',
        '[[row]]\na = [[1, 2], ["x"],]\nb = []\n',
        'a = 1\n[[row]]\nb = 2020-05-03\nc = {d = 1}\n',
        "",
        "\n# nothing\n",
    ],
)  # fmt: skip
def test_other_forms_are_left_to_the_whole_grammar(text: str) -> None:
    assert repr(tables(text)) == repr(tomllib.loads(text))


@pytest.mark.parametrize("text", ["[[row]]\na = \n", "[[row]]\na = 1\na = 2\n", '[[row]]\na = ["x"\n', "a"])
def test_what_is_no_table_is_told(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        tables(text)
