package org.claimwatch.web.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.article.Changes.In;
import org.claimwatch.web.article.Changes.Kind;
import org.claimwatch.web.article.Changes.Passage;
import org.claimwatch.web.article.Changes.Piece;
import org.claimwatch.web.article.ChangesPage.CueChange;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a changed sentence reports with another expression than before: "said" became "claimed".
 *
 * <p>The cues that the machine read in both versions say so, and whose words they report. Where a version has not been
 * read yet, the usual reporting verbs stand in for them, and no speaker is named.
 */
final class CueChanges {
    static final CueChanges NONE = new CueChanges(List.of(), List.of());

    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{M}]+");

    private static final Set<String> REPORTING = Set.of(
            "said",
            "says",
            "say",
            "told",
            "claimed",
            "claims",
            "alleged",
            "alleges",
            "denied",
            "denies",
            "admitted",
            "admits",
            "insisted",
            "insists",
            "stated",
            "states",
            "warned",
            "warns",
            "argued",
            "argues",
            "confirmed",
            "confirms",
            "announced",
            "announces",
            "added",
            "adds",
            "suggested",
            "acknowledged",
            "conceded",
            "maintained",
            "asserted",
            "declared",
            "reported",
            "stressed",
            "sagte",
            "sagt",
            "sagten",
            "erklärte",
            "erklärt",
            "behauptete",
            "behauptet",
            "bestätigte",
            "bestätigt",
            "dementierte",
            "bestritt",
            "betonte",
            "betont",
            "räumte",
            "warnte",
            "teilte",
            "meinte",
            "kritisierte",
            "قال",
            "قالت",
            "أكد",
            "أكدت",
            "زعم",
            "زعمت",
            "نفى",
            "نفت",
            "أعلن",
            "أعلنت",
            "صرح",
            "صرحت",
            "أضاف",
            "أضافت",
            "ادعى",
            "ادعت",
            "أوضح",
            "أوضحت",
            "أشار",
            "أشارت",
            "اعترف",
            "اعترفت",
            "شدد");

    private final List<Statement> before;
    private final List<Statement> after;

    CueChanges(List<Statement> before, List<Statement> after) {
        this.before = before;
        this.after = after;
    }

    List<CueChange> in(Passage passage) {
        if (passage.kind() != Kind.CHANGED) {
            return List.of();
        }
        var found = new ArrayList<CueChange>();
        for (Piece piece : passage.pieces()) {
            CueChange change = piece.in() == In.AFTER ? at(piece, passage) : null;
            if (change != null) {
                found.add(change);
            }
        }
        return found;
    }

    /** The change of a cue whose new words are this piece: they took the place of the ones next to it. */
    @Nullable CueChange at(Piece piece, Passage passage) {
        int place = passage.pieces().indexOf(piece);
        Piece gone = place > 0 ? passage.pieces().get(place - 1) : null;
        if (gone == null || gone.in() != In.BEFORE) {
            gone = place + 1 < passage.pieces().size() ? passage.pieces().get(place + 1) : null;
        }
        if (gone == null || gone.in() != In.BEFORE) {
            return null;
        }
        Optional<Statement> old = reportedBy(before, gone);
        Optional<Statement> now = reportedBy(after, piece);
        if (old.isPresent() && now.isPresent()) {
            boolean one = old.get().speakerName.equals(now.get().speakerName);
            return new CueChange(cue(gone), cue(piece), one ? now.get().speakerName : null);
        }
        boolean unread = before.isEmpty() || after.isEmpty();
        return unread && reports(gone) && reports(piece) ? new CueChange(cue(gone), cue(piece), null) : null;
    }

    private static Optional<Statement> reportedBy(List<Statement> statements, Piece piece) {
        return statements.stream()
                .filter(s -> s.cue != null && s.cue.start() < piece.end() && piece.start() < s.cue.end())
                .findFirst();
    }

    private static boolean reports(Piece piece) {
        return SPLIT.splitAsStream(piece.text().toLowerCase(Locale.ROOT)).anyMatch(REPORTING::contains);
    }

    private static String cue(Piece piece) {
        return piece.text().strip();
    }
}
