package org.claimwatch.web.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimwatch.common.claim.ClaimPolarity;
import org.claimwatch.common.claim.ClaimRelationKind;
import org.jspecify.annotations.Nullable;

/**
 * Actors joined by claims, as in discourse network analysis (Leifeld 2013): two agree on a claim if both assert or both
 * deny it, and disagree if one asserts what the other denies. Claims that say the same count as one; whoever asserts a
 * claim disagrees with whoever asserts one that contradicts it. An actor on both sides of a claim stands on neither.
 */
record Network(List<Member> members, List<Pair> pairs) {
    /** An actor in it. */
    record Member(
            long id, String name, String kind, @Nullable String affiliation) {}

    /** Where an actor stands toward a claim. */
    record Stand(long actorId, long claimId, ClaimPolarity polarity) {}

    /** Two claims that have to do with each other. */
    record Relation(long fromClaimId, long toClaimId, ClaimRelationKind kind) {}

    /** Two actors, the one with the smaller id first, and the claims that join or part them. */
    record Pair(Member one, Member other, Set<Long> agree, Set<Long> disagree) {
        int claims() {
            return agree.size() + disagree.size();
        }
    }

    private record Key(long one, long other) {
        static Key of(long a, long b) {
            return new Key(Math.min(a, b), Math.max(a, b));
        }
    }

    private record Ties(Set<Long> agree, Set<Long> disagree) {}

    static Network of(List<Member> actors, List<Stand> stands, List<Relation> relations) {
        Map<Long, List<Stand>> byClaim = stands.stream().collect(Collectors.groupingBy(Stand::claimId));
        Map<Key, Ties> ties = new HashMap<>();
        byClaim.forEach((claim, all) -> {
            for (int i = 0; i < all.size(); i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    tie(
                            ties,
                            all.get(i),
                            all.get(j),
                            claim,
                            all.get(i).polarity() == all.get(j).polarity());
                }
            }
        });
        Set<Relation> told = new HashSet<>();
        for (Relation relation : relations) {
            var once = new Relation(
                    Math.min(relation.fromClaimId(), relation.toClaimId()),
                    Math.max(relation.fromClaimId(), relation.toClaimId()),
                    relation.kind());
            if (told.add(once)) {
                relate(ties, once, byClaim);
            }
        }
        return of(actors, ties);
    }

    private static void relate(Map<Key, Ties> ties, Relation relation, Map<Long, List<Stand>> byClaim) {
        for (Stand one : byClaim.getOrDefault(relation.fromClaimId(), List.of())) {
            for (Stand other : byClaim.getOrDefault(relation.toClaimId(), List.of())) {
                if (one.actorId() == other.actorId()) {
                    continue;
                }
                if (relation.kind() == ClaimRelationKind.SAME_AS) {
                    tie(ties, one, other, relation.fromClaimId(), one.polarity() == other.polarity());
                } else if (relation.kind() == ClaimRelationKind.CONTRADICTS
                        && one.polarity() == ClaimPolarity.ASSERTS
                        && other.polarity() == ClaimPolarity.ASSERTS) {
                    tie(ties, one, other, relation.fromClaimId(), false);
                }
            }
        }
    }

    private static void tie(Map<Key, Ties> ties, Stand one, Stand other, long claim, boolean agree) {
        Ties found = ties.computeIfAbsent(
                Key.of(one.actorId(), other.actorId()), k -> new Ties(new TreeSet<>(), new TreeSet<>()));
        (agree ? found.agree() : found.disagree()).add(claim);
    }

    private static Network of(List<Member> actors, Map<Key, Ties> ties) {
        Map<Long, Member> byId = actors.stream().collect(Collectors.toMap(Member::id, a -> a));
        var pairs = new ArrayList<Pair>();
        Set<Long> joined = new HashSet<>();
        ties.forEach((key, found) -> {
            pairs.add(new Pair(
                    Objects.requireNonNull(byId.get(key.one())),
                    Objects.requireNonNull(byId.get(key.other())),
                    found.agree(),
                    found.disagree()));
            joined.add(key.one());
            joined.add(key.other());
        });
        pairs.sort(Comparator.comparingInt(Pair::claims)
                .reversed()
                .thenComparing(pair -> pair.one().name())
                .thenComparing(pair -> pair.other().name())
                .thenComparing(pair -> pair.one().id())
                .thenComparing(pair -> pair.other().id()));
        return new Network(
                actors.stream()
                        .filter(actor -> joined.contains(actor.id()))
                        .sorted(Comparator.comparing(Member::name).thenComparing(Member::id))
                        .toList(),
                pairs);
    }
}
