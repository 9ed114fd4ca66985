"""What every answer of the desk carries, and which requests get none."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
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


class Guard:
    """Middleware: loopback host names only (a page elsewhere may point its name at 127.0.0.1), read only,
    no cross-site requests, and the security headers on every answer."""

    def __init__(self, app: ASGIApp, port: int = 0) -> None:
        self.app = app
        self.port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refusal(scope["method"], headers)
        if refused:
            await PlainTextResponse(refused, 403)(scope, receive, sealed)
            return
        await self.app(scope, receive, sealed)

    def _refusal(self, method: str, headers: Headers) -> str:
        host = headers.get("host", "")
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        if name not in _HOSTS:
            return f"This desk answers on {', '.join(_HOSTS[:3])} only."
        if method not in _SAFE:
            return "This desk is read only."
        site = headers.get("sec-fetch-site", "none")
        if site == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return "Requests from other sites get no answer."
        return ""
