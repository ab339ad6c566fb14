package org.claimwatch.analysis.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final Set<String> COMPANIES = Set.of(
            "company",
            "firm",
            "operator",
            "manufacturer",
            "maker",
            "producer",
            "business",
            "group",
            "giant",
            "retailer",
            "carrier",
            "auditors",
            "contractor");

    private final SegmentedText text;
    private final Roster roster;
    private final Relays relays;
    private final Antecedents antecedents;
    private final List<Entity> spoken = new ArrayList<>();
    private final List<TextSpan> sources = new ArrayList<>();

    Resolution(SegmentedText text, OutletNames outlets, List<Speech> speeches) {
        this.text = text;
        this.roster = Roster.of(text);
        this.relays = new Relays(text, outlets);
        this.antecedents = new Antecedents(
                text, speeches.stream().flatMap(s -> s.content().stream()).toList());
    }

    ArticleActors run(List<Speech> speeches) {
        List<Identified> identified = new ArrayList<>();
        for (Speech speech : speeches) {
            Entity entity = speaker(speech);
            Speaker speaker = speaker(entity, speech.source());
            List<Hop> chain = new ArrayList<>();
            chain.add(new Hop(HopKind.ACTOR, speaker.name(), speech.source()));
            for (TextSpan relay : speech.relays()) {
                relays.hop(relay, this::resolve, roster).ifPresent(chain::add);
            }
            identified.add(new Identified(speaker, chain));
        }
        List<Named> named = roster.entities().stream()
                .filter(e -> e.isPerson() || e.isOrganisation())
                .map(e -> new Named(e.name, e.kind, e.affiliation, List.copyOf(e.aliases), e.mentions))
                .toList();
        return new ArticleActors(identified, named);
    }

    private static Speaker speaker(Entity entity, @Nullable TextSpan source) {
        boolean government = entity.place && entity.isOrganisation();
        return new Speaker(
                government ? "Government of " + entity.name : entity.name,
                entity.kind,
                entity.affiliation,
                source == null ? 0.6f : entity.mentions.contains(source) ? 0.85f : 0.7f);
    }

    private Entity speaker(Speech speech) {
        TextSpan source = speech.source();
        if (source == null) {
            return spoken.isEmpty() ? unnamed("unnamed speaker") : spoken.getLast();
        }
        Entity entity = resolve(source);
        entity.mentions.add(source);
        sources.add(source);
        spoken.remove(entity);
        spoken.add(entity);
        return entity;
    }

    private Entity resolve(TextSpan source) {
        List<Token> words = text.tokensIn(source);
        if (words.isEmpty()) {
            return unnamed("unnamed speaker");
        }
        if (words.size() == 1
                && (words.getFirst().pos() == Pos.PRON
                        || Description.isPronoun(words.getFirst().lower()))) {
            return pronoun(words.getFirst().lower(), source.start());
        }
        Description description = Description.of(words, text.cut(source));
        Entity byName = description.indefinite() ? null : byName(source);
        return byName != null ? byName : described(description, source.start());
    }

    private Entity pronoun(String word, int offset) {
        Gender gender = Gender.of(word);
        Predicate<Entity> fits = switch (gender) {
            case FEMALE, MALE -> e -> (e.isPerson() || e.kind == ActorKind.UNNAMED) && e.gender.agreesWith(gender);
            case PLURAL -> e -> !e.isPerson();
            case UNKNOWN -> word.equals("it") ? Entity::isOrganisation : e -> true;
        };
        Optional<Entity> found = antecedents
                .before(
                        offset,
                        everybody(),
                        sources,
                        e -> fits.test(e) && (!e.isPerson() || e.evident || spoken.contains(e)))
                .or(() -> antecedents.before(offset, everybody(), sources, fits));
        if (found.isEmpty() && gender == Gender.PLURAL) {
            found = antecedents.before(offset, everybody(), sources, e -> true);
        }
        found.filter(e -> e.gender == Gender.UNKNOWN && e.isPerson() && gender != Gender.UNKNOWN)
                .ifPresent(e -> e.gender = gender);
        return found.orElseGet(() -> unnamed("unnamed speaker"));
    }

    private List<Entity> everybody() {
        List<Entity> all = new ArrayList<>(roster.entities());
        spoken.stream().filter(e -> !all.contains(e)).forEach(all::add);
        return all;
    }

    /** A name that the mention is, begins or ends with; a possessive names somebody else. */
    private @Nullable Entity byName(TextSpan source) {
        Entity exact = roster.find(Description.stripped(text.cut(source)), false);
        if (exact != null) {
            return exact;
        }

        for (Entity entity : roster.entities()) {
            for (TextSpan known : entity.mentions) {
                boolean inside = source.start() <= known.start() && known.end() <= source.end();
                boolean starts = known.start() <= source.start() + 4;
                boolean ends = known.end() == source.end();
                boolean possessive = text.plain().startsWith("'s", known.end())
                        || text.plain().startsWith("’s", known.end());
                if (inside
                        && !possessive
                        && ((starts && (ends || entity.isPerson())) || (ends && lowerBefore(known)))) {
                    return entity;
                }
                if (inside
                        && !possessive
                        && starts
                        && Words.isOrganisation(text.tokensIn(known).getLast().lower())) {
                    return entity;
                }
            }
        }
        return null;
    }

    /** "the firm Laverick & Stone": a common noun introduces the name. */
    private boolean lowerBefore(TextSpan name) {
        int before = text.firstTokenFrom(name.start()) - 1;
        return before >= 0
                && text.tokens().get(before).pos() == Pos.NOUN
                && !text.tokens().get(before).isCapitalised();
    }

    /** "the minister", "a customs official", "the union", "residents". */
    private Entity described(Description description, int offset) {
        String head = description.head();
        if (!description.indefinite()) {
            Optional<Entity> known = organisation(description, offset)
                    .or(() -> person(description, offset))
                    .or(() -> bridged(description, offset));
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (Words.isOrganisation(head)
                || (description.capitalised()
                        && !description.indefinite()
                        && !RoleNouns.isRole(head)
                        && !description.plural())) {
            Entity organisation = new Entity(description.name(), ActorKind.ORGANISATION);
            roster.entities().add(organisation);
            return organisation;
        }
        Entity entity = unnamed(description.lowered());
        entity.kind = description.plural() ? ActorKind.GROUP : ActorKind.UNNAMED;
        entity.roles.addAll(description.words());
        entity.gender = description.plural() ? Gender.PLURAL : Gender.of(head);
        return entity;
    }

    private Optional<Entity> organisation(Description description, int offset) {
        String head = description.head();
        if (COMPANIES.contains(head)) {
            return company(description, offset);
        }
        if (!Words.isOrganisation(head)) {
            return Optional.empty();
        }
        List<String> others = description.modifiers();
        return Antecedents.latest(
                offset,
                roster.entities(),
                e -> e.isOrganisation()
                        && Set.of(Roster.plain(e.name).split(" ", -1).clone()).contains(head)
                        && others.stream().allMatch(w -> Roster.plain(e.name).contains(w)));
    }

    /** A company by a word of its name, by what companies are called, or by being spoken of more than once. */
    private Optional<Entity> company(Description description, int offset) {
        Predicate<Entity> organisation = e -> e.isOrganisation() && !e.place && !e.outlet;
        Predicate<Entity> alike = e -> description.modifiers().stream()
                .anyMatch(w -> w.length() > 3 && Roster.plain(e.name).contains(w));
        Predicate<Entity> called = e -> e.name.indexOf('&') >= 0
                || Arrays.stream(Roster.plain(e.name).split(" ", -1)).anyMatch(Words::isCompany);
        Predicate<Entity> repeated = e -> e.mentions.size() > 1
                && Arrays.stream(Roster.plain(e.name).split(" ", -1)).noneMatch(Words::isOrganisation);
        return antecedents
                .before(offset, roster.entities(), sources, organisation.and(alike))
                .or(() -> antecedents.before(offset, roster.entities(), sources, organisation.and(called)))
                .or(() -> antecedents.before(offset, roster.entities(), sources, organisation.and(repeated)));
    }

    /** The person of that role, the more of its words the better. */
    private Optional<Entity> person(Description description, int offset) {
        if (description.plural()) {
            return Optional.empty();
        }
        List<String> modifiers = description.modifiers();
        for (int least = modifiers.size(); least >= 0; least--) {
            int wanted = least;
            Predicate<Entity> fits = e -> (e.isPerson() || e.kind == ActorKind.UNNAMED)
                    && e.roles.contains(description.head())
                    && modifiers.stream().filter(e.roles::contains).count() >= wanted;
            Optional<Entity> found = Antecedents.latest(offset, everybody(), fits);
            if (found.isPresent() && (found.get().lastBefore(offset) >= 0 || wanted > 0)) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A definite role of which the text has said nothing is new information on whom it just named. */
    private Optional<Entity> bridged(Description description, int offset) {
        if (!description.definite() || !RoleNouns.isRole(description.head()) || description.plural()) {
            return Optional.empty();
        }
        return antecedents
                .before(offset, roster.entities(), sources, Entity::isPerson)
                .filter(e -> e.roles.stream().noneMatch(RoleNouns::isRole))
                .map(e -> {
                    e.roles.addAll(description.words());
                    return e;
                });
    }

    private static Entity unnamed(String description) {
        return new Entity(description, ActorKind.UNNAMED);
    }
}
