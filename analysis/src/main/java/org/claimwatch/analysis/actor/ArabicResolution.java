package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimwatch.analysis.actor.ArticleActors.Identified;
import org.claimwatch.analysis.actor.ArticleActors.Named;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.HopKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** Speakers in Arabic, where no capitals mark a name: it follows a title, and carries no article. */
final class ArabicResolution {
    private static final Set<String> BODIES = Set.of(
            "وزارة", "هيئة", "لجنة", "وكالة", "شركة", "حكومة", "مجلس", "مصرف", "بنك", "اتحاد", "نقابة", "منظمة", "مكتب",
            "جيش", "مؤسسة", "جامعة", "مستشفى", "جريدة", "صحيفة", "قناة", "إذاعة", "حزب", "رئاسة", "الحكومة", "الوزارة",
            "تعاونية", "جمعية", "نيابة", "محكمة", "شرطة", "مركز", "معهد", "الهيئة", "اللجنة", "المجلس", "الجيش",
            "الجانب", "الشركة", "النقابة", "الوكالة", "قيادة", "بعثة", "إدارة");
    private static final Set<String> TITLES = Set.of(
            "وزير", "وزيرة", "متحدث", "متحدثة", "رئيس", "رئيسة", "مدير", "مديرة", "مديرها", "دكتور", "دكتورة", "سفير",
            "سفيرة", "مبعوث", "مبعوثة", "محافظ", "محافظة", "نائب", "نائبة", "أستاذ", "أستاذة", "عقيد", "عميد", "لواء",
            "قائد", "ناطق", "ناطقة", "أمين", "أمينة", "زعيم", "زعيمة", "عضو", "خبير", "خبيرة", "مهندس", "مهندسة",
            "معلم", "معلمة", "باحث", "باحثة", "حاكم", "حاكمة", "قاضي", "قاضية");
    private static final Set<String> UNNAMED = Set.of(
            "مصدر",
            "مسؤول",
            "مسؤولة",
            "موظف",
            "موظفة",
            "طبيب",
            "طبيبة",
            "أطباء",
            "سائق",
            "شاهد",
            "شهود",
            "دبلوماسي",
            "دبلوماسيون",
            "مصادر",
            "مسؤولون",
            "صيادون",
            "سكان",
            "أهالي",
            "عضو",
            "ممرضة",
            "إحداهن",
            "أحدهم",
            "زميل");
    private static final Set<String> OUTLETS = Set.of("وكالة", "قناة", "صحيفة", "إذاعة", "جريدة", "موقع");

    private static final int LONGEST_NAME = 4;

    private final SegmentedText text;
    private final OutletNames outlets;
    private final List<Entity> people = new ArrayList<>();
    private @Nullable Entity last;

    ArabicResolution(SegmentedText text, OutletNames outlets) {
        this.text = text;
        this.outlets = outlets;
        List<Token> tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (TITLES.contains(bare(tokens.get(i).text()))) {
                named(tokens.subList(i, Math.min(tokens.size(), i + 7)));
            }
        }
    }

    ArticleActors run(List<Speech> speeches) {
        List<Identified> identified = new ArrayList<>();
        for (Speech speech : speeches) {
            TextSpan source = speech.source();
            Entity before = last;
            Entity entity = source != null ? resolve(text.tokensIn(source), text.cut(source)) : before;
            if (entity == null) {
                entity = new Entity("متحدث لم يذكر اسمه", ActorKind.UNNAMED);
            }
            last = entity;
            List<Hop> chain = new ArrayList<>();
            chain.add(new Hop(HopKind.ACTOR, entity.name, source));
            speech.relays().forEach(relay -> relay(relay).ifPresent(chain::add));
            identified.add(new Identified(
                    new Speaker(entity.name, entity.kind, entity.affiliation, source == null ? 0.6f : 0.75f), chain));
        }
        return new ArticleActors(
                identified,
                people.stream()
                        .map(e -> new Named(e.name, e.kind, e.affiliation, List.copyOf(e.aliases), e.mentions))
                        .toList());
    }

    private Entity resolve(List<Token> mention, String words) {
        if (mention.isEmpty()) {
            return new Entity(words, ActorKind.UNNAMED);
        }
        String first = mention.getFirst().text();
        if (UNNAMED.contains(bare(first))
                && mention.stream().noneMatch(t -> t.text().equals("،"))) {
            return new Entity(words, ActorKind.UNNAMED);
        }
        if (BODIES.contains(first)) {
            return new Entity(words, ActorKind.ORGANISATION);
        }
        Entity person = named(mention);
        if (person != null) {
            return person;
        }
        if (isMarked(mention)) {
            List<Token> name = wordsOf(mention);
            return new Entity(
                    text.cut(
                            new TextSpan(name.getFirst().start(), name.getLast().end())),
                    ActorKind.ORGANISATION);
        }
        String title = bare(first);
        for (int i = people.size() - 1; i >= 0; i--) {
            boolean sameName = mention.size() == 1 && people.get(i).name.endsWith(" " + first);
            if (people.get(i).roles.contains(title) || sameName) {
                return people.get(i);
            }
        }
        return new Entity(words, ActorKind.UNNAMED);
    }

    /** «الحياة»: a name that stands between marks is an outlet's or another body's. */
    private boolean isMarked(List<Token> mention) {
        List<Token> words = wordsOf(mention);
        if (words.isEmpty() || words.size() > LONGEST_NAME) {
            return false;
        }
        int before = words.getFirst().start() - 1;
        int after = words.getLast().end();
        String plain = text.plain();
        return before >= 0 && after < plain.length() && plain.charAt(before) == '«' && plain.charAt(after) == '»';
    }

    private static List<Token> wordsOf(List<Token> mention) {
        return mention.stream().filter(Token::isWord).toList();
    }

    /** The person whom a title, or two words without an article, name. */
    private @Nullable Entity named(List<Token> words) {
        String title = bare(words.getFirst().text());
        boolean titled = TITLES.contains(title);
        int i = titled ? 1 : 0;
        while (titled && i < words.size() && !isNamePart(words.get(i))) {
            if (!isComplement(words.get(i))) {
                return null;
            }
            i++;
        }
        int end = i;
        while (end < words.size() && end < i + 3 && isNamePart(words.get(end))) {
            end++;
        }
        if (titled
                && end == i + 1
                && end < words.size()
                && words.get(end).text().startsWith("ال")) {
            end++; // a surname may carry the article
        }
        if (end - i < 2 || BODIES.contains(words.get(i).text())) {
            return null;
        }
        end = Math.min(end, words.get(i).text().equals("عبد") ? i + 3 : i + 2);
        TextSpan span = new TextSpan(words.get(i).start(), words.get(end - 1).end());
        String name = text.cut(span);
        Entity person =
                people.stream().filter(p -> p.name.equals(name)).findFirst().orElse(null);
        if (person == null) {
            person = new Entity(name, ActorKind.PERSON);
            people.add(person);
        }
        if (!person.mentions.contains(span)) {
            person.mentions.add(span);
        }
        if (titled) {
            person.roles.add(title);
        }
        return person;
    }

    private static boolean isNamePart(Token token) {
        String word = token.text();
        return token.isWord()
                && !word.startsWith("ال")
                && !word.startsWith("وال")
                && !word.startsWith("باسم")
                && !TITLES.contains(word)
                && word.length() > 1
                && !Set.of(
                                "هذه", "هذا", "تلك", "ذلك", "كل", "في", "من", "إلى", "على", "عن", "قد", "إن", "أن",
                                "ما", "لا", "لم", "مع", "بعد")
                        .contains(word);
    }

    /** "وزيرة الصحة", "المتحدث باسمها": what stands between a title and a name. */
    private static boolean isComplement(Token token) {
        return token.text().startsWith("ال")
                || token.text().startsWith("وال")
                || token.text().startsWith("باسم")
                || TITLES.contains(bare(token.text()));
    }

    private Optional<Hop> relay(TextSpan span) {
        List<Token> words = text.tokensIn(span);
        String name = text.cut(span);
        boolean isOutlet = words.stream().anyMatch(w -> OUTLETS.contains(bare(w.text())));
        return isOutlet && !outlets.isOwn(name) ? Optional.of(new Hop(HopKind.OUTLET, name, span)) : Optional.empty();
    }

    private static String bare(String word) {
        return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
    }
}
