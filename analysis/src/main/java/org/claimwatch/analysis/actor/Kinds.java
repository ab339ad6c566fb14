package org.claimwatch.analysis.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.claimwatch.analysis.actor.NameScan.Name;
import org.claimwatch.common.actor.ActorKind;

/** Tells people from bodies by all that a text says around a name, not by its first mention alone. */
final class Kinds {
    private static final Set<String> AMBIGUOUS = Set.of(
            "owner",
            "investor",
            "rival",
            "sponsor",
            "buyer",
            "seller",
            "partner",
            "client",
            "employer",
            "supplier",
            "parent",
            "regulator",
            "customer",
            "shareholder",
            "opponent",
            "creditor",
            "user",
            "host");

    private final Map<String, Integer> people = new HashMap<>();
    private final Map<String, Integer> bodies = new HashMap<>();
    private final Set<String> alone = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    Kinds(List<Name> names) {
        for (Name name : names) {
            String plain = Roster.plain(name.text());
            if (name.words().size() == 1 && name.placed()) {
                places.add(plain);
            }
            if (name.words().size() == 1 && !name.definite() && !name.body()) {
                alone.add(plain);
            }
            boolean person = isTitled(name) || name.personal() || (!name.after().isEmpty() && !name.definite());
            people.merge(plain, person ? 1 : 0, Integer::sum);
            bodies.merge(plain, (name.body() ? 1 : 0) + (name.definite() ? 1 : 0), Integer::sum);
        }
    }

    /** Whether a name stands where places do, anywhere in the text. */
    boolean isPlace(Name name) {
        return name.placed() || places.contains(Roster.plain(name.text()));
    }

    /** A role that only a person has stands before it; an owner or operator may be a body. */
    private static boolean isTitled(Name name) {
        return name.titled()
                && !(AMBIGUOUS.contains(name.before().getLast().lower())
                        || Words.isBusiness(name.before().getLast().lower()));
    }

    ActorKind of(Name name) {
        String text = name.text();
        boolean organisation =
                name.words().stream().anyMatch(w -> Words.isOrganisation(w.lower()) || w.is("&") || w.is("for"));
        boolean capitals = name.words().size() == 1 && text.equals(text.toUpperCase(Locale.ROOT));
        if (organisation || capitals || Places.isCountry(text)) {
            return ActorKind.ORGANISATION;
        }
        String plain = Roster.plain(text);
        boolean given = name.words().size() > 1
                && GivenNames.isKnown(name.words().getFirst().text());
        boolean business =
                name.words().size() > 1 && Words.endsBody(name.words().getLast().lower());
        boolean trade =
                name.titled() && Words.isBusiness(name.before().getLast().lower());
        int body = bodies.getOrDefault(plain, 0) + (business ? 1 : 0) + (trade ? 1 : 0);
        if (people.getOrDefault(plain, 0) > 0 && (given || body == 0 || isTitled(name))) {
            return ActorKind.PERSON;
        }
        boolean full = name.words().size() > 1
                && name.words().size() < 5
                && name.words().stream().noneMatch(w -> w.is("and"))
                && !text.equals(text.toUpperCase(Locale.ROOT));
        boolean surname =
                full && alone.contains(Roster.plain(name.words().getLast().text()));
        boolean person = given ? !name.definite() : surname ? body < 2 : body == 0 && !name.placed();
        return full && person ? ActorKind.PERSON : ActorKind.ORGANISATION;
    }
}
