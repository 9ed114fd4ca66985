"""Settings: one frozen tree; every room owns its branch. Read from TOML, checked, never changed."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coranto.errors import ConfigError
from coranto.types.codec import from_data


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions:
    """`max_bytes`: a page above it is refused; `depth`: how deep folders are walked."""

    max_bytes: int = 20_000_000
    depth: int = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOptions:
    """`seconds` and `megabytes` limit the child process that cleans HTML; `max_chars` the text of a dump;
    `guard` off runs the cleaning in this process (no limits; for tests and debugging); `memory` leaves out lines
    that an outlet repeats on page after page."""

    seconds: float = 10.0
    megabytes: int = 1500
    max_chars: int = 4_000_000
    min_words: int = 12
    guard: bool = True
    memory: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """`max_sentences`: what stands beyond is stored but not read (flag `read_in_part`); `model` off reads by rules
    alone: quicker, and it misses names that no list knows, statements without a listed cue and events told in other
    words than those of the lexicon. `names_model` is a model of the user's own that sees names in place of that
    one: a folder with an ONNX token classifier, or "spacy:" and the name of a pipeline."""

    max_sentences: int = 4000
    model: bool = True
    names_model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesOptions:
    """`window_days`: how far back copies are sought; `shared`: fingerprints that make a candidate."""

    window_days: int = 30
    shared: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOptions:
    """`window_days`: how long a story stays open after its last article; `join`: the score that joins."""

    window_days: int = 7
    join: float = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowOptions:
    """`workers` 0 means one per core; `batch` pages are committed together."""

    workers: int = 0
    batch: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings. A TOML file has one table per branch, such as `[story]` with `window_days = 7`."""

    page: PageOptions = field(default_factory=PageOptions)
    article: ArticleOptions = field(default_factory=ArticleOptions)
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    copies: CopiesOptions = field(default_factory=CopiesOptions)
    story: StoryOptions = field(default_factory=StoryOptions)
    flow: FlowOptions = field(default_factory=FlowOptions)


def load(path: Path | None) -> Settings:
    """The settings of a TOML file, or the defaults. Raises `ConfigError` naming what is wrong and where."""
    if path is None:
        return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"Can't read settings {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"Settings {path} are not valid TOML: {error}") from error
    _check(data, path)
    try:
        return from_data(data, Settings)
    except ValueError as error:
        raise ConfigError(f"Settings {path}: {error}") from error


def _check(data: dict[str, Any], path: Path) -> None:
    branches = {name: type(getattr(Settings(), name)) for name in Settings.__slots__}
    for table, entries in data.items():
        if table not in branches:
            raise ConfigError(f"Settings {path}: unknown table [{table}]. Known: {', '.join(branches)}")
        known = branches[table].__slots__
        for key in entries if isinstance(entries, dict) else ():
            if key not in known:
                raise ConfigError(f"Settings {path}: unknown setting {table}.{key}. Known: {', '.join(known)}")
