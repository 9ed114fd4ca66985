"""Templates and the archive behind the pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from coranto.desk import actors, charts, find, speech, words
from coranto.settings import Settings
from coranto.store import Archive


class Site:
    """The archive's file, the templates that show it, and the settings by which corrections are carried out."""

    def __init__(self, archive: Path, settings: Settings) -> None:
        self.archive = archive
        self.settings = settings
        self.templates = Environment(
            loader=PackageLoader("coranto.desk"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        for filters in (words.FILTERS, actors.FILTERS, speech.FILTERS, find.FILTERS):
            self.templates.filters.update(filters)
        self.templates.filters["spot"] = charts.spot

    @contextmanager
    def open(self) -> Iterator[Archive]:
        """The archive, for one request."""
        with Archive(self.archive, make=False) as archive:
            yield archive

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A template with its values."""
        return HTMLResponse(self.templates.get_template(template).render(values), status)
