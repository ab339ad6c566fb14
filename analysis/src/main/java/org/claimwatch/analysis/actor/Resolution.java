package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final Set<String> INDEFINITE = Set.of(
            "a",
            "an",
            "one",
            "two",
            "three",
            "some",
            "several",
            "many",
            "another",
            "unnamed",
            "anonymous",
            "eine",
            "ein",
            "einer",
            "einen");
    private static final Set<String> POSSESSIVE = Set.of("his", "her", "its", "their");

    private final SegmentedText text;
    private final String outlet;
    private final Roster roster;
    private final List<Entity> spoken = new ArrayList<>();

    Resolution(SegmentedText text, String outlet) {
        this.text = text;
        this.outlet = outlet;
        this.roster = Roster.of(text);
    }

    ArticleActors run(List<Speech> speeches) {
        List<Identified> identified = new ArrayList<>();
        for (Speech speech : speeches) {
            Entity entity = speaker(speech);
            Speaker speaker = new Speaker(entity.name, entity.kind, entity.affiliation, 0.8f);
            List<Hop> chain = new ArrayList<>();
            chain.add(new Hop(HopKind.ACTOR, entity.name, speech.source()));
            for (TextSpan relay : speech.relays()) {
                Hop hop = relay(relay);
                if (hop != null) {
                    chain.add(hop);
                }
            }
            identified.add(new Identified(speaker, chain));
        }
        List<Named> named = roster.entities().stream()
                .filter(e -> !e.isUnnamed())
                .map(e -> new Named(e.name, e.kind, e.affiliation, List.copyOf(e.aliases), e.mentions))
                .toList();
        return new ArticleActors(identified, named);
    }

    private Entity speaker(Speech speech) {
        TextSpan source = speech.source();
        if (source == null) {
            return spoken.isEmpty() ? unnamed("unnamed speaker") : spoken.getLast();
        }
        Entity entity = resolve(source);
        entity.mentions.add(source);
        spoken.remove(entity);
        spoken.add(entity);
        return entity;
    }

    private Entity resolve(TextSpan source) {
        List<Token> words = text.tokensIn(source);
        if (words.isEmpty()) {
            return unnamed("unnamed speaker");
        }
        if (words.size() == 1 && words.getFirst().pos() == Pos.PRON) {
            Gender gender = Gender.of(words.getFirst().lower());
            return gender == Gender.UNKNOWN ? latest(gender) : latestOr(gender);
        }
        if (POSSESSIVE.contains(words.getFirst().lower()) && words.size() == 1) {
            return latestOr(Gender.of(words.getFirst().lower()));
        }
        Entity byName = byName(source);
        if (byName != null) {
            return byName;
        }
        return described(words);
    }

    /** A name that the mention is, or ends in; possessives name somebody else. */
    private @Nullable Entity byName(TextSpan source) {
        String mention = text.cut(source);
        Entity exact = roster.find(strip(mention), false);
        if (exact != null) {
            return exact;
        }
        for (Entity entity : roster.entities()) {
            for (TextSpan known : entity.mentions) {
                boolean starts = known.start() <= source.start() + 4
                        && known.start() >= source.start()
                        && known.end() <= source.end();
                boolean ends = known.end() == source.end() && known.start() >= source.start();
                if ((ends && entity.isPerson()) || (starts && known.end() == source.end())) {
                    return entity;
                }
                if (starts
                        && entity.isPerson()
                        && !text.plain().startsWith("’s", known.end())
                        && !text.plain().startsWith("'s", known.end())) {
                    return entity;
                }
            }
        }
        return null;
    }

    /** "the minister", "a customs official", "the union", "residents". */
    private Entity described(List<Token> words) {
        int headIndex = head(words);
        String head = words.get(headIndex).lower();
        boolean indefinite = INDEFINITE.contains(words.getFirst().lower());
        boolean definite = words.getFirst().is("the")
                || POSSESSIVE.contains(words.getFirst().lower());
        String description = strip(
                text.cut(new TextSpan(words.getFirst().start(), words.getLast().end())));
        boolean capitalised = words.stream().anyMatch(w -> w.isCapitalised() && w.pos() == Pos.PROPN);
        if (Words.isOrganisation(head)) {
            Entity known = indefinite ? null : organisation(head);
            return known != null && !capitalised ? known : remember(new Entity(description, ActorKind.ORGANISATION));
        }
        if (definite) {
            for (int i = spoken.size() - 1; i >= 0; i--) {
                if (spoken.get(i).roles.contains(head)) {
                    return spoken.get(i);
                }
            }
            for (Entity entity : roster.entities()) {
                if (entity.isPerson() && entity.roles.contains(head)) {
                    return entity;
                }
            }
        }
        boolean plural = RoleNouns.isPlural(head) || (head.endsWith("s") && !definite && !indefinite);
        if (!RoleNouns.isRole(head) && !plural && capitalised) {
            return remember(new Entity(description, ActorKind.ORGANISATION));
        }
        Entity entity = unnamed(lowerFirst(description));
        entity.kind = plural ? ActorKind.GROUP : ActorKind.UNNAMED;
        entity.roles.add(head);
        entity.gender = plural ? Gender.PLURAL : Gender.of(head);
        return entity;
    }

    private static int head(List<Token> words) {
        for (int i = 0; i < words.size() - 1; i++) {
            String next = words.get(i + 1).lower();
            if (words.get(i).pos().nominal()
                    && i + 1 < words.size()
                    && Set.of("of", "for", "in", "at", "from", "who", "on", "with", "behind")
                            .contains(next)) {
                return i;
            }
        }
        return words.size() - 1;
    }

    private @Nullable Entity organisation(String head) {
        Entity best = null;
        for (Entity entity : roster.entities()) {
            boolean fits = entity.kind == ActorKind.ORGANISATION
                    && Roster.plain(entity.name).contains(head);
            if (fits) {
                best = entity;
            }
        }
        return best;
    }

    private Entity remember(Entity entity) {
        roster.entities().add(entity);
        return entity;
    }

    private static Entity unnamed(String description) {
        return new Entity(description, ActorKind.UNNAMED);
    }

    private Entity latest(Gender gender) {
        for (int i = spoken.size() - 1; i >= 0; i--) {
            if (spoken.get(i).gender.agreesWith(gender)) {
                return spoken.get(i);
            }
        }
        return unnamed("unnamed speaker");
    }

    private Entity latestOr(Gender gender) {
        Entity entity = latest(gender);
        if (entity.gender == Gender.UNKNOWN && entity.kind == ActorKind.PERSON) {
            entity.gender = gender;
        }
        return entity;
    }

    /** An addressee is a relay when it is an outlet other than the publishing one. */
    private @Nullable Hop relay(TextSpan span) {
        String name = strip(text.cut(span));
        List<Token> words = text.tokensIn(span);
        boolean own = Roster.plain(name).equals(Roster.plain(outlet))
                || Roster.plain(outlet).endsWith(Roster.plain(name));
        boolean capitals = words.stream().anyMatch(Token::isCapitalised);
        boolean outletLike = (capitals && words.stream().anyMatch(w -> Words.isOutlet(w.lower())))
                || (words.size() <= 2 && words.stream().allMatch(Token::isCapitalised));
        if (own || !outletLike || Words.isNoAddressee(name)) {
            return null;
        }
        Entity known = roster.find(name, false);
        return new Hop(HopKind.OUTLET, known == null ? name : known.name, span);
    }

    private static String strip(String mention) {
        String flat = mention.replaceAll("\\s+", " ").strip();
        for (String article : List.of("the ", "a ", "an ", "its ", "his ", "her ", "their ")) {
            if (flat.toLowerCase(Locale.ROOT).startsWith(article) && flat.length() > article.length()) {
                return flat.substring(article.length());
            }
        }
        return flat;
    }

    private static String lowerFirst(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
