"""Charts as SVG drawn on the server: they print, mail, and work without script or inline style.

A list or table beside each holds the same numbers; the picture is decoration for those who see it.
"""

from datetime import date
from typing import Any

from markupsafe import Markup, escape

from coranto.desk.words import edges, span

_WIDE = 760
_EDGE = 24
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST_MONTHS = 60
_LABEL = 66.0
_BASE = 32
_EARLY = 0.1
_Mark = tuple[int, int, dict[str, Any]]


def _svg(height: int, label: str, inner: list[str], role: str = "img") -> Markup:
    head = f'<svg viewBox="0 0 {_WIDE} {height}" class="chart" role="{role}" aria-label="{escape(label)}">'
    return Markup(head + "".join(inner) + "</svg>")


def _days(day: dict[str, Any]) -> tuple[int, int] | None:
    """The ordinals of the first and last day that something dated so may be of; None where that is unknown."""
    try:
        return edges(day["date"])[0].toordinal(), edges(day["enddate"] or day["date"])[1].toordinal()
    except ValueError:
        return None


def spot(day: dict[str, Any]) -> str:
    """The name of a day's place in a page."""
    return "d" + "_".join(value for value in (day["date"], day["enddate"]) if value)


def timeline(days: list[dict[str, Any]]) -> Markup:
    """Days as dots and longer spans as bars on a line of time, larger with more independent origins; empty for
    fewer than two."""
    marks = [(found[0], max(found), day) for day in days if (found := _days(day)) is not None]
    if len(marks) < 2:
        return Markup("")
    shown = _dense(sorted(marks, key=_start))
    early = len(marks) - len(shown)
    first, last = min(start for start, _, _ in shown), max(end for _, end, _ in shown)
    scale = (_WIDE - 2 * _EDGE) / max(1, last - first)
    inner = [f'<line class="axis" x1="{_EDGE}" y1="{_BASE}" x2="{_WIDE - _EDGE}" y2="{_BASE}"/>']
    inner += _ticks(first, last, scale)
    if early:
        inner.append(f'<text x="{_EDGE}" y="12">{early} earlier, in the list below</text>')
    for start, end, day in sorted(shown, key=_widest):
        inner.append(_mark(_EDGE + (start - first) * scale, (end - start) * scale, day))
    return _svg(70, "Days with events on a line of time; the list below says the same", inner, "group")


def _start(mark: _Mark) -> tuple[int, int]:
    return mark[0], mark[1]


def _dense(marks: list[_Mark]) -> list[_Mark]:
    """The marks behind the widest gap among the first tenth of the events, where the whole would squeeze them
    into a third of the line; else all."""
    most = _EARLY * sum(len(day["events"]) for _, _, day in marks)
    cut, widest, before = 0, 0, 0
    for at in range(1, len(marks) - 1):
        before += len(marks[at - 1][2]["events"])
        gap = marks[at][0] - marks[at - 1][0]
        if before > most:
            break
        if gap > widest:
            cut, widest = at, gap
    last = max(end for _, end, _ in marks)
    return marks[cut:] if 3 * (last - marks[cut][0]) < last - marks[0][0] else marks


def _widest(mark: _Mark) -> tuple[int, int]:
    return mark[0] - mark[1], mark[0]


def _mark(x: float, wide: float, day: dict[str, Any]) -> str:
    events = day["events"]
    planned = " planned" if all(event["modality"] == "planned" for event in events) else ""
    told = "; ".join(event["title"] for event in events[:3]) + (" …" if len(events) > 3 else "")
    label = escape(f"{span(day['date'], day['enddate'])}: {told}")
    size = 3 + 1.5 * min(5, day["origins"])
    shape = (
        f'<rect class="range{planned}" x="{x:.1f}" y="{_BASE - size / 2:.1f}" width="{max(3.0, wide):.1f}"'
        f' height="{size:.1f}" rx="2">'
        if wide > 0
        else f'<circle class="dot{planned}" cx="{x:.1f}" cy="{_BASE}" r="{size:.1f}">'
    )
    close = "</rect>" if wide > 0 else "</circle>"
    return f'<a href="#{escape(spot(day))}" aria-label="{label}">{shape}<title>{label}</title>{close}</a>'


def _ticks(first: int, last: int, scale: float) -> list[str]:
    """Names of days, months or years below the line, never one over another."""
    found: list[str] = []
    shown = -_LABEL
    for at, name in _names(first, last):
        x = _EDGE + (at - first) * scale
        if x - shown < _LABEL or x > _WIDE - _EDGE + 1:
            continue
        anchor = "start" if x < 2 * _EDGE else "end" if x > _WIDE - 2 * _EDGE else "middle"
        found.append(f'<line class="axis" x1="{x:.1f}" y1="{_BASE + 14}" x2="{x:.1f}" y2="{_BASE + 19}"/>')
        found.append(f'<text x="{x:.1f}" y="{_BASE + 32}" text-anchor="{anchor}">{name}</text>')
        shown = x
    return found


def _names(first: int, last: int) -> list[tuple[int, str]]:
    start, end = date.fromordinal(first), date.fromordinal(last)
    if last - first <= 62:
        days = [date.fromordinal(at) for at in range(first, last + 1)]
        return [(day.toordinal(), f"{day.day} {_SHORT[day.month - 1]}") for day in days]
    months = [
        (start.year + at // 12, at % 12) for at in range(start.month - 1, 12 * (end.year - start.year) + end.month)
    ]
    if len(months) > 48:
        return [(date(year, 1, 1).toordinal(), str(year)) for year in range(start.year + 1, end.year + 1)]
    named = [(max(first, date(year, month + 1, 1).toordinal()), year, month) for year, month in months]
    return [(at, f"{_SHORT[month]} {year}") for at, year, month in named]


def tension(months: list[dict[str, Any]]) -> Markup:
    """Mean intensity by month as bars above (cooperation) and below (conflict) a zero line, months without
    events left empty."""
    slots = _slots(months)
    if not slots:
        return Markup("")
    step = min(56.0, (_WIDE - 130) / len(slots))
    inner = [f'<line class="axis" x1="90" y1="80" x2="{_WIDE - 20}" y2="80"/>']
    inner += [
        f'<line class="faint" x1="90" y1="{y}" x2="{_WIDE - 20}" y2="{y}"/>'
        f'<text x="84" y="{y + 4}" text-anchor="end">{name}</text>'
        for y, name in ((20, "+10"), (140, "−10"))
    ]
    inner.append('<text x="84" y="84" text-anchor="end">0</text>')
    inner.append('<text x="4" y="44">cooperation</text><text x="4" y="122">conflict</text>')
    every = max(1, round(_LABEL / step + 0.49))
    for at, (name, month) in enumerate(slots):
        inner += _bar(96 + at * step, step, month)
        if at % every == 0:
            inner.append(
                f'<text x="{96 + at * step + (step - 6) / 2:.1f}" y="162" text-anchor="middle">{name}</text>'
            )
    return _svg(170, "Mean intensity of events by month; the table below says the same", inner)


def _bar(x: float, step: float, month: dict[str, Any] | None) -> list[str]:
    if month is None:
        return []
    tall = max(1.5, min(60.0, abs(month["scale"]) * 6))
    y, name = (80 - tall, "up") if month["scale"] >= 0 else (80.0, "down")
    wide = max(2.0, min(40.0, step - 6))
    return [
        f'<rect class="{name}" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}">'
        f"<title>{escape(month['month'])}: {month['scale']:+.1f}, {month['events']} events</title></rect>"
    ]


def _slots(months: list[dict[str, Any]]) -> list[tuple[str, dict[str, Any] | None]]:
    """Every month from the first to the last with its name, at most the last five years."""
    held = {month["month"]: month for month in months}
    if not held:
        return []
    last = _month(max(held))
    first = max(_month(min(held)), last - _MOST_MONTHS + 1)
    return [
        (f"{_SHORT[at % 12]} {at // 12}", held.get(f"{at // 12:04d}-{at % 12 + 1:02d}"))
        for at in range(first, last + 1)
    ]


def _month(name: str) -> int:
    return int(name[:4]) * 12 + int(name[5:7]) - 1
