"""Chooses where the pages of the gate's set of cut pages are cut: `choose.py DATA > src/coranto/gate/cuts.json`.

A hash of the page's id chooses, so that the same pages give the same cuts. Writes ids, numbers and the lines that
are set behind a cut or behind a whole text, never text of a page.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from coranto.article.lang import identify
from coranto.gate.cuts import Cut, build, located, paragraphs_of, parsed
from coranto.gate.material import said
from coranto.gate.sets import find, load
from coranto.text.sentences import sentences
from coranto.text.tokens import count

EACH = 60
KINDS = (
    "paragraph", "sentence", "ellipsis", "paragraph-line", "word", "head",
    "sentence-line", "teaser", "paragraph-line", "ellipsis-line", "sentence", "teaser-line",
)  # fmt: skip
NEWS = ("pages/outlets",)  # a lead is a matter of news: the first lines of a guide may go and nobody sees it
FORMS = ("html", "dump", "plain")
WALLS = {
    "en": (
        "To keep reading, subscribe today", "This article is for subscribers only.",
        "Already a subscriber? Log in to read the rest of this story", "Register for free to continue reading",
        "You have reached your limit of free articles", "Read the full story",
    ),
    "de": (
        "Weiterlesen mit unserem Digitalabo", "Diesen Artikel weiterlesen",
        "Dieser Beitrag ist unseren Abonnenten vorbehalten", "Jetzt Zugang sichern und weiterlesen",
    ),
    "fr": ("La suite est réservée aux abonnés", "Abonnez-vous pour lire la suite"),
    "es": ("Suscríbete para seguir leyendo", "Este contenido es exclusivo para suscriptores"),
    "it": ("Abbonati per continuare a leggere", "Contenuto riservato agli abbonati"),
    "pt": ("Assine para continuar lendo", "Conteúdo exclusivo para assinantes"),
    "nl": ("Lees verder met een abonnement", "Dit artikel is alleen voor abonnees"),
    "no": ("Denne saken er for abonnenter", "Logg inn for å lese videre"),
    "da": ("Log ind for at læse videre", "Artiklen er kun for abonnenter"),
    "sv": ("Logga in för att läsa vidare", "Den här artikeln är för prenumeranter"),
    "pl": ("Dalsza część dla prenumeratorów", "Zaloguj się, aby czytać dalej"),
    "ru": ("Полный текст доступен подписчикам", "Оформите подписку, чтобы читать дальше"),
    "uk": ("Повний текст доступний передплатникам", "Оформіть передплату, щоб читати далі"),
    "tr": ("Devamını okumak için abone olun", "Bu içerik abonelere özeldir"),
    "id": ("Berlangganan untuk lanjut membaca", "Konten ini khusus pelanggan"),
    "ja": ("この記事は有料会員限定です", "残り1,240文字 続きを読むには会員登録が必要です"),
    "ko": ("구독하고 전체 기사 보기", "이 기사는 유료 회원 전용입니다"),
    "zh": ("訂閱以閱讀全文", "登录后阅读全文"),
}  # fmt: skip
OFFERS = {
    "en": (
        "Get the morning briefing in your inbox", "Sign up for our weekly newsletter", "Subscribe",
        "Support independent reporting", "Download our app for the latest news", "Sign up to comment on this story",
        "Read more stories from this section", "Subscribe to our channel on YouTube",
    ),
    "de": (
        "Newsletter: jeden Morgen das Wichtigste in Kürze", "Jetzt kostenlos anmelden", "Mehr zum Thema lesen",
        "Folgen Sie uns auf WhatsApp", "Jetzt Abo testen",
    ),
    "fr": ("Recevez notre lettre d'information", "S'abonner à la newsletter"),
    "es": ("Recibe nuestro boletín cada mañana", "Suscríbete a nuestro boletín"),
    "it": ("Iscriviti alla nostra newsletter",),
    "pt": ("Receba as notícias no seu e-mail",),
    "sv": ("Prenumerera på vårt nyhetsbrev",),
    "no": ("Meld deg på vårt nyhetsbrev",),
    "ru": ("Подпишитесь на наш канал",),
    "uk": ("Підписуйтесь на наш канал",),
    "tr": ("Bültenimize abone olun",),
    "pl": ("Zapisz się na nasz newsletter",),
    "ja": ("メールマガジンに登録する",),
    "ko": ("뉴스레터 구독하기",),
    "zh": ("訂閱我們的電子報",),
}  # fmt: skip


def draw(most: int, *words: object) -> int:
    """A number below `most` that the words alone choose."""
    return int.from_bytes(blake2b("\n".join(map(str, words)).encode(), digest_size=8).digest(), "big") % most


def usable(row: dict[str, Any]) -> bool:
    """Whether a page's paragraphs are all but all found in its HTML, and enough of them to cut."""
    gold = paragraphs_of(row)
    if len(gold) < 5 or count("\n".join(gold)) < 150 or said(row, "page_type") == "forum":
        return False
    root = parsed(said(row, "html"))
    long = [at for at, line in enumerate(gold) if len(line) > 60]
    if root is None or not long:
        return False
    places = located(root, gold)
    return places[long[0]] is not None and places[long[-1]] is not None and _share(places, long) >= 0.9


def _share(places: list[Any], wanted: list[int]) -> float:
    return sum(places[at] is not None for at in wanted) / len(wanted)


def cut_of(name: str, row: dict[str, Any], kind: str, form: str) -> Cut | None:
    """A cut of the kind; None where the page gives no place for it."""
    gold = paragraphs_of(row)
    root = parsed(said(row, "html"))
    places = located(root, gold) if root is not None else [None] * len(gold)
    ident = said(row, "id")
    line = ""
    if kind.endswith("-line"):
        choices = WALLS.get(identify(said(row, "text")), WALLS["en"])
        line = choices[draw(len(choices), ident, "line")]
    place = {"paragraph": _paragraph, "head": _head, "teaser": _teaser}.get(kind.partition("-")[0], _sentence)(
        ident, gold, [at for at, node in enumerate(places) if node is not None], kind
    )
    return Cut(set=name, id=ident, form=form, kind=kind, line=line, **place) if place else None


def _ends(ident: str, gold: list[str], spots: list[int]) -> list[int]:
    """The paragraphs that a wall may leave as the last: running text, 40 to 350 words in, at most three fifths."""
    sizes = [count(line) for line in gold]
    most = min(350, 0.6 * sum(sizes))
    ends = [at for at in spots if 40 <= sum(sizes[: at + 1]) <= most and len(gold[at]) > 60]
    return sorted(ends, key=lambda at: draw(1 << 30, ident, at))


def _paragraph(ident: str, gold: list[str], spots: list[int], kind: str) -> dict[str, Any] | None:
    ends = [at for at in _ends(ident, gold, spots) if gold[at][-1] in ".!?”\"'»“。"]
    return {"last": ends[0] + 1} if ends else None


def _sentence(ident: str, gold: list[str], spots: list[int], kind: str) -> dict[str, Any] | None:
    for at in _ends(ident, gold, spots):
        text = gold[at]
        inside = r"(?<=\w)(?=\w\w)" if kind == "word" else r"(?<=\w)(?= \w)|(?<=[^\W\d_a-zA-Z])(?=[^\W\d_a-zA-Z])"
        found = [
            one.start() for one in re.finditer(inside, text) if 0.3 * len(text) < one.start() < 0.9 * len(text)
        ]
        if found:
            dots = ("…", "...", " […]", "…")[draw(4, ident, "dots")] if kind.startswith("ellipsis") else ""
            return {"last": at + 1, "chars": found[draw(len(found), ident, "char")], "dots": dots}
    return None


def _head(ident: str, gold: list[str], spots: list[int], kind: str) -> dict[str, Any] | None:
    starts = [at for at in spots if 0 < at <= 4 and len(gold[at]) > 60 and any(len(one) > 60 for one in gold[:at])]
    if not starts or spots[-1] != len(gold) - 1:
        return None
    return {"first": starts[draw(len(starts), ident, "start")], "last": len(gold)}


def _teaser(ident: str, gold: list[str], spots: list[int], kind: str) -> dict[str, Any] | None:
    first = next((at for at in spots if len(gold[at]) > 60), None)
    if first is None:
        return None
    ends = [end for _, end, _ in sentences(gold[first])][:2]
    chars = ends[draw(len(ends), ident, "sentence")]
    return {"last": first + 1, "chars": chars if chars < len(gold[first]) else 0}


def twin_of(cut: Cut, row: dict[str, Any]) -> Cut:
    """The whole twin of a cut; behind each second of them stands an offer, which is no sign of a cut."""
    offers = OFFERS.get(identify(said(row, "text")), OFFERS["en"])
    line = offers[draw(len(offers), cut.id, "offer")] if draw(2, cut.id, "offered") else ""
    return Cut(set=cut.set, id=cut.id, form=cut.form, kind="whole", line=line)


def chosen(name: str, rows: list[dict[str, Any]], each: int) -> Iterator[Cut]:
    """Cuts of `each` pages of a set and their twins, kinds and forms in turn."""
    at = 0
    for row in sorted(rows, key=lambda row: draw(1 << 60, row["id"])):
        kind = KINDS[at % len(KINDS)]
        if kind == "head" and name not in NEWS:
            kind = "word"
        form = FORMS[(at + at // len(KINDS)) % len(FORMS)]
        if at < each and usable(row) and (cut := cut_of(name, row, kind, form)) is not None and build(row, cut):
            yield cut
            yield twin_of(cut, row)
            at += 1


def main() -> None:
    folder = Path(sys.argv[1])
    skip = set(sys.argv[2:])
    lines = []
    for place in ("pages/outlets", "pages/wcxb"):
        rows = [row for row in load(find(folder, place)[0]).rows if said(row, "id") not in skip]
        for cut in chosen(place, rows, EACH):
            kept = {key: value for key, value in asdict(cut).items() if value}
            lines.append(json.dumps(kept, ensure_ascii=False))
    print("[\n" + ",\n".join(lines) + "\n]")


if __name__ == "__main__":
    main()
