"""The desk in the browser: server-rendered pages and the same views as JSON, loopback only."""

import gc
import sys
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from coranto import __version__
from coranto.desk import api, pages, review
from coranto.desk.guard import HEADERS, Guard, problem
from coranto.desk.site import Site
from coranto.errors import ArchiveError, CorantoError, NotFound, UsageError
from coranto.settings import Settings
from coranto.store import Archive

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def make(archive: Path, port: int = 0, settings: Settings | None = None) -> FastAPI:
    """The application over one archive file; `settings` are those that its stories are made with.

    Raises `ArchiveError` when the file is missing or none of ours.
    """
    Archive(archive, make=False).close()
    app = FastAPI(
        title="coranto",
        version=__version__,
        description="The sourced record of an archive, read only. The same shapes as the command line's --json.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.site = Site(archive, settings or Settings())
    app.include_router(api.router)
    app.include_router(review.router)
    app.include_router(pages.router)
    static = files("coranto.desk").joinpath("static")
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    app.add_exception_handler(CorantoError, _refused)
    app.add_exception_handler(RequestValidationError, _unread)
    app.add_exception_handler(HTTPException, _no_route)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(Guard, port=port)
    return app


_STATUS: dict[type[CorantoError], int] = {NotFound: 404, UsageError: 400, ArchiveError: 503}
_TITLES = {400: "That does not work", 404: "Not here", 405: "Not done this way", 503: "The archive does not answer"}


async def _refused(request: Request, error: Exception) -> Response:
    """What coranto itself refuses."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    return _answer(request, status, type(error).__name__, str(error))


async def _unread(request: Request, error: Exception) -> Response:
    """A query that names no number where one is due, or is too long."""
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    said = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in found)
    return _answer(request, 400, "UsageError", said or "The request could not be read.")


async def _no_route(request: Request, error: Exception) -> Response:
    """An address that is none."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _answer(request, status, "NotFound" if status == 404 else "Refused", "There is no such page.")


async def _broken(request: Request, error: Exception) -> Response:
    """A fault of our own; the server's log holds the rest."""
    answer = _answer(request, 500, type(error).__name__, "This page could not be made. The log says why.")
    answer.headers.update(HEADERS)
    return answer


def _answer(request: Request, status: int, name: str, why: str) -> Response:
    """An error as a page, or as RFC 9457 problem details where JSON was asked for."""
    path = request.url.path
    if path.startswith("/api/") or path.endswith(".json"):
        return problem(status, name, why)
    site: Site = request.app.state.site
    return site.page("error.html", status=status, title=_TITLES.get(status, "Sorry"), message=why)


def run(archive: Path, host: str, port: int, settings: Settings | None = None) -> None:
    """Serve the desk until interrupted. Raises `UsageError` for an address that is not loopback."""
    if host not in LOOPBACK:
        raise UsageError(f"serve listens on loopback only ({', '.join(LOOPBACK)}), not on {host!r}")
    import uvicorn  # a server is needed only here

    app = make(archive, port, settings)
    gc.freeze()  # what is loaded by now stays; collections need not look through it at every page
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
    try:
        bound = config.bind_socket()
    except SystemExit as error:  # uvicorn has said why
        raise CorantoError(f"Can't listen on {shown}:{port}; name another port with --port.") from error
    sys.stderr.write(f"The desk is open at http://{shown}:{bound.getsockname()[1]}/  (Ctrl+C closes it)\n")
    uvicorn.Server(config).run(sockets=[bound])
