"""Charts as SVG drawn on the server: they print, mail, and work without script or inline style.

A list or table beside each holds the same numbers; the picture is decoration for those who see it.
"""

from datetime import date
from typing import Any

from markupsafe import Markup, escape

_WIDE = 720


def _svg(width: int, height: int, label: str, inner: list[str]) -> Markup:
    head = f'<svg viewBox="0 0 {width} {height}" class="chart" role="img" aria-label="{escape(label)}">'
    return Markup(head + f"<title>{escape(label)}</title>" + "".join(inner) + "</svg>")


def _days(value: str) -> int | None:
    text = value[:10]
    text += "-01-01"[len(text) - 4 :] if len(text) in (4, 7) and len(text) == 4 else "-01" if len(text) == 7 else ""
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def timeline(days: list[dict[str, Any]]) -> Markup:
    """Days as dots on a line of time, as large as their independent origins; empty for fewer than two."""
    dots = [(at, day) for day in days if day["date"] and (at := _days(day["date"])) is not None]
    if len(dots) < 2:
        return Markup("")
    first, last = dots[0][0], dots[-1][0]
    span = max(1, last - first)
    inner = [f'<line class="axis" x1="20" y1="46" x2="{_WIDE - 20}" y2="46"/>']
    shown = -999.0
    for at, day in dots:
        x = 20 + (_WIDE - 40) * (at - first) / span
        size = 4 + 2 * min(5, day["origins"])
        planned = all(event["modality"] == "planned" for event in day["events"])
        name = "dot planned" if planned else "dot"
        titles = "; ".join(event["title"] for event in day["events"][:3])
        inner.append(
            f'<a href="#d{escape(day["date"])}"><circle class="{name}" cx="{x:.1f}" cy="46" r="{size}">'
            f"<title>{escape(day['date'])}: {escape(titles)}</title></circle></a>"
        )
        if x - shown > 74:
            inner.append(f'<text x="{x:.1f}" y="78" text-anchor="middle">{escape(day["date"])}</text>')
            shown = x
    return _svg(_WIDE, 90, "Days with events; a larger dot has more independent origins", inner)


def tension(months: list[dict[str, Any]]) -> Markup:
    """Mean intensity by month as bars above (cooperation) and below (conflict) a zero line."""
    if not months:
        return Markup("")
    step = min(64.0, (_WIDE - 40) / len(months))
    inner = [f'<line class="axis" x1="20" y1="70" x2="{_WIDE - 20}" y2="70"/>']
    for number, month in enumerate(months):
        x = 24 + number * step
        tall = min(60.0, abs(month["scale"]) * 6)
        y, name = (70 - tall, "bar up") if month["scale"] >= 0 else (70, "bar down")
        inner.append(
            f'<rect class="{name}" x="{x:.1f}" y="{y:.1f}"'
            f' width="{max(2.0, step - 8):.1f}" height="{max(1.0, tall):.1f}">'
            f"<title>{month['month']}: {month['scale']:+.1f}, {month['events']} events</title></rect>"
        )
        if step >= 40 or number % 6 == 0:
            inner.append(f'<text x="{x + (step - 8) / 2:.1f}" y="148" text-anchor="middle">{month["month"]}</text>')
    return _svg(_WIDE, 156, "Mean intensity of events by month", inner)
