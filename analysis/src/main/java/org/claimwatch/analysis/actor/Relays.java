package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.claimwatch.analysis.model.OutletNouns;
import org.claimwatch.analysis.model.Pos;
import org.claimwatch.analysis.model.RoleNouns;
import org.claimwatch.analysis.model.SegmentedText;
import org.claimwatch.analysis.model.Token;
import org.claimwatch.common.actor.ActorKind;
import org.claimwatch.common.statement.HopKind;
import org.claimwatch.common.statement.TextSpan;

/** Tells who handed a statement on: other outlets and people, never the publishing outlet nor a crowd of reporters. */
final class Relays {
    private static final Set<String> AUDIENCES = Set.of(
            "parliament",
            "reporters",
            "journalists",
            "lawmakers",
            "deputies",
            "congress",
            "senate",
            "press",
            "conference",
            "crowd",
            "committee",
            "audience",
            "court",
            "council",
            "pickets",
            "supporters",
            "voters",
            "delegates",
            "us",
            "our",
            "me",
            "them",
            "investors",
            "shareholders",
            "analysts",
            "crowds",
            "rally",
            "hearing",
            "police",
            "people");

    private static final Set<String> ADDRESSING =
            Set.of("told", "tells", "telling", "tell", "to", "with", "on", "assured");

    private final SegmentedText text;
    private final OutletNames outlets;
    private final Antecedents antecedents;

    Relays(SegmentedText text, OutletNames outlets, Antecedents antecedents) {
        this.text = text;
        this.outlets = outlets;
        this.antecedents = antecedents;
    }

    Optional<Hop> hop(TextSpan span, Function<TextSpan, Entity> resolve, Roster roster) {
        List<Token> words = text.tokensIn(span);
        String name = Description.stripped(text.cut(span));
        if (words.isEmpty() || outlets.isOwn(name) || words.stream().anyMatch(Relays::isAudience)) {
            return Optional.empty();
        }
        if (outlets.find(name).isPresent()) {
            return outletName(name, roster.find(name, false), span)
                    .map(outlet -> new Hop(HopKind.OUTLET, outlet, span));
        }
        Entity known = roster.find(name, false);
        boolean capitals = words.stream().anyMatch(Token::isCapitalised);
        boolean outletWord = words.stream().anyMatch(w -> OutletNouns.isOutlet(w.lower()));
        if (known != null && known.isPerson() && !known.roles.isEmpty() && !outletWord) {
            return Optional.of(new Hop(HopKind.ACTOR, known.name, span));
        }
        if (outletWord
                || (capitals
                        && (known == null || !known.place || words.size() > 1)
                        && words.stream()
                                .noneMatch(w -> RoleNouns.isRole(w.lower())
                                        || (Words.isOrganisation(w.lower()) && !OutletNouns.isOutlet(w.lower()))))) {
            if (known != null) {
                known.outlet = true;
                known.kind = ActorKind.ORGANISATION;
            }
            return outletName(name, known, span).map(outlet -> new Hop(HopKind.OUTLET, outlet, span));
        }
        boolean pronoun =
                words.size() == 1 && Description.isPronoun(words.getFirst().lower());
        boolean somebody = words.stream().anyMatch(w -> RoleNouns.isRole(w.lower()));
        boolean body = words.stream().anyMatch(w -> Words.isOrganisation(w.lower())) && !isAddressed(span);
        boolean paper = Documents.isPaper(words.getLast().lower());
        if ((!pronoun && !somebody && !body) || (paper && !capitals)) {
            return Optional.empty();
        }
        Entity entity = resolve.apply(span);
        boolean outlet = pronoun && entity.isOrganisation();
        return Optional.of(new Hop(outlet ? HopKind.OUTLET : HopKind.ACTOR, entity.name, span));
    }

    /** "the press", not "The Associated Press". */
    private static boolean isAudience(Token word) {
        return AUDIENCES.contains(word.lower()) && !(word.is("press") && word.isCapitalised());
    }

    /** Whom somebody told is no relay, unless it is an outlet or a person who tells it. */
    private boolean isAddressed(TextSpan span) {
        int before = text.firstTokenFrom(span.start()) - 1;
        return before >= 0 && ADDRESSING.contains(text.tokens().get(before).lower());
    }

    /** "the broadcaster" is the outlet that the text named last. */
    private Optional<String> outletName(
            String mention, @org.jspecify.annotations.Nullable Entity known, TextSpan span) {
        StringBuilder capitals = new StringBuilder();
        boolean kind =
                text.tokensIn(span).stream().anyMatch(w -> !w.isCapitalised() && OutletNouns.isOutlet(w.lower()));
        for (Token word : text.tokensIn(span)) {
            if (kind && capitals.isEmpty() && Places.countryOf(word.text()) != null) {
                continue; // "the Norwegian broadcaster NRK"
            }
            boolean part = word.isCapitalised()
                    || (!capitals.isEmpty() && (word.is("of") || word.is("&") || word.pos() == Pos.NUM));
            capitals.append(part ? (capitals.isEmpty() ? "" : " ") + word.text() : "");
        }
        String name = capitals.isEmpty() ? mention : capitals.toString();
        Optional<String> outlet = outlets.find(name);
        if (outlet.isPresent()) {
            return outlet;
        }
        if (known != null) {
            return Optional.of(known.name);
        }
        return capitals.isEmpty() ? described(mention, span) : Optional.of(name);
    }

    /** "the newspaper" is one that the text named before, "the agency" else the publishing one, which is no relay. */
    private Optional<String> described(String mention, TextSpan span) {
        String noun = mention.substring(mention.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        Predicate<Entity> before = e -> e.outlet && antecedents.isKnown(e, span.start());
        return antecedents
                .latest(
                        span.start(),
                        before.and(e ->
                                e.roles.contains(noun) || Roster.plain(e.name).contains(noun)))
                .or(() -> noun.equals("agency") ? Optional.empty() : antecedents.latest(span.start(), before))
                .map(e -> e.name);
    }
}
