"""What every answer of the desk carries, and which requests get none."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_HOSTS = ("127.0.0.1", "localhost", "[::1]", "testserver")
_SAFE = ("GET", "HEAD")
_WRITES = "/review/"
_LONGEST = 1 << 20
_DIGITS = 9


class Guard:
    """Middleware: loopback host names only (a page elsewhere may point its name at 127.0.0.1), no cross-site
    requests, writes only from pages of this desk to where corrections are made, and the security headers on
    every answer."""

    def __init__(self, app: ASGIApp, port: int = 0) -> None:
        self.app = app
        self.port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        refused = self._refusal(scope["method"], scope["path"], Headers(scope=scope))
        if refused:
            await _refused(refused, scope["path"])(scope, receive, sealed)
            return
        await self.app({**scope, "method": "GET"} if head else scope, receive, sealed)

    def _refusal(self, method: str, path: str, headers: Headers) -> str:
        host = headers.get("host", "")
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        if name not in _HOSTS:
            return f"This desk answers on {', '.join(_HOSTS[:3])} only."
        if method == "POST" and path.startswith(_WRITES):
            return _write_refusal(host, headers)
        if method not in _SAFE:
            return "This address is read only."
        site = headers.get("sec-fetch-site", "none")
        if site == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return "Requests from other sites get no answer."
        return ""


def _write_refusal(host: str, headers: Headers) -> str:
    """Why a write is refused. Only a form on a page of this very host and port may send one: browsers say where a
    form stands in Sec-Fetch-Site, older ones in Origin; a request that says neither is none of a browser's."""
    own = (f"http://{host}", f"https://{host}")
    site, origin = headers.get("sec-fetch-site", ""), headers.get("origin", "")
    told = site == "same-origin" and origin in ("", "null", *own) if site else origin in own
    if not told:
        return "Corrections are made on the pages of this desk only."
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()) or len(length) > _DIGITS or int(length) > _LONGEST:
        return "This form is too long."
    return ""


def problem(status: int, title: str, detail: str) -> Response:
    """An error as RFC 9457 problem details."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(body, status, media_type="application/problem+json")


def _refused(why: str, path: str) -> Response:
    return problem(403, "Forbidden", why) if path.startswith("/api/") else PlainTextResponse(why, 403)
