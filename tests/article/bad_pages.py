"""Bad input written for this project: `(name, bytes, expected)`; `expected` is words that the text must hold, or the
reason of a refusal, or both with a bar between, or nothing where any answer will do.

`n` scales the heavy ones.
"""

# ruff: noqa: E501

import gzip
import json

LEDE = "The foreign ministers of Ostland and Veria met in Harwick on Tuesday to end a long quarrel over fishing."
REST = [
    "They agreed to open the strait to boats of both countries from the first of June, officials said.",
    "A commission of six will draw the line in the water; it is to report before the end of the year.",
    "The harbour town had been closed to Verian boats since a collision in which two sailors drowned.",
]
HEAD = "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Ministers reopen the strait</title>{}</head><body>"
TEXT = "<h1>Ministers reopen the strait</h1>" + "".join(f"<p>{one}</p>" for one in (LEDE, *REST))
ARABIC = [
    "التقى وزيرا خارجية أوستلاند وفيريا في هارويك يوم الثلاثاء لإنهاء خلاف طويل حول الصيد، بحسب بيان مشترك.",
    "قالت شركة Harwick Fishing Ltd إن 12 سفينة ستعبر المضيق ابتداء من الأول من يونيو المقبل.",
    "وكان الميناء مغلقا أمام سفن فيريا منذ حادث اصطدام أودى بحياة بحارين قبل ثلاثة أعوام.",
]
TRANSLATED = [
    "The ministers of affairs foreign have met themselves in Harwick, for the end of the quarrel of the fish long time.",
    "It is agreed of them that strait opens the first of June for the boats of countries both, functionaries have said.",
    "The commission of six persons will pull the line in water and makes report until the year is finished.",
]


def page(body: str = TEXT, head: str = "") -> str:
    """The article with something added to its head, or another body."""
    return HEAD.format(head) + body + "</body></html>"


def _ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def pages(n: int) -> list[tuple[str, bytes, str]]:
    """All of them; `n` of 1 for a quick look, of 10 for the sizes that were met in the wild."""
    k = 10_000 * n
    two = (
        f"<article>{TEXT}</article><article><h1>Storm shuts the lock</h1><p>"
        + "Waves broke over the gates of the lock. " * 9
        + "</p></article>"
    )
    found: list[tuple[str, str | bytes, str]] = [
        ("empty", b"", "empty"),
        ("blank", b" \n\t\r\n", "empty"),
        ("zeros only", b"\0" * 5000, "empty"),
        ("mark only", b"\xef\xbb\xbf", "empty"),
        ("zeros inside", page().replace("quarrel", "quar\0rel"), "long quarrel"),
        ("nested deep", "<div>" * k + LEDE, "not-article"),
        ("inline deep", page("<b>" * k + LEDE + " ".join(REST)), "not-article"),
        ("inline 200 deep", page("<p>" + "<i>" * 200 + LEDE + "</i>" * 200 + "</p>" + "".join(f"<p>{x}</p>" for x in REST)), "Ostland and Veria"),
        ("tables in tables", page("<table><tr><td>" * 900 + TEXT), "Ostland and Veria|not-article"),
        ("lists unclosed", page(TEXT + "<ul><li>" * k), "Ostland and Veria|not-article"),
        ("scripts only", page("<script>" + "var a = 1; " * k + "</script>"), "not-article"),
        ("styles only", page("<style>" + "p { color: red } " * k + "</style>"), "not-article"),
        ("frames", "<html><head><title>Post</title></head><frameset cols='20%,*'><frame src='a.html'><frame src='b.html'></frameset></html>", "not-article"),
        ("inner frames", page("<iframe src='a.html'></iframe>" * 50), "not-article"),
        ("amp", page().replace("<html", "<html amp").replace("</head>", "<script async src='v0.js'></script><style amp-boilerplate>body{opacity:0}</style></head>"), "Ostland and Veria"),
        ("print view", page(f"<body onload='window.print()'>{TEXT}<hr><p>Printed from https://post.example/strait</p>"), "Ostland and Veria"),
        ("two articles", page(two), "Ostland and Veria"),
        ("translated by machine", page("<h1>Ministers reopen</h1>" + "".join(f"<p>{one}</p>" for one in TRANSLATED)), "functionaries have said"),
        ("right to left", page("<h1>وزيران يفتحان المضيق</h1>" + "".join(f"<p dir='rtl'>{one}</p>" for one in ARABIC)).replace("lang='en'", "lang='ar' dir='rtl'"), "Harwick Fishing Ltd إن 12 سفينة"),
        ("utf-16 with mark", page().encode("utf-16"), "Ostland and Veria"),
        ("utf-16 le", page().encode("utf-16-le"), "Ostland and Veria"),
        ("utf-16 be", page().encode("utf-16-be"), "Ostland and Veria"),
        ("utf-16 arabic", page("".join(f"<p>{one}</p>" for one in ARABIC)).encode("utf-16"), "Harwick Fishing"),
        ("utf-32", page().encode("utf-32"), "Ostland and Veria"),
        ("broken utf-8", page().replace("Harwick", "H\xe4rwick").encode("latin-1"), "Ostland and Veria"),
        ("stray bytes", page().encode().replace(b"quarrel", b"qua\xffrrel \xc3\x28"), "Ostland and Veria"),
        ("half utf-8, half windows", page(f"<p>Größe, Maße, Straße, Füße, Öl, Ähre, süß, heiß, groß, weiß, fließen.</p><p>{LEDE}</p>").encode() + ("<p>" + "Der Rat tagt über die Größe. " * 5 + "</p>").encode("cp1252"), "über die Größe. Der Rat"),
        ("windows in utf-8", page().replace("quarrel", "“quarrel”").encode().replace(b"\xe2\x80\x9cquarrel\xe2\x80\x9d", b"\x93quarrel\x94"), "“quarrel”"),
        ("says utf-16, is utf-8", page().replace("charset='utf-8'", "charset='utf-16'").replace("quarrel", "quärrel"), "quärrel"),
        ("says latin-1, is utf-8", page().replace("charset='utf-8'", "charset='iso-8859-1'").replace("quarrel", "quärrel"), "quärrel"),
        ("says utf-8, is cyrillic", page("".join(f"<p>{'Министры двух стран встретились в порту и договорились открыть пролив. ' * 2}</p>" for _ in "123")).encode("cp1251"), "договорились открыть"),
        ("gzip", gzip.compress(page().encode()), "Ostland and Veria"),
        ("gzip cut", gzip.compress(page().encode())[:-20], "broken-archive"),
        ("picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "not-text"),
        ("zip", b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(200)) * 40, "not-text"),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Catalog>> endobj\n" * 30, "not-text"),
        ("rss", "<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title>" + f"<item><title>Strait</title><description>{LEDE}</description></item>" * 20 + "</channel></rss>", "not-article"),
        ("atom", f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title><entry><summary>{LEDE}</summary></entry></feed>", "not-article"),
        ("sitemap", "<?xml version='1.0'?><urlset xmlns='x'>" + "<url><loc>https://post.example/a</loc></url>" * 99 + "</urlset>", "not-article"),
        ("one long line", page(TEXT + "".join(f"<p>{LEDE} This is part {i} of it.</p>" for i in range(k // 20))), "Ostland and Veria"),
        ("one long paragraph", page("<p>" + (LEDE + " ") * (k // 20) + "</p>"), "Ostland and Veria|not-article"),
        ("one long word", page(TEXT + "<p>" + "a" * (k * 10) + "</p>"), "Ostland and Veria"),
        ("links", page(TEXT + "".join(f"<a href='/n/{i}'>Story number {i}</a> " for i in range(k))), "Ostland and Veria|not-article"),
        ("unclosed tags", page("<div><p><b><i><span class='x'>" + TEXT.replace("</p>", "").replace("</h1>", "")), "Ostland and Veria"),
        ("no tags closed at all", "<html><title>Strait<body><h1>Strait<p>" + "<p>".join((LEDE, *REST)), ""),
        ("entities", page(TEXT + "<p>&" + "amp;" * k + " &#0; &#x110000; &#xD800; &bogus; &lt;b&gt; &#99999999999999;</p>"), "Ostland and Veria"),
        ("entities in entities", "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'>" + "".join(f"<!ENTITY a{i} '{'&a;' * 10}'>" for i in range(9)) + "]>" + page(TEXT + "&a8;"), "Ostland and Veria"),
        ("huge attribute", page(TEXT.replace("<p>", "<p data-x='" + "x" * (k * 5) + "'>")), "Ostland and Veria"),
        ("many attributes", page(TEXT + "<p " + " ".join(f"a{i}={i}" for i in range(k)) + ">x</p>"), "Ostland and Veria"),
        ("many classes", page(TEXT + "<div class='" + " ".join(f"c{i}" for i in range(k)) + "'>x</div>"), "Ostland and Veria"),
        ("hidden text", page(TEXT + "<p style='display:none'>Buy cheap rope and sails at the pier shop, only today and only here.</p>"), "Ostland and Veria"),
        ("json-ld broken", page(TEXT, _ld('{"@type": "NewsArticle", "headline": "Ministers', )), "Ostland and Veria"),
        ("json-ld nested", page(TEXT, _ld('{"a":' * k)), "Ostland and Veria"),
        ("json-ld big", page(TEXT, _ld(json.dumps({"@type": "NewsArticle", "headline": "Ministers reopen the strait", "articleBody": "x " * (k * 25)}))), "Ostland and Veria"),
        ("json-ld odd", page(TEXT, _ld(json.dumps({"@type": ["NewsArticle", 5, None], "headline": {"a": [1]}, "author": [[["x"]], 7, {"name": {}}], "datePublished": ["2024"] * 5}))), "Ostland and Veria"),
        ("comment open", page(TEXT) + "<!-- " + "-" * k, "Ostland and Veria"),
        ("cdata", page("<![CDATA[" + LEDE + "]]>" + TEXT), "Ostland and Veria"),
        ("plaintext", page("<plaintext>" + TEXT), ""),
        ("template", page("<template>" + TEXT + "</template>"), "not-article"),
        ("quotes", page(TEXT + "<p>" + '"' * (k * 3) + "</p>"), "Ostland and Veria"),
        ("brackets", page(TEXT + "<p>" + "([{" * k + "</p>"), "Ostland and Veria"),
        ("marks", page(TEXT + "<p>" + "." * (k * 3) + "a" + "!?" * k + "b</p>"), "Ostland and Veria"),
        ("digits", page(TEXT + "<p>" + "1 " * k + "1" * k + "</p>"), "Ostland and Veria"),
        ("dates", page(TEXT + "<p>" + "3 May 2024, " * (k // 2) + "</p>"), "Ostland and Veria"),
        ("zalgo", page(TEXT + "<p>" + "e" + "\u0301" * k + "</p>"), "Ostland and Veria"),
        ("bylines", page(TEXT + "".join("<p class='byline'>By Ann Lee and Bo Ek</p>" for _ in range(k // 10))), "Ostland and Veria"),
        ("direction marks", page(TEXT.replace("Ostland", "\u202eOstland\u202c")), "and Veria met in Harwick"),
        ("bad base and links", page(TEXT + "<a href='http://[::1'>x</a>", "<base href='http://[bad'><link rel=canonical href='http://[x'><meta property='og:url' content='http://['>"), "Ostland and Veria"),
    ]  # fmt: skip
    return [
        (name, body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body, what)
        for name, body, what in found
    ]
