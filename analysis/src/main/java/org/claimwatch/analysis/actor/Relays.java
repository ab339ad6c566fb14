package org.claimwatch.analysis.actor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.claimwatch.analysis.model.OutletNouns;
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

    private final SegmentedText text;
    private final OutletNames outlets;

    Relays(SegmentedText text, OutletNames outlets) {
        this.text = text;
        this.outlets = outlets;
    }

    Optional<Hop> hop(TextSpan span, Function<TextSpan, Entity> resolve, Roster roster) {
        List<Token> words = text.tokensIn(span);
        String name = Description.stripped(text.cut(span));
        if (words.isEmpty() || outlets.isOwn(name) || words.stream().anyMatch(w -> AUDIENCES.contains(w.lower()))) {
            return Optional.empty();
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
            return Optional.of(new Hop(HopKind.OUTLET, outletName(name, known, span, roster), span));
        }
        boolean pronoun =
                words.size() == 1 && Description.isPronoun(words.getFirst().lower());
        boolean somebody = words.stream().anyMatch(w -> RoleNouns.isRole(w.lower()))
                || Description.of(words, name).indefinite();
        boolean person = pronoun || somebody;
        return person ? Optional.of(new Hop(HopKind.ACTOR, resolve.apply(span).name, span)) : Optional.empty();
    }

    /** "the broadcaster" is the outlet that the text named last. */
    private String outletName(
            String mention, @org.jspecify.annotations.Nullable Entity known, TextSpan span, Roster roster) {
        StringBuilder capitals = new StringBuilder();
        for (Token word : text.tokensIn(span)) {
            boolean part = word.isCapitalised() || (!capitals.isEmpty() && (word.is("of") || word.is("&")));
            capitals.append(part ? (capitals.isEmpty() ? "" : " ") + word.text() : "");
        }
        String name = capitals.isEmpty() ? mention : capitals.toString();
        Optional<String> outlet = outlets.find(name);
        if (outlet.isPresent()) {
            return outlet.get();
        }
        if (known != null) {
            return known.name;
        }
        boolean described = capitals.isEmpty();
        return described
                ? Antecedents.latest(span.start(), roster.entities(), e -> e.outlet && e.lastBefore(span.start()) >= 0)
                        .map(e -> e.name)
                        .orElse(name)
                : name;
    }
}
