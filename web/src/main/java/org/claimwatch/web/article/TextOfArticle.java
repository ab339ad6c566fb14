package org.claimwatch.web.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.common.article.Article;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.statement.Stance;
import org.claimwatch.common.statement.StanceHolder;
import org.claimwatch.common.statement.Statement;
import org.claimwatch.web.article.ArticlePage.Keeping;
import org.claimwatch.web.article.ArticlePage.StoryLink;
import org.claimwatch.web.article.ArticlePage.Voice;
import org.claimwatch.web.article.ArticlePage.Withdrawn;
import org.claimwatch.web.layout.Address;
import org.claimwatch.web.layout.Choice;
import org.claimwatch.web.reading.Baskets;
import org.claimwatch.web.reading.Margin.On;
import org.claimwatch.web.reading.Margins;
import org.claimwatch.web.reading.Reader;
import org.claimwatch.web.reading.Rows;
import org.claimwatch.web.reading.StatementCards;
import org.claimwatch.web.security.CurrentViewer;
import org.claimwatch.web.words.ArticleWords;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Lays an article version out with its statements highlighted where they stand. */
@ApplicationScoped
class TextOfArticle {
    private final Session session;
    private final Rows rows;
    private final StatementCards cards;
    private final Margins margins;
    private final CopiesOfArticle copies;
    private final OriginOfVersion origins;
    private final Baskets baskets;
    private final CurrentViewer viewer;

    TextOfArticle(
            Session session,
            Rows rows,
            StatementCards cards,
            Margins margins,
            CopiesOfArticle copies,
            OriginOfVersion origins,
            Baskets baskets,
            CurrentViewer viewer) {
        this.session = session;
        this.rows = rows;
        this.cards = cards;
        this.margins = margins;
        this.copies = copies;
        this.origins = origins;
        this.baskets = baskets;
        this.viewer = viewer;
    }

    /** The version that the address asks for, else the newest that has been read by the machine, else the newest. */
    Optional<ArticlePage> of(long articleId, Address here, Reader reader) {
        List<ArticleVersion> versions = session.createQuery(
                        "from ArticleVersion v join fetch v.article a join fetch a.outlet where a.id = :article order by v.number",
                        ArticleVersion.class)
                .setParameter("article", articleId)
                .getResultList();
        String asked = here.get("version");
        Optional<ArticleVersion> version = asked == null
                ? versions.reversed().stream()
                        .filter(v -> v.analysedAt != null)
                        .findFirst()
                        .or(() -> versions.reversed().stream().findFirst())
                : versions.stream()
                        .filter(v -> asked.equals(Integer.toString(v.number)))
                        .findFirst();
        return version.map(v -> page(v, versions, here, reader));
    }

    private ArticlePage page(ArticleVersion version, List<ArticleVersion> versions, Address here, Reader reader) {
        var article = version.article;
        List<Statement> statements = session.createQuery(
                        "from Statement s where s.articleVersion = :version order by s.ordinal", Statement.class)
                .setParameter("version", version)
                .getResultList();
        var layers = LayersOfArticle.of(version, versions, statements, own(version));
        List<Long> shown = statements.stream().map(s -> id(s.id)).toList();
        return new ArticlePage(
                id(article.id),
                version.title,
                id(article.outlet.id),
                article.outlet.name,
                String.join(", ", version.authors),
                version.section,
                reader.published(StatementCards.at(version), version.publishedDayOnly),
                reader.when(version.fetchedAt),
                article.url,
                article.url.startsWith("https://") || article.url.startsWith("http://"),
                version.language == null ? "" : version.language,
                choices(versions, version, here),
                version.analysedAt != null,
                withdrawn(article, reader),
                versions.size() < 2 ? null : changes(version),
                origins.of(id(version.id)).orElse(null),
                copies.of(id(article.id), reader).orElse(null),
                story(id(article.id)),
                layers.painted(here),
                voices(statements, here),
                layers.ownVoice(here),
                cards.of(shown, reader),
                baskets.ticks(viewer.member().orElse(null), viewer.get().accountId(), shown, null),
                margins.of(On.ARTICLE, id(article.id), reader),
                new Keeping(
                        "/articles/%d/versions/%d/archived".formatted(id(article.id), version.number),
                        viewer.get().instanceAdmin()));
    }

    private static List<Choice> choices(List<ArticleVersion> versions, ArticleVersion shown, Address here) {
        return versions.stream()
                .map(v -> new Choice(
                        ArticleWords.SAY.version(Integer.toString(v.number)),
                        here.without("speaker").with("version", v.number).toString(),
                        v.number == shown.number))
                .toList();
    }

    private static @Nullable Withdrawn withdrawn(Article article, Reader reader) {
        return article.withdrawnAt == null
                ? null
                : new Withdrawn(reader.when(article.withdrawnAt), String.valueOf(article.withdrawnReason));
    }

    private static String changes(ArticleVersion version) {
        String path = "/articles/" + version.article.id + "/changes";
        return version.number == 1
                ? path + "?from=1&to=2"
                : path + "?from=%d&to=%d".formatted(version.number - 1, version.number);
    }

    private record StoryRow(long id, String title) {}

    private @Nullable StoryLink story(long articleId) {
        return rows.first(StoryRow.class, """
                        select t.id, t.title from story t join story_article ta on ta.story_id = t.id
                        where ta.article_id = :article
                        """, Map.of("article", articleId))
                .map(row -> new StoryLink(row.id(), row.title()))
                .orElse(null);
    }

    private static List<Voice> voices(List<Statement> statements, Address here) {
        var byName = new LinkedHashMap<String, List<Statement>>();
        statements.forEach(s ->
                byName.computeIfAbsent(s.speakerName, name -> new ArrayList<>()).add(s));
        return byName.values().stream()
                .map(own -> {
                    Statement first = own.getFirst();
                    boolean chosen = first.speakerName.equals(here.get("speaker"));
                    return new Voice(
                            first.speakerName,
                            first.speaker == null ? null : first.speaker.id,
                            own.size(),
                            id(first.id),
                            here.with("speaker", chosen ? null : first.speakerName)
                                    .toString(),
                            chosen);
                })
                .toList();
    }

    private List<Stance> own(ArticleVersion version) {
        return session.createQuery(
                        "from Stance st where st.articleVersion = :version and st.holder = :outlet order by st.id",
                        Stance.class)
                .setParameter("version", version)
                .setParameter("outlet", StanceHolder.OUTLET)
                .getResultList();
    }

    private static long id(@Nullable Long stored) {
        return Objects.requireNonNull(stored, "not stored yet");
    }
}
