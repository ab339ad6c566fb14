package org.claimwatch.analysis.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimwatch.analysis.model.RelationWords.Way;
import org.claimwatch.common.claim.ClaimRelationKind;

/** How Arabic takes back and supports what was claimed: the verb first, then who does so, then the claim. */
final class ArabicRelationWords {
    private static final String X = "(?<x>[^.،,;؛:!؟?…—–()\"“”«»]{8,300}+)";
    private static final String THAT =
            "\\s+(?:(?:الذي|التي)\\s+(?:قال|قالت|أفاد|أفادت)\\s+)?(?:عن\\s+)?(?:إن|أن|بأن|أنّ|إنّ)\\s+";
    private static final String VERB = "(?<![\\p{L}\\p{M}])[وف]?";
    private static final String NOUN =
            "(?:قول|تصريح|تصريحات|إعلان|اتهام|زعم|مزاعم|تأكيد|ادعاء|خبر|تقرير|بيان|رواية|نشر)";
    private static final String ITS = NOUN + "(?:ها|ه|هم|هما)";

    /** Whose, in a word or four. */
    private static final String WHOSE = "(?:\\s+(?!عن\\b|إن\\b|أن\\b)\\p{L}[\\p{L}\\p{M}]*){1,4}?";

    private static final String SUBJECT = "\\s+(?<subj>\\p{L}[\\p{L}\\p{M}]*(?:\\s+\\p{L}[\\p{L}\\p{M}]*){0,5}?)\\s+";

    /** Verbs bear prefixes: what every text needs is how it goes on. */
    private static final List<Set<String>> NEEDS =
            List.of(Set.of("إن", "أن", "بأن", "أنّ", "إنّ", "نشره", "نشرته", "أصدره", "أصدرته"));

    private static final Pattern NOT_SAID =
            Pattern.compile("(?<![\\p{L}\\p{M}])(?:لم|لن|لا|ليس|ليست|قد|هل|إذا|لو|ما|ألا|دون)\\s*$");

    static final List<Way> WAYS = List.of(
            retracts("(?<cue>" + VERB + "(?:تراجع|تراجعت|تراجعوا))" + SUBJECT + "عن\\s+" + ITS + THAT + X),
            retracts("(?<cue>" + VERB + "(?:سحب|سحبت|سحبوا|يسحب|تسحب))" + SUBJECT + ITS + THAT + X),
            retracts("(?<cue>" + VERB + "(?:سحب|سحبت|يسحب|تسحب))\\s+(?<subj>[«\"]?[^.،«»\"]{2,50}?[»\"]?)\\s+"
                    + "(?:الخبر|التقرير|البيان|المقال)\\s+(?:الذي)\\s+(?:نشره|نشرته|أصدره|أصدرته)(?:\\s+في\\s+[^.،]{2,25}?)?\\s+عن\\s+"
                    + X),
            retracts("(?<cue>" + VERB + "(?:اعتذر|اعتذرت))" + SUBJECT + "عن\\s+" + ITS + THAT + X),
            supports("(?<cue>" + VERB + "(?:يدعم|تدعم|دعم|دعمت|يعزز|تعزز|عزز|عززت))" + SUBJECT + NOUN + WHOSE + THAT
                    + X),
            supports("(?<cue>" + VERB + "(?:يؤكد|تؤكد|أكد|أكدت|يثبت|تثبت|أثبت|أثبتت))" + SUBJECT + "صحة\\s+" + NOUN
                    + WHOSE + THAT + X),
            supports("(?<cue>" + VERB + "(?:يؤكد|تؤكد|أكد|أكدت|يثبت|تثبت|أثبت|أثبتت)\\s+صحة\\s+" + NOUN + ")" + WHOSE
                    + THAT + X));

    private ArabicRelationWords() {}

    private static Way retracts(String pattern) {
        return new Way(Pattern.compile(pattern), ClaimRelationKind.RETRACTS, false, false, NOT_SAID, null, NEEDS);
    }

    private static Way supports(String pattern) {
        return new Way(Pattern.compile(pattern), ClaimRelationKind.SUPPORTS, false, false, NOT_SAID, null, NEEDS);
    }
}
