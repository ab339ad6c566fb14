package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.claimwatch.analysis.actor.ArticleActors.Identified;
import org.claimwatch.analysis.actor.ArticleActors.Named;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.HopKind;
import org.claimwatch.common.statement.TextSpan;
import org.jspecify.annotations.Nullable;

/** One article's speakers, resolved in reading order: each may be spoken of again. */
final class Resolution {
    private static final double SURELY_A_PERSON = 0.9;
    private static final double SAME_GENDER = 0.8;
    private static final double SPOKE = 0.6;
    private static final double PLACE = -1.5;
    private static final int APPOSITION = 4;
    private static final Set<String> HONOURS = Set.of("tan", "sri", "dato");

    private final SegmentedText text;
    private final Roster roster;
    private final Relays relays;
    private final Antecedents antecedents;
    private final Descriptions descriptions;
    private final Governments governments;
    private final Belongings belongings;
    private final Documents documents;
    private final Introductions introductions;
    private final Set<Entity> spoken = new HashSet<>();
    private @Nullable Entity last;

    Resolution(SegmentedText text, OutletNames outlets, List<Speech> speeches) {
        this.text = text;
        this.roster = Roster.of(text);
        Narrative narrative = new Narrative(
                text, speeches.stream().flatMap(s -> s.content().stream()).toList());
        this.antecedents = new Antecedents(text.plain(), narrative, roster.entities());
        this.relays = new Relays(text, outlets, antecedents);
        if (text.language().equals("en")) {
            new Counterparts(text, antecedents).learn(roster.entities());
            new Leaders(text, antecedents).learn();
            new Genders(text, narrative, antecedents).learn();
            Strangers.of(text, narrative).forEach((span, stranger) -> antecedents.add(stranger, span));
        }
        this.governments = new Governments(text, roster, outlets);
        Bodies bodies = new Bodies(
                roster, antecedents, governments, spoken, text.language().equals("de"));
        this.descriptions = new Descriptions(roster, bodies, new Offices(antecedents, spoken));
        this.documents = new Documents(text, antecedents);
        this.belongings = new Belongings(text, antecedents, bodies);
        this.introductions = new Introductions(text, narrative);
    }

    ArticleActors run(List<Speech> speeches) {
        List<Entity> speakers = new ArrayList<>();
        for (Speech speech : speeches) {
            speakers.add(speaker(speech));
        }
        if (text.language().equals("en")) {
            belongings.learn(roster.entities());
        }
        Map<Entity, Entity> named = introductions.names();
        List<Identified> identified = new ArrayList<>();
        for (int i = 0; i < speeches.size(); i++) {
            Speech speech = speeches.get(i);
            Entity entity = speakers.get(i);
            Speaker speaker = speaker(named.getOrDefault(entity, entity), speech.source());
            List<Hop> chain = new ArrayList<>();
            chain.add(new Hop(HopKind.ACTOR, speaker.name(), speech.source()));
            for (TextSpan relay : speech.relays()) {
                relays.hop(relay, this::resolve, roster)
                        .filter(hop -> !hop.name().equals(speaker.name()))
                        .ifPresent(chain::add);
            }
            identified.add(new Identified(speaker, chain));
        }
        List<Named> all = roster.entities().stream()
                .filter(e -> e.isPerson() || e.isOrganisation())
                .filter(e -> e.isPerson() || Places.countryOf(e.name) == null) // "Turkish" is nobody
                .map(e -> new Named(e.name, e.kind, governments.affiliation(e), List.copyOf(e.aliases), e.mentions))
                .toList();
        return new ArticleActors(identified, all);
    }

    private Speaker speaker(Entity entity, @Nullable TextSpan source) {
        return new Speaker(
                governments.name(entity),
                entity.kind,
                governments.affiliation(entity),
                source == null ? 0.6f : entity.mentions.contains(source) ? 0.9f : 0.7f);
    }

    private Entity speaker(Speech speech) {
        TextSpan source = speech.source();
        if (source == null) {
            return last == null ? Descriptions.unnamed("unnamed speaker") : last;
        }
        Entity entity = resolve(source);
        introductions.speaks(entity, source);
        antecedents.speaks(entity, source);
        spoken.add(entity);
        last = entity;
        return entity;
    }

    private Entity resolve(TextSpan mention) {
        TextSpan source = withoutRelative(mention);
        List<Token> words = text.tokensIn(source);
        if (words.isEmpty()) {
            return Descriptions.unnamed("unnamed speaker");
        }
        if (words.size() == 1
                && (words.getFirst().pos() == Pos.PRON
                        || Description.isPronoun(words.getFirst().lower()))) {
            return pronoun(words.getFirst().lower(), source.start());
        }
        Description description = Description.of(words, text.cut(source));
        Entity byName = description.indefinite() ? null : byName(source);
        if (byName != null) {
            return byName;
        }
        Entity author = documents.find(description, source).orElseGet(() -> apposed(source));
        return author != null ? author : descriptions.find(description, source.start());
    }

    /** "an official who": said of the official. */
    private TextSpan withoutRelative(TextSpan mention) {
        List<Token> words = text.tokensIn(mention);
        boolean relative = words.size() > 1
                && (words.getLast().is("who") || words.getLast().is("which"));
        return relative
                ? new TextSpan(mention.start(), words.get(words.size() - 2).end())
                : mention;
    }

    /** "the study's lead author, hepatologist Naomi Feld": whose name follows between marks. */
    private @Nullable Entity apposed(TextSpan source) {
        List<Token> tokens = text.tokens();
        int comma = text.firstTokenFrom(source.end());
        if (comma >= tokens.size() || !tokens.get(comma).is(",")) {
            return null;
        }
        int i = comma + 1;
        while (i < tokens.size() - 1
                && i < comma + APPOSITION
                && RoleNouns.isRole(tokens.get(i).lower())) {
            i++;
        }
        Entity entity = antecedents.from(i < tokens.size() ? tokens.get(i).start() : 0);
        if (entity == null || !entity.isPerson()) {
            return null;
        }
        int end = text.firstTokenFrom(antecedents.endOf(tokens.get(i).start()));
        boolean closed = end >= tokens.size() || !tokens.get(end).isWord();
        return closed ? entity : null;
    }

    private Entity pronoun(String word, int offset) {
        Gender gender = Gender.of(word);
        Predicate<Entity> fits = switch (gender) {
            case FEMALE, MALE -> e -> isSomebody(e) && e.gender.agreesWith(gender);
            case PLURAL -> e -> !e.isPerson() && e.kind != ActorKind.UNNAMED;
            case UNKNOWN -> word.equals("it") ? Entity::isOrganisation : e -> true;
        };
        Optional<Entity> found = antecedents.before(offset, fits, e -> liking(e, gender));
        if (found.isEmpty() && gender == Gender.PLURAL) {
            found = antecedents.before(offset, e -> true, e -> liking(e, gender));
        }
        found.filter(e -> e.gender == Gender.UNKNOWN && e.isPerson() && gender != Gender.UNKNOWN)
                .ifPresent(e -> e.gender = gender);
        return found.orElseGet(() -> Descriptions.unnamed("unnamed speaker"));
    }

    /** No person is what is only described, but not as one: "the rebate". */
    private static boolean isSomebody(Entity entity) {
        return entity.isPerson()
                || (entity.kind == ActorKind.UNNAMED
                        && (entity.gender != Gender.UNKNOWN
                                || entity.roles.stream().anyMatch(RoleNouns::isRole)));
    }

    private double liking(Entity entity, Gender gender) {
        boolean single = gender == Gender.FEMALE || gender == Gender.MALE;
        return (single && entity.isPerson() && (entity.evident || spoken.contains(entity)) ? SURELY_A_PERSON : 0)
                + (single && entity.gender == gender ? SAME_GENDER : 0)
                + (!single && spoken.contains(entity) ? SPOKE : 0)
                + (!single && entity.place ? PLACE : 0);
    }

    /** A name that the mention is, begins or ends with; a possessive names somebody else. */
    private @Nullable Entity byName(TextSpan source) {
        Entity exact = antecedents.at(source);
        if (exact == null) {
            exact = roster.find(Description.stripped(text.cut(source)), false);
        }
        if (exact != null) {
            return exact;
        }
        Entity owner = null;
        boolean owned = false;
        for (Map.Entry<TextSpan, Entity> mention : antecedents.within(source).entrySet()) {
            TextSpan known = mention.getKey();
            Entity entity = mention.getValue();
            boolean starts = known.start() <= source.start() + 4;
            boolean ends = known.end() == source.end();
            if (isOwner(known)) {
                owner = starts && entity.place ? entity : owner;
                owned = true;
                continue;
            }
            if (ends && owned && entity.isPerson()) {
                return entity;
            }
            if (ends && owner != null && entity.isOrganisation()) {
                entity.owner = owner;
                return entity;
            }
            if (ends && entity.isPerson() && holdsOffice(source, known)) {
                return entity;
            }
            boolean names = (starts && (ends || entity.isPerson())) || (ends && lowerBefore(known));
            boolean body = starts
                    && Words.isOrganisation(text.tokensIn(known).getLast().lower());
            if (names || body) {
                return entity;
            }
        }
        return null;
    }

    /** "Special Envoy of the President for Syria Ivan Petrov": an office, and after whose or what it is, the name. */
    private boolean holdsOffice(TextSpan source, TextSpan name) {
        if (name.start() <= source.start()) {
            return false;
        }
        List<Token> before = text.tokensIn(new TextSpan(source.start(), name.start()));
        if (before.stream().allMatch(w -> RoleNouns.isRole(w.lower()) || HONOURS.contains(w.lower()))) {
            return !before.isEmpty();
        }
        int link = 0;
        while (link < before.size()
                && !before.get(link).is("of")
                && !before.get(link).is("to")
                && !before.get(link).is("for")) {
            link++;
        }
        boolean office = link > 0
                && link < before.size()
                && RoleNouns.isRole(before.get(link - 1).lower());
        Token last = before.isEmpty() ? text.tokens().getFirst() : before.getLast();
        return office
                && (Places.isCountry(last.text())
                        || Words.isOrganisation(last.lower())
                        || last.is("affairs")
                        || (RoleNouns.isPortfolio(last.lower()) && last.isCapitalised()));
    }

    private boolean isOwner(TextSpan name) {
        return text.plain().startsWith("'s", name.end()) || text.plain().startsWith("’s", name.end());
    }

    /** "the firm Laverick & Stone": a common noun introduces the name. */
    private boolean lowerBefore(TextSpan name) {
        int before = text.firstTokenFrom(name.start()) - 1;
        return before >= 0
                && text.tokens().get(before).pos() == Pos.NOUN
                && !text.tokens().get(before).isCapitalised();
    }
}
