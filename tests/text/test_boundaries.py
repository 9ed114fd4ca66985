"""Where sentences end in many scripts and languages: a bar marks each boundary. All written for this project."""

import pytest

from coranto.text.sentences import sentences

ENGLISH = """
The ferry left. | It was late. | Nobody knew why.
Mr. Aho met Dr. Bee and Gen. Cray. | They spoke for an hour.
U.S. President J. B. Roe left. | He waved.
“We go.” | She went.
“We go,” she said. | “You stay.”
“Why?” he asked. | Nobody spoke.
"Stop!" she cried. | He ran.
He paid $2.5 million. | Why? | He would not say.
Shares fell 3.2 percent. | Banks lost most.
The rate rose from 2 to 3. | Analysts had expected it.
It happened in 2023. | The court ruled later.
OSLO, Oct. 30 (NNA) -- Talks began.
See No. 5 and p. 12 of the report. | It is long.
They waited ... and waited. | Then the boat came.
They waited… | Then the boat came.
The firm (Aho Ltd.) closed. | Fifty lost their jobs.
At 5 p.m. the bell rang. | At 6 p.m. it rang again.
(It was closed.) | The door stayed shut.
World War II. | The town was rebuilt later.
1. Boats may pass. | 2. Nets may not.
Who paid? | Who knew? | Nobody!
The bill, i.e. the whole of it, was paid. | That was that.
St. Olav's Street was closed. | Trams turned back.
He said: “It is over.” | The crowd left.
"""
GERMAN = """
Am 3. Oktober kamen die Minister. | Sie blieben zwei Tage.
Die Sitzung am 17. war kurz. | Danach ging man.
Berlin, 3. Oktober 2023. | Die Fähre lag still.
Im 19. Jahrhundert war der Hafen größer. | Heute ist er klein.
Der 2. Weltkrieg zerstörte die Brücke. | Sie wurde neu gebaut.
Das kostet z. B. Geld und Zeit. | Niemand zahlt gern.
Das kostet z.B. Geld. | Niemand zahlt.
Der Bau kostet 3,5 Mio. Euro. | Die Stadt zahlt.
Rund 2,1 Mrd. Kronen fehlen. | Das ist viel.
Dr. Aho und Prof. Bee sprachen. | Der Saal war voll.
Er sagte: „Wir fahren.“ | Dann fuhr er.
„Fahren wir?“, fragte sie. | Er nickte.
»Wir fahren.« | Sie ging.
Die Werft bzw. Teile davon schließen. | Das steht in § 5 Abs. 2 des Gesetzes.
Der Termin ist der 3. 10. 2023. | Er steht fest.
"""
ROMANCE = """
« Nous partons. » | Elle est sortie.
« Qui vient ? » demande-t-il. | Personne ne répond.
Pourquoi ? | Personne ne sait.
M. Dupont a vu Mme Roux. | Ils ont parlé.
MM. Dupont et Roux sont partis. | La salle était vide.
Le port a fermé en 2019. | Il rouvrira en mai.
Le ministre l'a dit : « C'est fini. » | La foule est partie.
¿Quién pagó? | Nadie lo sabe.
¡Basta! | ¿Qué más quieren?
El Sr. Aho y la Sra. Bee hablaron. | Nadie escuchó.
El barco salió a las 10 a. m. | Volvió de noche.
—¿Vienes? —preguntó Ana. | Nadie respondió.
Viajó a EE. UU. con su hija. | Volvieron en junio.
Il sig. Rossi ha parlato con il dott. Bianchi. | Poi è uscito.
L'On. Verdi ha votato. | La legge è passata.
A Sra. Lima mora na Av. Central. | O prédio é novo.
O preço subiu 2,5%. | Ninguém esperava.
“Vamos embora”, disse ele. | E saiu.
Dl. Popa a plecat. | Nimeni nu știe unde.
Custó 3.000 euros. | Es mucho.
"""
NORTH = """
Mötet hölls den 3 maj. | Ingen kom.
Det gäller bl.a. Oslo och Bergen. | Resten väntar.
Vi ses kl. 10.30 på torget. | Ta med mat.
Mødet er den 3. maj. | Alle kommer.
Han sa f.eks. Bergen og Tromsø. | Det holdt.
Kokous pidetään 3. toukokuuta. | Kaikki tulevat.
Dhr. Bakker en mevr. Vos kwamen. | Het regende.
Er zijn veel steden, o.a. Breda en Delft. | Ze liggen ver.
Fundurinn er 3. maí. | Allir koma.
Koosolek on 3. mail. | Kõik tulevad.
"""
EAST = """
Spotkanie odbyło się 3 maja 2023 r. | Nikt nie przyszedł.
To m.in. Gdańsk i Gdynia. | Reszta czeka.
Stoi przy ul. Długiej. | To stary dom.
Přijeli např. Novák a Dvořák. | Bylo jich pět.
Schůze je 3. května. | Přijdou všichni.
A hajó 2023. május 3-án indult. | Nem tért vissza.
II. János Pál járt itt. | Sokan jöttek.
Встреча прошла в 2023 г. | Никто не пришёл.
Завод стоит в г. Туле. | Он закрыт.
Министр А. С. Петров уехал. | Он вернётся.
Дом стоит на ул. Садовой. | Он старый.
Цена выросла на 5 тыс. | Это много.
«Мы едем», — сказал он. | Она молчала.
Кто платил? | Никто не знает!
Зустріч була у м. Луцьку. | Прийшли всі.
Срещата беше в гр. Русе. | Дойдоха всички.
Састанак је био 3. маја. | Дошли су сви.
Toplantı 3 Mayıs'ta yapıldı. | Kimse gelmedi.
Sn. Yılmaz ve Doç. Dr. Kaya konuştu. | Salon doluydu.
Posėdis vyko gegužės 3 d. ryte. | Atėjo visi.
"""
GREEK = """
Πού πάει το πλοίο; | Κανείς δεν ξέρει.
Ο κ. Αχο μίλησε. | Η αίθουσα ήταν άδεια.
Ο Κ. Μαρής έφυγε. | Θα γυρίσει.
«Φεύγουμε.» | Βγήκε έξω.
Ποιος πλήρωσε; | Ποιος ήξερε; | Κανείς!
Πόλεις, π.χ. Βόλος και Λαμία, περιμένουν. | Θα δούμε.
"""
ARABIC = """
غادرت العبّارة الميناء؟ | نعم.
غادرت العبّارة الميناء. | لم يعرف أحد السبب.
قال د. سامي إن الجسر مغلق. | لم يعلق الوزير.
ارتفع السعر 2.5 في المئة. | هذا كثير.
توقفوا! | لم يسمع أحد.
قالت الوزيرة إن الشركة Harwick Ltd ستغلق. | لم تذكر متى.
کشتی بندر را ترک کرد. | کسی نمی‌داند چرا؟ | شاید فردا.
کشتی روانہ ہوئی۔ | کسی کو خبر نہیں۔
کیا پل کھلے گا؟ | کوئی نہیں جانتا۔
بېړۍ ووته. | هېڅوک نه پوهېږي.
"""
HEBREW = """
המעבורת עזבה. | איש לא ידע מדוע.
מי שילם? | איש אינו יודע!
פרופ. כהן דיבר. | האולם היה ריק.
המחיר עלה ב-2.5 אחוזים. | זה הרבה.
"""
INDIC = """
नाव चली गई। | कप्तान खुश था।
डॉ. शर्मा ने कहा कि पुल बंद है। | कोई नहीं आया।
किसने पैसे दिए? | कोई नहीं जानता!
ফেরি ছেড়ে গেছে। | কেউ জানে না কেন।
মো. করিম কথা বলেছেন। | সবাই শুনেছে।
ਕਿਸ਼ਤੀ ਚਲੀ ਗਈ। | ਕੋਈ ਨਹੀਂ ਜਾਣਦਾ।
ફેરી બંદરેથી નીકળી છે. | કોઈ જાણતું નથી.
படகு சென்றது. | யாருக்கும் தெரியாது.
పడవ వెళ్లింది. | ఎవరికీ తెలియదు.
ದೋಣಿ ಹೊರಟಿತು. | ಯಾರಿಗೂ ಗೊತ್ತಿಲ್ಲ.
ബോട്ട് പോയി. | ആർക്കും അറിയില്ല.
बोट निघाली. | कोणालाच माहीत नाही.
डुङ्गा छुट्यो। | कसैलाई थाहा छैन।
යාත්‍රාව ගියා. | කවුරුත් දන්නේ නැහැ.
"""
OTHERS = """
Լաստանավը դուրս եկավ։ | Ոչ ոք չգիտի ինչու։
Լաստանավը դուրս եկավ: | Ոչ ոք չգիտի:
ბორანი გავიდა. | არავინ იცის რატომ.
ጀልባው ወጣ። | ማንም አያውቅም።
ጀልባው ወጣ፡፡ | ማንም አያውቅም፡፡
ကူးတို့သင်္ဘော ထွက်ခွာသည်။ | ဘယ်သူမှ မသိပါ။
សាឡាងបានចាកចេញ។ | គ្មាននរណាដឹងទេ។
เรือออกจากท่าแล้ว ไม่มีใครรู้ว่าทำไม นายกเทศมนตรีไม่ตอบ
Kapal itu pergi. | Tak ada yang tahu.
Acara di Jl. Melati itu batal. | Warga kecewa.
Hội nghị ở TP. Vinh đã xong. | Mọi người về.
Bw. Aho aliondoka. | Hakuna anayejua.
Umalis ang lantsa. | Walang nakaaalam.
Хөлөг хөдөлсөн. | Хэн ч мэдэхгүй.
Паром шықты. | Ешкім білмейді.
"""
EASTERN = """
渔船回港。 | 船长说很好！ | 真的吗？ | 没人知道。
“我们走。”他说。 | 没人回答。
他说：“我们走。” | 然后他走了。
价格上涨了2.5%。 | 这很多。
他看了《你好！》这部电影。 | 然后回家了。
他等了很久……然后走了。 | 天黑了。
“真的？” | “真的。”
「行く。」と彼は言った。 | 誰も答えなかった。
船は港を出た。 | 誰も理由を知らない。
価格は2.5％上がった。 | 高い！ | なぜか？
여객선은 항구를 떠났다. | 아무도 이유를 모른다.
회의는 2024. 5. 3. 오전에 열렸다. | 모두 왔다.
그는 “간다.”고 말했다. | 아무도 대답하지 않았다.
가격이 2.5% 올랐다! | 왜일까?
시장은 “끝났다.” | 그리고 떠났다.
渡輪離港。 | 無人受傷。
"""
ALL = [
    line
    for block in (
        ENGLISH, GERMAN, ROMANCE, NORTH, EAST, GREEK, ARABIC, HEBREW, INDIC, OTHERS, EASTERN
    )
    for line in block.strip().split("\n")
]  # fmt: skip
UNSPACED = EASTERN.strip().split("\n")


def split(text):
    return [text[start:end] for start, end, _ in sentences(text)]


@pytest.mark.parametrize("line", ALL)
def test_boundaries(line):
    wanted = [piece.strip() for piece in line.split(" | ")]
    joined = "".join(wanted) if line in UNSPACED and line[0] < "가" else " ".join(wanted)
    assert split(joined) == wanted


def test_a_bar_for_a_danda():
    assert split("नाव चली गई| कप्तान खुश था|") == ["नाव चली गई|", "कप्तान खुश था|"]


def test_there_are_many_boundaries():
    assert sum(line.count(" | ") for line in ALL) >= 150
