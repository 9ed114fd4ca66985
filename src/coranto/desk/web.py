"""The desk in the browser: server-rendered pages and the same views as JSON, loopback only."""

import sys
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles

from coranto import __version__
from coranto.desk import api, pages
from coranto.desk.guard import Guard
from coranto.desk.site import Site
from coranto.errors import ArchiveError, CorantoError, NotFound, UsageError
from coranto.store import Archive

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def make(archive: Path, port: int = 0) -> FastAPI:
    """The application over one archive file. Raises `ArchiveError` when the file is missing or none of ours."""
    Archive(archive, make=False).close()
    app = FastAPI(
        title="coranto",
        version=__version__,
        description="The sourced record of an archive, read only. The same shapes as the command line's --json.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.site = Site(archive)
    app.include_router(api.router)
    app.include_router(pages.router)
    static = files("coranto.desk").joinpath("static")
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    app.add_exception_handler(CorantoError, _refused)
    app.add_middleware(Guard, port=port)
    return app


_STATUS: dict[type[CorantoError], int] = {NotFound: 404, UsageError: 400, ArchiveError: 503}


async def _refused(request: Request, error: Exception) -> Response:
    """An error as a page, or as RFC 9457 problem details where JSON was asked for."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    if request.url.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": type(error).__name__, "status": status, "detail": str(error)}
        return JSONResponse(problem, status, media_type="application/problem+json")
    site: Site = request.app.state.site
    return site.page(
        "error.html", status=status, title="Not here" if status == 404 else "Sorry", message=str(error)
    )


def run(archive: Path, host: str, port: int) -> None:
    """Serve the desk until interrupted. Raises `UsageError` for an address that is not loopback."""
    if host not in LOOPBACK:
        raise UsageError(f"serve listens on loopback only ({', '.join(LOOPBACK)}), not on {host!r}")
    import uvicorn  # a server is needed only here

    app = make(archive, port)
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"The desk is open at http://{shown}:{port}/  (Ctrl+C closes it)\n")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
