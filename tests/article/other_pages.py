"""Pages that hold no article, written for this project: `(name, kind, html)`; dumps are made of them by the tests.

`kind` is a word that the refusal's sentence must hold.
"""

# ruff: noqa: E501

HEADLINES = {
    "en": ["Harbour council votes to widen the bridge", "Ferry strike enters its third week", "Storm closes the northern lock",
           "Fishers ask for a wider passage", "Mayor of Elm Valley to step down", "New rail line opens in spring",
           "Court hears case of the lost trawler", "Grain prices fall for a fifth day", "Old lighthouse is sold at auction",
           "School meals to cost more from May", "Two rescued off the Skerry coast", "Island airport gets a longer runway",
           "Museum returns a bell to its village", "Power cut darkens half of Harwick", "Talks on herring quotas resume",
           "Bakers win prize for rye loaf", "Snow expected in the hills tonight", "Library stays open on Sundays",
           "Police seek owner of drifting boat", "Choir of dockers sings in the square", "Tram line three is late again",
           "Beekeepers count their losses", "Winter market moves to the pier", "Doctors warn of a bad flu season"],
    "de": ["Hafenrat will die Brücke verbreitern", "Fährstreik geht in die dritte Woche", "Sturm schließt die Nordschleuse",
           "Fischer fordern breitere Durchfahrt", "Bürgermeisterin tritt im Mai zurück", "Neue Bahnlinie öffnet im Frühjahr",
           "Gericht verhandelt über Kutter", "Getreidepreise fallen weiter", "Leuchtturm wird versteigert", "Schulessen wird teurer",
           "Zwei Segler aus Seenot gerettet", "Inselflughafen bekommt längere Piste", "Museum gibt Glocke zurück",
           "Stromausfall in halb Harwick", "Gespräche über Heringsquoten", "Bäcker gewinnen Preis", "Schnee in den Hügeln erwartet",
           "Bücherei sonntags geöffnet", "Polizei sucht Bootsbesitzer", "Chor der Hafenarbeiter singt", "Straßenbahn wieder verspätet"],
    "fr": ["Le conseil du port veut élargir le pont", "La grève des ferries dure depuis trois semaines", "La tempête ferme l'écluse",
           "Les pêcheurs demandent un passage plus large", "La maire quitte ses fonctions", "Nouvelle ligne de train au printemps",
           "Le procès du chalutier perdu", "Le prix du blé recule encore", "Un phare vendu aux enchères", "La cantine coûtera plus cher",
           "Deux marins sauvés au large", "Une piste plus longue pour l'aéroport", "Le musée rend une cloche",
           "Panne de courant dans la moitié de la ville", "Reprise des pourparlers sur le hareng", "Un prix pour le pain de seigle",
           "De la neige attendue ce soir", "La bibliothèque ouvre le dimanche", "La police cherche un propriétaire de bateau",
           "Un chœur de dockers sur la place", "Le tram encore en retard"],
    "es": ["El consejo del puerto ampliará el puente", "La huelga de transbordadores sigue", "El temporal cierra la esclusa",
           "Los pescadores piden un paso más ancho", "La alcaldesa dejará el cargo", "Nueva línea de tren en primavera",
           "Juicio por el pesquero perdido", "Baja otra vez el precio del trigo", "Subastan un faro antiguo",
           "El comedor escolar será más caro", "Rescatan a dos marineros", "Pista más larga para el aeropuerto",
           "El museo devuelve una campana", "Apagón en media ciudad", "Vuelven las negociaciones del arenque",
           "Premio para un pan de centeno", "Se espera nieve esta noche", "La biblioteca abrirá los domingos",
           "Buscan al dueño de un bote", "Un coro de estibadores en la plaza", "El tranvía llega tarde otra vez"],
    "ru": ["Совет порта расширит мост", "Забастовка паромщиков продолжается", "Шторм закрыл северный шлюз", "Рыбаки просят широкий проход",
           "Мэр уходит в отставку", "Новая железная дорога откроется весной", "Суд по делу траулера", "Цены на зерно падают",
           "Маяк продали с аукциона", "Школьные обеды подорожают", "Двух моряков спасли у берега", "Аэропорту удлинят полосу",
           "Музей вернул колокол деревне", "Половина города без света", "Переговоры о сельди возобновлены", "Пекари получили приз",
           "Ночью ожидается снег", "Библиотека откроется по воскресеньям", "Полиция ищет хозяина лодки", "Хор докеров поёт на площади"],
    "zh": ["港务委员会决定拓宽旧桥", "渡轮罢工进入第三周", "风暴关闭北部船闸", "渔民要求更宽的航道", "市长将于五月卸任", "新铁路春季开通",
           "法院审理渔船案", "粮价连续第五天下跌", "老灯塔被拍卖", "学校午餐将涨价", "两人在海上获救", "岛上机场跑道将延长", "博物馆归还古钟",
           "停电使半座城陷入黑暗", "鲱鱼配额谈判恢复", "面包师获奖", "今晚山区将降雪", "图书馆周日开放", "警方寻找船主", "码头工人合唱团演出"],
    "ar": ["مجلس الميناء يوسع الجسر القديم", "إضراب العبّارات يدخل أسبوعه الثالث", "العاصفة تغلق الهويس الشمالي", "الصيادون يطلبون ممرا أوسع",
           "رئيسة البلدية تستقيل في مايو", "خط قطار جديد في الربيع", "محكمة تنظر في قضية السفينة", "أسعار الحبوب تتراجع", "بيع منارة قديمة",
           "وجبات المدارس أغلى", "إنقاذ بحارين قبالة الساحل", "مدرج أطول لمطار الجزيرة", "المتحف يعيد جرسا", "انقطاع الكهرباء عن نصف المدينة",
           "استئناف محادثات الصيد", "جائزة لخباز", "ثلوج متوقعة الليلة", "المكتبة تفتح أيام الأحد", "الشرطة تبحث عن صاحب قارب", "جوقة تغني في الساحة"],
}  # fmt: skip
TEASERS = {
    "en": ["The old bridge is too narrow for the new boats, the council said.", "Crews want two days of rest a week and a higher wage.",
           "Waves of six metres broke over the gates on Monday night.", "A trawler struck the pier three winters ago.",
           "She has led the town for eleven years.", "Trains will run every half hour from the first of April."],
    "de": ["Für die neuen Boote ist die alte Brücke zu schmal, teilte der Rat mit.", "Die Mannschaften fordern zwei Ruhetage in der Woche.",
           "Sechs Meter hohe Wellen brachen am Montag über die Tore.", "Vor drei Wintern rammte ein Kutter den Pier.",
           "Sie führte die Stadt elf Jahre lang.", "Die Züge fahren ab April jede halbe Stunde."],
}  # fmt: skip


def page(body: str, title: str = "", head: str = "", lang: str = "en") -> str:
    """An HTML page with a title and a body."""
    return f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}</body></html>"


def front(lang: str, title: str, tag: str = "h3", teasers: bool = False) -> str:
    """A front page: linked headlines, with or without a teaser under each."""
    told = TEASERS.get(lang, [""])
    items = "".join(
        f"<article><{tag}><a href='/n/{n}'>{line}</a></{tag}>"
        + (f"<p>{told[n % len(told)]}</p><span>{n + 1} May 2024</span>" if teasers else "")
        + "</article>"
        for n, line in enumerate(HEADLINES[lang])
    )
    return page(
        f"<nav><a href='/'>{title}</a></nav><main>{items}</main><footer>© 2024 {title}</footer>", title, "", lang
    )


def listing(lang: str, title: str, heading: str) -> str:
    """A page of a tag or a search: a heading and a list of links with dates."""
    items = "".join(
        f"<li><a href='/n/{n}'>{line}</a> <time>0{n % 9 + 1}.05.2024</time></li>"
        for n, line in enumerate(HEADLINES[lang])
    )
    return page(f"<main><h1>{heading}</h1><ul>{items}</ul></main>", title, "", lang)


def note(title: str, text: str, lang: str = "en", head: str = "") -> str:
    """A page with one message."""
    return page(f"<main><h1>{title}</h1><p>{text}</p></main>", title, head, lang)


SHOP = (
    '<meta property="og:type" content="product"><script type="application/ld+json">{"@context":"https://schema.org","@type":"Product",'
    '"name":"Rope, 20 m","offers":{"@type":"Offer","price":"19.90"}}</script>'
)
CLIP = '<script type="application/ld+json">{"@type":"VideoObject","name":"Storm","contentUrl":"a.mp4"}</script>'
CARDS = '<script type="application/ld+json">{"@type":"CollectionPage","name":"Shipping"}</script>'
FOUND = '<script type="application/ld+json">{"@type":"SearchResultsPage","name":"bridge"}</script>'

PAGES: list[tuple[str, str, str]] = [
    ("front-en", "index", front("en", "Harwick Post")),
    ("front-en-teasers", "index", front("en", "Harwick Post", "h2", True)),
    ("front-en-div", "index", front("en", "Harwick Post", "div")),
    ("front-de", "index", front("de", "Harwicker Bote")),
    ("front-de-teasers", "index", front("de", "Harwicker Bote", "h2", True)),
    ("front-fr", "index", front("fr", "Le Courrier de Harwick")),
    ("front-es", "index", front("es", "El Correo de Harwick")),
    ("front-ru", "index", front("ru", "Вестник Харвика")),
    ("front-zh", "index", front("zh", "哈里克日报")),
    ("front-ar", "index", front("ar", "بريد هارويك")),
    ("tag-en", "index", listing("en", "Shipping news | Harwick Post", "Topic: Shipping")),
    ("tag-collection", "index", page(CARDS + front("en", "Shipping"), "Shipping | Harwick Post", CARDS)),
    ("tag-de", "index", listing("de", "Schifffahrt | Harwicker Bote", "Alle Artikel zum Thema Schifffahrt")),
    ("search-en", "search", listing("en", "Search results for “bridge” | Harwick Post", "Search results for: bridge")),
    ("search-structured", "search", page(front("en", "Search"), "bridge - Harwick Post", FOUND)),
    ("search-de", "search", listing("de", "Suchergebnisse für „Brücke“ | Harwicker Bote", "Suchergebnisse für Brücke")),
    ("search-fr", "search", listing("fr", "Résultats de recherche pour pont", "Résultats de recherche")),
    ("search-es", "search", listing("es", "Resultados de la búsqueda: puente", "Resultados de la búsqueda")),
    ("search-none", "search", note("Search results", "Your search for “zzzq” found nothing. Try other words or look at the latest news.")),
    ("error-404", "error", note("404 Not Found", "The page you asked for is not on this server.")),
    ("error-page", "error", note("Page not found | Harwick Post", "Sorry, we could not find this page. It may have been moved or removed. Go back to the front page or search for it.")),
    ("error-de", "error", note("Seite nicht gefunden", "Die angeforderte Seite existiert nicht mehr. Bitte prüfen Sie die Adresse oder gehen Sie zur Startseite zurück.", "de")),
    ("error-fr", "error", note("Page introuvable", "La page que vous cherchez n'existe pas ou a été déplacée. Retournez à la page d'accueil du journal.", "fr")),
    ("error-es", "error", note("Página no encontrada", "Lo sentimos, la página que busca no existe o ha cambiado de dirección. Vuelva a la portada.", "es")),
    ("error-ru", "error", note("Страница не найдена", "Запрашиваемая страница не существует или была удалена. Вернитесь на главную страницу сайта.", "ru")),
    ("error-zh", "error", note("页面不存在", "抱歉，您访问的页面不存在或已被删除，请返回首页继续浏览其他新闻内容。", "zh")),
    ("error-403", "error", note("403 Forbidden", "You don't have permission to access /news/bridge on this server.")),
    ("error-500", "error", note("500 Internal Server Error", "The server met an error and could not finish your request. Please try again in a few minutes.")),
    ("error-502", "error", note("502 Bad Gateway", "nginx")),
    ("maintenance", "maintenance", note("Site maintenance", "We are working on our servers and will be back in an hour. Thank you for your patience.")),
    ("maintenance-de", "maintenance", note("Wartungsarbeiten", "Wir arbeiten gerade an unseren Servern und sind in Kürze wieder für Sie da. Vielen Dank für Ihre Geduld.", "de")),
    ("login", "login", note("Log in | Harwick Post", "Please log in to your account to go on. Forgot your password? Create an account in two minutes and read on.")),
    ("login-de", "login", note("Anmelden", "Bitte melden Sie sich an, um weiterzulesen. Passwort vergessen? Noch kein Konto? Jetzt registrieren.", "de")),
    ("login-es", "login", note("Iniciar sesión", "Inicie sesión para continuar leyendo. ¿Olvidó su contraseña? Cree una cuenta gratis en un minuto.", "es")),
    ("consent", "consent", note("Harwick Post", "We value your privacy. We and our partners store and read information on a device, such as cookies. Accept all or manage your choices.")),
    ("consent-de", "consent", note("Harwicker Bote", "Wir verwenden Cookies. Wir und unsere Partner speichern Informationen auf Ihrem Gerät. Alle akzeptieren oder Einstellungen verwalten.", "de")),
    ("consent-fr", "consent", note("Le Courrier de Harwick", "Nous respectons votre vie privée. Nos partenaires et nous utilisons des cookies. Tout accepter ou continuer sans accepter.", "fr")),
    ("consent-it", "consent", note("Il Corriere di Harwick", "Rispettiamo la tua privacy. Noi e i nostri partner utilizziamo i cookie. Accetta tutti o gestisci le preferenze.", "it")),
    ("consent-nl", "consent", note("Harwicker Bode", "Wij gebruiken cookies. Wij en onze partners slaan informatie op uw apparaat op. Alles accepteren of voorkeuren beheren.", "nl")),
    ("robot", "robot", note("Just a moment...", "Checking your browser before you go on to harwick-post.example. This takes a few seconds.")),
    ("captcha", "robot", note("Are you a robot?", "We have seen unusual traffic from your network. Please tick the box to show that you are a human.")),
    ("robot-denied", "robot", note("Attention Required! | Shield", "Sorry, you have been blocked. This website uses a security service to protect itself from attacks.")),
    ("robot-de", "robot", note("Sicherheitsüberprüfung", "Bitte bestätigen Sie, dass Sie kein Roboter sind, um die Seite zu sehen. Das dauert nur einen Augenblick.", "de")),
    ("scripts", "script", page("<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript><script src='/main.js'></script>", "Harwick Post")),
    ("scripts-empty", "script", page("<div id='__next'></div><script>self.__next_f=[1,2,3]</script>", "Bridge to be widened | Harwick Post")),
    ("scripts-de", "script", page("<div id='app'></div><noscript>Bitte aktivieren Sie JavaScript, um diese Seite zu nutzen.</noscript>", "Harwicker Bote", "", "de")),
    ("video", "video", page("<h1>Storm at the lock</h1><video src='a.mp4'></video><p>Watch the waves.</p>", "Storm at the lock", CLIP)),
    ("gallery", "gallery", page("<h1>Pictures of the day</h1>" + "".join(f"<figure><img src='{n}.jpg'><figcaption>A boat near pier {n}. (Photo: Ost Agency)</figcaption></figure>" for n in range(12)), "Pictures of the day")),
    ("product", "product", page("<h1>Rope, 20 m</h1><p>Strong rope of hemp for boats of up to nine metres, with two eyes and a bag. Washable.</p><p>€ 19.90</p><button>Add to cart</button>", "Rope, 20 m | Pier Shop", SHOP)),
    ("wall-paid", "login", note("Harwick Post", "Subscribe to continue reading. Already a subscriber? Log in. Choose the plan that suits you best, from 2 euros a week.")),
]  # fmt: skip
