"""The flatness curve as a plain SVG picture, without a library."""

from math import log10
from pathlib import Path

from coranto.bench.result import BenchResult, Point

_WIDTH, _HEIGHT = 640, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 20, 46, 50
_INK, _SOFT, _LINE = "#1c2733", "#c9d1d9", "#0b6e99"


def write_plot(result: BenchResult, path: Path) -> None:
    """Writes the curve of a result to a file."""
    path.write_text(plot(result), encoding="utf-8")


def plot(result: BenchResult) -> str:
    """The curve as SVG: live articles to the right (logarithmic), milliseconds per article upwards from zero."""
    curve = result.curve
    top = _round_up(max((point.seconds * 1000 for point in curve), default=1.0))
    parts = [_head(), *_grid(top)]
    places = [(_x(point.live, curve), _y(point.seconds * 1000, top)) for point in curve]
    if places:
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{_LINE}" stroke-width="2"/>')
    for point, (x, y) in zip(curve, places, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{_LINE}"/>')
        parts.append(_text(x, _HEIGHT - _BOTTOM + 18, f"{point.live:,}", "middle"))
        parts.append(_text(x, y - 9, f"{point.seconds * 1000:.2f}", "middle"))
    parts.append(_text(_WIDTH / 2, _HEIGHT - 10, "live articles", "middle"))
    return "\n".join((*parts, "</svg>")) + "\n"


def _head() -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="12" fill="{_INK}">\n'
        "<title>Cost per article of the ordered half</title>\n"
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>\n'
        + _text(_LEFT, 22, "CPU milliseconds per article, copies and stories", "start")
    )


def _grid(top: float) -> list[str]:
    parts = []
    for step in range(5):
        value = top * step / 4
        y = _y(value, top)
        ends = f'x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"'
        parts.append(f'<line {ends} stroke="{_SOFT}"/>')
        parts.append(_text(_LEFT - 8, y + 4, f"{value:g}", "end"))
    return parts


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'


def _x(live: int, curve: tuple[Point, ...]) -> float:
    low, high = log10(max(1, curve[0].live)), log10(max(1, curve[-1].live))
    share = (log10(max(1, live)) - low) / (high - low) if high > low else 0.5
    return _LEFT + 30 + share * (_WIDTH - _LEFT - _RIGHT - 60)


def _y(value: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM)


def _round_up(value: float) -> float:
    """The next 1, 2 or 5 times a power of ten above a value."""
    if value <= 0:
        return 1.0
    unit = 10.0 ** (len(str(int(value))) - 1) if value >= 1 else 10.0 ** -(len(f"{1 / value:.0f}"))
    return float(next(step * unit for step in (1, 2, 5, 10, 20, 50, 100) if step * unit >= value))
