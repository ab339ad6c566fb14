package org.claimwatch.ingest.duplicate;

import java.util.regex.Pattern;

/** Knows the short paragraphs that a desk puts under everything: they make no two articles alike. */
final class CreditLine {
    private static final int LONGEST = 300;

    private static final Pattern LINE = Pattern.compile(
            "^\\W*(?:©|\\(c\\) |copyright\\b|all rights reserved|(?:additional )?(?:reporting|writing|editing|compiled|"
                    + "translated) by\\b|our standards\\b|sign up\\b|subscribe\\b|follow (?:us|him|her)\\b|source\\s*:|"
                    + "quelle\\s*:|mit material (?:von|der)\\b|alle rechte vorbehalten|redaktion\\s*:|"
                    + "المصدر\\s*:|جميع الحقوق محفوظة|حقوق النشر|تحرير\\b|ترجمة\\b|this (?:article|story) was (?:first|originally)\\b"
                    + "|about (?:us|the author)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    private CreditLine() {}

    static boolean matches(String paragraph) {
        return paragraph.length() <= LONGEST && LINE.matcher(paragraph).matches();
    }
}
