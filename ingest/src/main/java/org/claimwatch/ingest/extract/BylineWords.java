package org.claimwatch.ingest.extract;

import java.util.regex.Pattern;

/** How bylines begin, and how news agencies sign, in the languages of the outlets. */
final class BylineWords {
    /** Before a name, with or without a colon. */
    static final String BEFORE = "(?:"
            // Germanic
            + "(?:written|posted|published|reported|compiled|story|words|text|photos? and text) by|by|author"
            + "|(?:geschrieben|verfasst|veröffentlicht|publiziert|ein (?:beitrag|artikel|kommentar|gastbeitrag|interview)|text|texte|alles|mehr) von|von|vom"
            + "|geschreven door|door|auteur|skrevet av|skriven av|tekst av|tekst og foto|av|skrevet af|af|från|skribent"
            // Romance
            + "|(?:publié|écrit|rédigé|propos recueillis|texte) par|par|auteure|autrice|(?:escrito|publicado|postado|redactado|texto) por|por|autor|autora"
            + "|(?:scritto|testo|articolo) (?:da|di)|a cura di|di|autore|redactor|scris de|articol de"
            // Slavic, Baltic, Uralic, Albanian
            + "|autor(?:ka|ica|zy)?|autorius|autors|autoři|tekst|napisała?|opracowała?|rozmawiała?|napsala?|píše|piše|napisao|napisala|shkruan|nga"
            + "|автори?|автор статьи|текст|от|пише|írta|szerző|kirjoittanut|kirjoittaja|teksti"
            // Greek, Turkic, Malay, Vietnamese, Swahili
            + "|συντάκτης|συντάκτρια|γράφει ο|γράφει η|του|της|επιμέλεια|yazan|yazar|haber|oleh|penulis|laporan|tác giả|theo|na mwandishi"
            // Scripts without capitals
            + "|بقلم|كتبت?|كتابة|إعداد|تحرير|نویسنده|به قلم|گزارش|מאת|लेखक|द्वारा|作者|记者|記者|撰文|文|執筆|筆者|글|작성자|โดย|เรื่อง"
            + ")";

    /** Only with a colon do these not belong to the name. */
    static final String BEFORE_COLON =
            "(?:redaktion|redacción|rédaction|redazione|redação|redakteur(?:in)?|autore?n?(?:in(?:nen)?)?|auteurs?|autores|authors|verfasser(?:in)?|journalist(?:in)?|reporter|source|quelle|编辑|責任編輯|责任编辑)\\s*[:：]";

    private static final String AGENCIES =
            "AFP|AP|Associated Press|The Associated Press|Reuters|REUTERS|dpa(?:/\\p{L}+)?(?:-AFX)?|APA(?:/\\p{L}+)?|sda|SDA|Keystone-SDA|ANSA|Adnkronos|EFE|Europa Press|Lusa|LUSA|Belga|BELGA|ANP|TT|NTB|Ritzau|STT|PAP|ČTK|TASR|SITA|MTI|Tanjug|Hina|HINA|STA|BTA|БТА|Agerpres|AGERPRES|TASS|ТАСС|Interfax|Интерфакс|Укринформ|Укрінформ|AA|Anadolu|DHA|İHA|Xinhua|新华社|新華社|中央社|Kyodo|共同|時事|Yonhap|연합뉴스|PTI|ANI|IANS|APP|BSS|Bernama|Antara|ANTARA|TTXVN|VNA|IRNA|ایرنا|إرنا|SPA|واس|WAM|وام|MENA|أ ش أ|KUNA|كونا|QNA|قنا|Petra|بترا|SANA|سانا|رويترز|فرانس برس|أ ف ب|الأناضول|د ب أ|NAN|AAP|UPI|IRIN|kna|KNA|epd|Notimex|Télam|Agência Brasil|Prensa Latina";

    /** "HAMBURG (dpa/lno) – ": who sent the report to the outlet. */
    static final Pattern DATELINE = Pattern.compile("^[\\p{L}\\p{M} .,'’/–-]{0,60}[(（\\[](?<agency>" + AGENCIES
            + ")[)）\\]]\\s*[-–—:.،]|^[\\p{L} .,'’/]{2,50}\\s[-–—]\\s?(?<other>" + AGENCIES + ")\\s?[-–—]");

    private BylineWords() {}
}
