"""The terminal: tables and texts of the views, for people."""

from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from coranto.desk.carried import carried

COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": ("id", "published", "outlet", "title", "completeness"),
    "stories": ("id", "first", "last", "title", "articles", "outlets", "origins"),
    "storylines": ("id", "first", "last", "title", "stories"),
    "events": ("id", "date", "event", "title", "status", "counts"),
    "statements": ("id", "date", "speaker", "stance", "content"),
    "people": ("id", "name", "code", "mentions", "aliases"),
    "offices": ("id", "name", "title", "organisation", "code", "since", "until"),
    "occasions": ("id", "name", "editions", "aliases"),
    "figures": ("id", "what", "values", "differs"),
    "refusals": ("subject", "reason", "detail", "part"),
}
"""Which fields a list shows in a terminal."""


def cell(name: str, value: Any) -> str:
    """One field of a row in a few words."""
    if value is None:
        return ""
    if name == "published":
        return str(value.get("value") or "undated")
    if name == "completeness":
        return str(value.get("verdict", ""))
    if name == "counts":
        return f"{value['outlets']} outlets, {value['origins']} origins"
    if name == "speaker":
        return str(value.get("name") or "unnamed")
    if name in ("articles", "stories"):
        return str(len(value))
    if name == "editions":
        return ", ".join(
            f"{one['ordinal']}" + (f" ({one['date']})" if one["date"] else "") for one in value if one["ordinal"]
        )
    if name == "values":
        return " | ".join(one["text"] for one in value)
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)


def show_list(console: Console, name: str, data: dict[str, Any]) -> None:
    """A list as a table; says so when it is empty, and how to go on when there is more."""
    if not data["items"]:
        console.print(f"No {name} here.")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in COLUMNS[name]:
        table.add_column(column, overflow="fold", no_wrap=column == "id", max_width=90)
    for item in data["items"]:
        table.add_row(*(Text(cell(column, item.get(column))) for column in COLUMNS[name]))
    console.print(table)
    if data["cursor"]:
        console.print(f"More: --cursor {data['cursor']}", style="dim")


def show_article(console: Console, data: dict[str, Any]) -> None:
    """An article as a page of text with its head."""
    console.print(Text(data["title"], style="bold"))
    who = ", ".join(f"{one['name']} ({one['role']})" for one in data["byline"])
    credit = ", ".join(sorted({one["agency"] for one in data["credits"]}))
    head = [data["outlet"] or "outlet unknown", f"carried by {data['carrier']}" if data["carrier"] else ""]
    head += [data["published"]["value"] or "undated", who, f"credit {credit}" if credit else ""]
    head += [data["completeness"]["verdict"], ", ".join(data["flags"])]
    console.print(Text(" · ".join(piece for piece in head if piece), style="dim"))
    console.print()
    console.print(Text(data["text"]))
    console.print()
    console.print(Text(f"story {data['story']}  family {data['family']}", style="dim"))


def _section(console: Console, title: str, lines: list[str]) -> None:
    if lines:
        console.print(Text(f"\n{title}", style="bold"))
        for line in lines:
            console.print(Text(f"  {line}"))


def event_line(event: dict[str, Any]) -> str:
    """One event on one line."""
    counts = event["counts"]
    planned = f" [{event['modality']}]" if event["modality"] not in ("actual", "background") else ""
    when = event["date"] or "date unknown"
    told = f"{counts['outlets']} outlets, {counts['origins']} origins, {event['status']}"
    return f"{when:<12} {event['event']:<10} {event['title']}{planned}  ({told})  {event['id']}"


def statement_line(statement: dict[str, Any]) -> str:
    """One statement on one line, with its chain."""
    speaker = statement["speaker"] or {}
    chain = " ← ".join(link["actor"] for link in statement["chain"])
    return (
        f"{speaker.get('name') or 'unnamed'} ({statement['stance']}): {' … '.join(statement['content'])}  [{chain}]"
    )


def show_story(console: Console, data: dict[str, Any]) -> None:
    """A story: strip, brief, events, statements, figures, articles."""
    console.print(Text(data["title"], style="bold"))
    console.print(
        Text(
            f"{len(data['articles'])} articles · {data['outlets']} outlets · {data['origins']} independent origins"
            f" · {data['first']} to {data['last']} · {data['top_reason']}{_carried(data)}",
            style="dim",
        )
    )
    _section(console, "What's new", [one["text"] for one in data["brief"]["whats_new"]])
    _section(console, "The background", [one["text"] for one in data["brief"]["background"]])
    _section(console, "Events", [event_line(event) for event in data["events"]])
    _section(console, "Who said what", [statement_line(one) for one in data["statements"]])
    _section(console, "Figures", [f"{one['what']}: {cell('values', one['values'])}" for one in data["figures"]])
    _section(console, "Articles", [line for one in data["articles"] for line in _member(one)])


def _carried(story: dict[str, Any]) -> str:
    only = carried(story["articles"])
    return f" · carried {only}" if only else ""


def _member(article: dict[str, Any]) -> list[str]:
    """An article of a story on one line, and below it each of its labels with the reason."""
    head = f"{cell('published', article['published']):<18} {article['outlet']}: {article['title']}  {article['id']}"
    return [head, *(f"{'':<18}   {one['label']}: {one['reason']}" for one in article["labels"])]


def show_suggestions(console: Console, data: dict[str, Any]) -> None:
    """The storylines that a story may belong to, the likeliest first."""
    console.print(Text(data["title"], style="bold"))
    for one in data["items"]:
        console.print(Text(f"  {one['score']:.0%}  {one['title']}  {one['storyline'] or one['story']}"))
        console.print(Text(f"       {'; '.join(one['reasons'])}", style="dim"))
    if not data["items"]:
        console.print("No other storyline is near.")


def show_versions(console: Console, data: dict[str, Any]) -> None:
    """The versions of an article; below each later one, sentence by sentence, what was removed and added."""
    for number, line in enumerate(data["versions"]):
        told = cell("published", line["published"])
        console.print(Text(f"{told}  {line['outlet']}: {line['title']}  {line['id']}", style="bold"))
        for part in ("title", "text") if number else ():
            for one in data["changes"][number - 1][part]:
                if one["op"] != "same":
                    console.print(Text(f"  {_place(part, one)}{_changed(one)}"))
    if len(data["versions"]) < 2:
        console.print("Only one version of this article was read.")


def _place(part: str, change: dict[str, Any]) -> str:
    return "headline: " if part == "title" else f"sentence {change['new_sentence'] + 1}: "


def _changed(change: dict[str, Any]) -> str:
    """A change as `[-gone-] {+come+}`, marks that stand without colour."""
    gone = f"[-{' '.join(change['old'].split())}-]" if change["old"] else ""
    come = f"{{+{' '.join(change['new'].split())}+}}" if change["new"] else ""
    return " ".join(filter(None, (gone, come)))


def show_timeline(console: Console, data: dict[str, Any]) -> None:
    """Events by day."""
    console.print(Text(data["title"], style="bold"))
    for one in data["days"]:
        _section(console, one["date"] or "date unknown", [event_line(event) for event in one["events"]])


def show_storyline(console: Console, data: dict[str, Any]) -> None:
    """A storyline: its stories and its timeline."""
    console.print(Text(data["title"], style="bold"))
    _section(
        console, "Stories", [f"{one['first'] or 'undated'}  {one['title']}  {one['id']}" for one in data["stories"]]
    )
    show_timeline(console, {"title": "", "days": data["timeline"]})


def show_dossier(console: Console, data: dict[str, Any]) -> None:
    """A pair of actors."""
    console.print(Text(" – ".join(data["actors"]), style="bold"))
    for name in ("meetings", "agreements", "other"):
        _section(console, name.capitalize(), [event_line(event) for event in data[name]])
    _section(console, "Statements", [statement_line(one) for one in data["statements"]])
    _section(
        console,
        "Tension by month",
        [f"{m['month']}  {m['scale']:+.1f}  {m['events']} events" for m in data["tension"]],
    )


def show_said(console: Console, data: dict[str, Any]) -> None:
    """The verdict on a quotation and its matches."""
    console.print(Text(data["verdict"], style="bold"))
    for match in data["matches"]:
        console.print(
            Text(f"{match['share']:.0%}  {statement_line(match['statement'])}  {match['statement']['id']}")
        )


def show_lineage(console: Console, data: dict[str, Any]) -> None:
    """Edges with their reasons, article by article."""
    for row in data["articles"]:
        console.print(Text(f"{row['outlet'] or 'outlet unknown'}: {row['title']}  {row['article']}", style="bold"))
        for edge in row["edges"]:
            parent = data["names"].get(edge["parent"], edge["parent"])
            console.print(Text(f"  ← {parent} ({edge['parent_kind']}) {'; '.join(edge['reasons'])}"))
    console.print(Text(f"Origins: {', '.join(data['names'].get(one, one) for one in data['origins'])}"))


def show_compare(console: Console, data: dict[str, Any]) -> None:
    """The matrix of facts and outlets."""
    table = Table(title=data["title"], box=None, header_style="bold")
    table.add_column("fact", max_width=60, overflow="fold")
    for outlet in data["outlets"]:
        table.add_column(outlet, max_width=14, overflow="fold")
    for row in data["facts"]:
        table.add_row(Text(row["title"][:160]), *(Text(row["cells"][outlet]) for outlet in data["outlets"]))
    console.print(table)


def show_explain(console: Console, data: dict[str, Any]) -> None:
    """All that explain knows, field by field."""
    for name, value in data.items():
        if not value:
            continue
        if isinstance(value, list | tuple):
            _section(console, name, [_told(one) for one in value])
        else:
            console.print(Text.assemble((f"{name}: ", "bold"), _told(value)))


def _told(value: Any) -> str:
    if isinstance(value, dict):
        if "exact" in value:
            where = value.get("outlet") or value["article"]
            return f"“{value['exact']}” ({where}, sentence {value['sentence']})"
        return ", ".join(f"{name} {_told(inner)}" for name, inner in value.items() if inner)
    if isinstance(value, list | tuple):
        return "; ".join(_told(one) for one in value)
    return str(value)


def show_search(console: Console, data: dict[str, Any]) -> None:
    """Hits with the sentence they stand in."""
    if not data["items"]:
        console.print("Nothing found.")
    for item in data["items"]:
        console.print(
            Text(f"{cell('published', item['published'])}  {item['outlet']}: {item['title']}", style="bold")
        )
        console.print(Text(f"  {item['snippet']['text']}  {item['id']}#s{item['snippet']['sentence']}"))
    if data["cursor"]:
        console.print(f"More: --cursor {data['cursor']}", style="dim")


def show_corrected(console: Console, data: dict[str, Any]) -> None:
    """A correction and the stories that came of it."""
    one = data["correction"]
    console.print(Text(f"{one['id']}: {'undone' if one['undone'] else one['kind']}", style="bold"))
    for story in data["stories"]:
        console.print(Text(f"  {len(story['articles']):>4} articles  {story['title']}  {story['id']}"))
    if not one["undone"]:
        console.print(f"Take it back with: coranto undo {one['id']}", style="dim")


def show_history(console: Console, data: dict[str, Any]) -> None:
    """A person's corrections and the machine's joins."""
    _section(console, "Corrections", [correction_line(one) for one in data["corrections"]] or ["none"])
    _section(console, "Joined and parted by the repair pass", [join_line(one) for one in data["joins"]] or ["none"])


def correction_line(one: dict[str, Any]) -> str:
    """A correction in a line: when, what, of which stories."""
    undone = f", undone {one['undone'][:16]}" if one["undone"] else ""
    told = f"{one['kind']} of {sum(map(len, one['groups']))} articles in {', '.join(one['stories'])}"
    return f"{one['made'][:16]}  {told}{undone}  {one['id']}"


def join_line(one: dict[str, Any]) -> str:
    """A decision of the repair pass in a line, with its reasons."""
    done = f"told under {one['keeps']}" if one["keeps"] else "stands for itself again"
    return f"{one['moment'] or 'undated'}  {one['goes']} {done}: {'; '.join(one['reasons'])}"
