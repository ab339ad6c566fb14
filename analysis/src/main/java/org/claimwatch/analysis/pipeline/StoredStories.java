package org.claimwatch.analysis.pipeline;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimwatch.analysis.story.ArticleProfile;
import org.claimwatch.analysis.story.Profiles;
import org.claimwatch.analysis.story.StoryClusterer;
import org.claimwatch.analysis.story.StoryClusterer.Known;
import org.claimwatch.analysis.story.StoryClusterer.Placement;
import org.claimwatch.common.article.ArticleVersion;
import org.claimwatch.common.story.Story;
import org.claimwatch.common.story.StoryArticle;

/** Which stored story an article reports. */
@ApplicationScoped
class StoredStories implements PanacheRepository<StoryArticle> {
    private static final Duration WINDOW = Duration.ofDays(10);
    private static final int MOST = 400;

    private final StoryClusterer clusterer;
    private final Clock clock;

    StoredStories(StoryClusterer clusterer, Clock clock) {
        this.clusterer = clusterer;
        this.clock = clock;
    }

    /** Places an article once: a later version of it stays in its story. */
    void place(ArticleVersion version, ArticleProfile profile) {
        if (count("article", version.article) > 0) {
            return;
        }
        Optional<Placement> placement = clusterer.place(profile, earlier(version));
        Story story = placement
                .map(p -> getEntityManager().find(Story.class, p.story()))
                .orElse(null);
        if (story == null) {
            story = new Story(version.title.isBlank() ? "(untitled)" : version.title, clock.instant());
            getEntityManager().persist(story);
        }
        persist(new StoryArticle(
                story, version.article, placement.map(Placement::confidence).orElse(1f)));
    }

    /** The articles of about the same days that have their story. */
    private List<Known> earlier(ArticleVersion version) {
        Instant published = VersionAnalysis.published(version);
        List<Object[]> rows = getEntityManager()
                .createQuery("""
                        select sa.story.id, v from StoryArticle sa join ArticleVersion v on v.article = sa.article
                        where v.number = 1 and coalesce(v.publishedAt, v.fetchedAt) between :from and :to
                        order by coalesce(v.publishedAt, v.fetchedAt) desc, v.id desc
                        """, Object[].class)
                .setParameter("from", published.minus(WINDOW))
                .setParameter("to", published.plus(WINDOW))
                .setMaxResults(MOST)
                .getResultList();
        List<Known> known = new ArrayList<>();
        for (Object[] row : rows) {
            ArticleVersion other = (ArticleVersion) row[1];
            known.add(new Known(
                    (Long) Objects.requireNonNull(row[0]),
                    Profiles.of(other.title, other.text, VersionAnalysis.published(other))));
        }
        return known;
    }
}
