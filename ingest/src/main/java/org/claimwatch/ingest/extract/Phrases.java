package org.claimwatch.ingest.extract;

import java.util.regex.Pattern;

/** What stands around articles in so many words, in the languages of the outlets. */
final class Phrases {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Opens a list of other articles. */
    private static final Pattern RELATED = Pattern.compile(
            "^\\W*(more\\b|related|read (more|also|next|on)|also read|see also|you (may|might)|recommended|most (read|popular|viewed)|trending"
                    + "|up next|latest|popular|further reading|editor'?s'? picks?|don'?t miss|tags?\\b|topics?\\b|keywords"
                    + "|mehr\\b|lesen sie|lies auch|auch interessant|das könnte|weitere|verwandte|ähnliche|schlag(wört|wort)|themen\\b|zum thema|meistgelesen"
                    + "|voir aussi|lire aussi|à lire|sur le même|articles liés|plus d|les plus lus"
                    + "|leer más|lea también|lee también|relacionad|noticias relacionad|más (sobre|noticias|le[ií]d)|te puede|etiquetas|temas\\b"
                    + "|leia (mais|também)|veja (mais|também)|leggi anche|articoli correlati|potrebbe"
                    + "|lees (ook|meer)|meer (over|nieuws)|läs (mer|också|även)|les også|læs også|czytaj|zobacz|czytaj też"
                    + "|관련|関連|あわせて|相关|相關|推荐|推薦|اقرأ|إقرأ|مواضيع|ذات صلة|читайте|смотрите|ilgili|önerilen|baca juga)",
            FLAGS);

    /** Asks the reader to do something else than read on, or says whose page this is. */
    private static final Pattern PROMOTION = Pattern.compile(
            "sign up|newsletter|subscribe|follow (us|me) on|download (our|the) app|join our|click here to|whatsapp[- ](kanal|channel)|telegram[- ]channel"
                    + "|abonnier|folg(en|e|t) (sie )?uns|folgst du|inscrivez-vous|abonnez|suscr[ií]be|síguenos|iscriviti|seguici|assine|siga-nos|schrijf je in|prenumerera|tilmeld"
                    + "|support our|make a donation|e-mail-adresse wird nicht|email address will not be|has not been edited by|affiliate (and/or referral )?links|temporarily moderating",
            FLAGS);

    private static final Pattern RIGHTS = Pattern.compile(
            "all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|tutti i diritti|alle rechten voorbehouden|may not be (published|reproduced|republished)"
                    + "|無断転載|无断转载|무단 ?전재|جميع الحقوق محفوظة|все права защищены|dieser artikel wurde ausgedruckt|^our standards:|^\\(?(additional )?(reporting|writing|editing) by\\b|^©|^copyright\\b"
                    + "|(this (web)?site|we|wir|nous|diese (web)?seite|este sitio|questo sito)\\b.{0,40}\\b(use|uses|using|verwende[nt]|nutze[nt]|utilis|utiliza|utilizza)\\w*\\b.{0,20}\\bcookies?",
            FLAGS);

    private static final Pattern CREDIT = Pattern.compile(
            "getty images|shutterstock|istock|picture[- ]alliance|ap photo|/\\s?(ap|afp|reuters|epa|dpa|getty|efe|ansa)\\b|\\b(epa-efe|afp|reuters)/|photo(graph)? (by|courtesy)|courtesy of|^\\(?(photo|foto|image|bild|picture|credit|quelle|source|crédit|imagen|fotos|صورة)s?\\s*(credits?)?\\s*:|^©|\\(c\\) ",
            FLAGS);

    private static final Pattern BYLINE = Pattern.compile(
            "^(?i:" + BylineWords.BEFORE + "|" + BylineWords.BEFORE_COLON + ")[\\s:：/]+(?=\\p{Lu}|\\p{Lo})",
            Pattern.UNICODE_CASE);

    private static final int LONGEST = 2_000;

    private Phrases() {}

    /** A word without an end is no phrase, and costs as long as it is. */
    private static boolean hasFewWords(Block block, int fewer) {
        return block.words() < fewer && block.text().length() < LONGEST;
    }

    static boolean isRelatedHeading(Block block) {
        return hasFewWords(block, 13) && RELATED.matcher(block.text()).find();
    }

    static boolean isPromotion(Block block) {
        return hasFewWords(block, 45) && PROMOTION.matcher(block.text()).find();
    }

    static boolean isRightsNotice(Block block) {
        return hasFewWords(block, 60) && RIGHTS.matcher(block.text()).find();
    }

    static boolean isCredit(Block block) {
        return hasFewWords(block, 20) && CREDIT.matcher(block.text()).find();
    }

    static boolean isByline(Block block) {
        return hasFewWords(block, 12) && BYLINE.matcher(block.text()).find();
    }
}
