package org.claimwatch.analysis.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The consonants of a name, alike for its Arabic and its usual Latin spelling. */
public final class Skeletons {
    private static final Map<Character, Character> SOUNDS = sounds();

    private Skeletons() {}

    /** Empty where too few consonants are left to tell names apart. */
    public static String of(String word) {
        String latin = Normalizer.normalize(word, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("sh", "ش")
                .replace("ch", "ش")
                .replace("sch", "ش")
                .replace("kh", "k")
                .replace("gh", "g")
                .replace("th", "t")
                .replace("dh", "d")
                .replace("ph", "f");
        if (latin.length() > 4 && latin.startsWith("ال")) {
            latin = latin.substring(2);
        }
        StringBuilder bones = new StringBuilder();
        for (int i = 0; i < latin.length(); i++) {
            Character sound = SOUNDS.get(latin.charAt(i));
            if (sound != null && (bones.isEmpty() || bones.charAt(bones.length() - 1) != sound)) {
                bones.append(sound.charValue());
            }
        }
        return bones.length() < 3 ? "" : bones.toString();
    }

    private static Map<Character, Character> sounds() {
        String[] groups = {
            "bbpبپ", "ttتطث", "ggjجغگ", "kkcqخكکق", "ddدضذ", "rrر", "zzزظ", "ssسص", "ششچ", "ffvwفڤ", "llل", "mmم", "nnن"
        };
        Map<Character, Character> sounds = new HashMap<>();
        for (String group : groups) {
            for (int i = 0; i < group.length(); i++) {
                sounds.put(group.charAt(i), group.charAt(0));
            }
        }
        return Map.copyOf(sounds);
    }
}
