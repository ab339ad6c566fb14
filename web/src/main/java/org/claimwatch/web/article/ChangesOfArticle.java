package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.article.Changes.In;
import org.claimwatch.web.article.Changes.Kind;
import org.claimwatch.web.article.Changes.Passage;
import org.claimwatch.web.article.Changes.Piece;
import org.claimwatch.web.article.ChangesPage.Block;
import org.claimwatch.web.article.ChangesPage.CueChange;
import org.claimwatch.web.article.ChangesPage.Line;
import org.claimwatch.web.article.ChangesPage.Part;
import org.claimwatch.web.article.ChangesPage.Side;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.words.ArticleWords;
import org.claimwatch.web.words.LayoutWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Lays out what changed between two versions of an article, with the cues that became others. */
@ApplicationScoped
class ChangesOfArticle {
    private final Session session;

    ChangesOfArticle(Session session) {
        this.session = session;
    }

    /**
     * Two versions and what they have otherwise.
     *
     * @param versions all that the article has, oldest first
     */
    record Compared(
            List<ArticleVersion> versions,
            ArticleVersion before,
            ArticleVersion after,
            Changes text,
            Changes title,
            CueChanges cues) {
        boolean titleChanged() {
            return title.count(Kind.SAME) != title.passages().size();
        }

        List<CueChange> changedCues() {
            return text.passages().stream()
                    .flatMap(passage -> cues.in(passage).stream())
                    .toList();
        }
    }

    Optional<ChangesPage> of(long articleId, Address here, Reader reader) {
        return compared(articleId, here).map(compared -> page(compared, here, reader));
    }

    /** The versions that the address asks for by {@code from} and {@code to}, else the two newest. */
    Optional<Compared> compared(long articleId, Address here) {
        List<ArticleVersion> versions = session.createQuery(
                        "from ArticleVersion v join fetch v.article a join fetch a.outlet where a.id = :article order by v.number",
                        ArticleVersion.class)
                .setParameter("article", articleId)
                .getResultList();
        if (versions.size() < 2) {
            return Optional.empty();
        }
        int newest = versions.getLast().number;
        int to = number(here.get("to"), newest);
        int from = number(here.get("from"), to - 1);
        return version(versions, from)
                .flatMap(before -> version(versions, to)
                        .filter(after -> from < to)
                        .map(after -> new Compared(
                                versions,
                                before,
                                after,
                                Changes.between(before.text, after.text, after.language),
                                Changes.between(before.title, after.title, after.language),
                                new CueChanges(statements(before), statements(after)))));
    }

    private static ChangesPage page(Compared compared, Address here, Reader reader) {
        ArticleVersion before = compared.before();
        ArticleVersion after = compared.after();
        Changes changes = compared.text();
        var article = after.article;
        return new ChangesPage(
                Objects.requireNonNull(article.id),
                article.outlet.name,
                Objects.requireNonNull(article.outlet.id),
                after.title,
                after.language == null ? "" : after.language,
                side(before, reader),
                side(after, reader),
                pairs(compared.versions(), before, after, here),
                compared.titleChanged(),
                compared.title().passages().stream()
                        .flatMap(p -> parts(p, CueChanges.NONE).stream())
                        .toList(),
                blocks(changes, compared.cues()),
                compared.changedCues(),
                changes.count(Kind.ADDED),
                changes.count(Kind.REMOVED),
                changes.count(Kind.CHANGED));
    }

    private static Side side(ArticleVersion version, Reader reader) {
        return new Side(
                version.number,
                reader.when(version.fetchedAt),
                version.modifiedAt == null ? null : reader.when(version.modifiedAt),
                "/articles/%d?version=%d".formatted(version.article.id, version.number));
    }

    private static List<Choice> pairs(
            List<ArticleVersion> versions, ArticleVersion before, ArticleVersion after, Address here) {
        return IntStream.range(1, versions.size())
                .mapToObj(i -> {
                    int from = versions.get(i - 1).number;
                    int to = versions.get(i).number;
                    return new Choice(
                            from + " " + LayoutWords.SAY.arrow() + " " + to,
                            here.with("from", from).with("to", to).toString(),
                            from == before.number && to == after.number);
                })
                .toList();
    }

    private List<Statement> statements(ArticleVersion version) {
        return session.createQuery(
                        "from Statement s where s.articleVersion = :version order by s.ordinal", Statement.class)
                .setParameter("version", version)
                .getResultList();
    }

    /** Paragraphs as in the newer text; two or more in a row without a change are folded. */
    private static List<Block> blocks(Changes changes, CueChanges cues) {
        var paragraphs = new ArrayList<List<Line>>();
        for (Passage passage : changes.passages()) {
            if (passage.opens() || paragraphs.isEmpty()) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.getLast().add(line(passage, cues));
        }
        var blocks = new ArrayList<Block>();
        var same = new ArrayList<List<Line>>();
        for (List<Line> paragraph : paragraphs) {
            if (paragraph.stream().allMatch(line -> line.word() == null)) {
                same.add(paragraph);
            } else {
                fold(same, blocks);
                blocks.add(new Block(false, List.of(paragraph)));
            }
        }
        fold(same, blocks);
        return blocks;
    }

    private static void fold(List<List<Line>> same, List<Block> blocks) {
        if (!same.isEmpty()) {
            blocks.add(new Block(same.size() > 1, List.copyOf(same)));
            same.clear();
        }
    }

    private static Line line(Passage passage, CueChanges cues) {
        return switch (passage.kind()) {
            case SAME -> new Line("same", null, parts(passage, cues));
            case ADDED -> new Line("added", ArticleWords.SAY.line("added"), parts(passage, cues));
            case REMOVED -> new Line("removed", ArticleWords.SAY.line("removed"), parts(passage, cues));
            case CHANGED -> new Line("changed", ArticleWords.SAY.line("changed"), parts(passage, cues));
        };
    }

    private static List<Part> parts(Passage passage, CueChanges cues) {
        List<Piece> pieces = passage.pieces();
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> new Part(
                        pieces.get(i).in() == In.BEFORE,
                        pieces.get(i).in() == In.AFTER,
                        pieces.get(i).text(),
                        label(pieces.get(i), cues, passage),
                        touches(pieces, i)))
                .toList();
    }

    /** Words of one version right before those of the other. */
    private static boolean touches(List<Piece> pieces, int i) {
        return i + 1 < pieces.size()
                && pieces.get(i).in() == In.BEFORE
                && pieces.get(i + 1).in() == In.AFTER
                && pieces.get(i).text().equals(pieces.get(i).text().stripTrailing());
    }

    private static @Nullable String label(Piece piece, CueChanges cues, Passage passage) {
        CueChange change = piece.in() == In.AFTER ? cues.at(piece, passage) : null;
        if (change == null) {
            return null;
        }
        return change.speaker() == null
                ? ArticleWords.SAY.cueChanged()
                : ArticleWords.SAY.cueChangedOf(change.speaker());
    }

    private static Optional<ArticleVersion> version(List<ArticleVersion> versions, int number) {
        return versions.stream().filter(v -> v.number == number).findFirst();
    }

    private static int number(@Nullable String asked, int otherwise) {
        return asked == null ? otherwise : asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : -1;
    }
}
