"""An archive of the samples, read once, and the desk over it without a network."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from coranto.desk.web import make
from coranto.flow.read import read
from coranto.settings import FlowOptions, Settings
from coranto.store import Archive

SAMPLES = Path(__file__).parents[2] / "samples"
PORT = 8420


class Desk:
    """A browser for tests: one request at a time, straight into the application."""

    def __init__(self, path):
        self.path = path
        self.app = make(path, PORT)

    def get(self, address, **headers):
        return self.ask("GET", address, headers)

    def ask(self, method, address, headers=None, body=None):
        if self.alone():
            return asyncio.run(self._ask(method, address, headers or {}, body))
        with ThreadPoolExecutor(1) as pool:  # a browser's loop runs in this thread
            return pool.submit(lambda: asyncio.run(self._ask(method, address, headers or {}, body))).result()

    @staticmethod
    def alone():
        """Whether no event loop runs in this thread."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return True
        return False

    async def _ask(self, method, address, headers, body):
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://127.0.0.1:{PORT}") as client:
            return await client.request(method, address, headers=headers, content=body)

    def page(self, address):
        """The text of a page that must be there."""
        answer = self.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text[:300]}"
        return answer.text

    def data(self, address):
        """The JSON of an address that must be there."""
        answer = self.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text[:300]}"
        assert answer.headers["content-type"] == "application/json"
        return answer.json()


def filled(path, pages):
    """An archive of some pages."""
    with Archive(path, make=True) as archive:
        read(archive, pages, Settings(flow=FlowOptions(workers=1)))
    return path


@pytest.fixture(scope="session")
def samples_archive(tmp_path_factory):
    """The archive file of the samples."""
    return filled(tmp_path_factory.mktemp("desk") / "samples.coranto", [str(SAMPLES)])


@pytest.fixture(scope="session")
def desk(samples_archive):
    """The desk over the samples."""
    return Desk(samples_archive)


@pytest.fixture(scope="session")
def largest(desk):
    """The story of the samples with the most articles."""
    stories = desk.data("/api/stories?limit=1000")["items"]
    return max(stories, key=lambda story: (len(story["articles"]), story["id"]))


HOSTILE = {
    "title": '<script>alert(1)</script> {{7*7}} "><img src=x onerror=alert(2)> ministers meet in Vienna',
    "url": "javascript:alert(3)",
    "outlet": '<b>Bold & "Brash"</b>',
    "text": (
        "VIENNA - Foreign ministers of Austria and Hungary met in Vienna on Monday, 4 March 2024.\n\n"
        '"We will <img src=x onerror=alert(4)> work {{7*7}} together," said Austrian Foreign Minister '
        "Karl </title><script>alert(5)</script> Maier after the talks on Monday.\n\n"
        "The two sides agreed to hold another round of talks in Budapest in May, the Austrian Foreign Ministry "
        "said in a statement. <!-- {% raw %} --> The ministers spoke about trade and the border."
    ),
    "date": "2024-03-05",
}


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """The desk over one page that tries to break out of every field."""
    import json

    folder = tmp_path_factory.mktemp("hostile")
    rows = folder / "rows.jsonl"
    rows.write_text(json.dumps(HOSTILE) + "\n", encoding="utf-8")
    return Desk(filled(folder / "hostile.coranto", [str(rows)]))
