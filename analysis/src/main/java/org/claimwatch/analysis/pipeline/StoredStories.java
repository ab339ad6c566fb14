package org.claimwatch.analysis.pipeline;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Recent recent = new Recent();

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
                        select sa.story.id, v.id from StoryArticle sa join ArticleVersion v on v.article = sa.article
                        where v.number = 1 and coalesce(v.publishedAt, v.fetchedAt) between :from and :to
                        order by coalesce(v.publishedAt, v.fetchedAt) desc, v.id desc
                        """, Object[].class)
                .setParameter("from", published.minus(WINDOW))
                .setParameter("to", published.plus(WINDOW))
                .setMaxResults(MOST)
                .getResultList();
        Map<Long, ArticleProfile> known =
                profiles(rows.stream().map(row -> (Long) row[1]).toList());
        return rows.stream()
                .map(row -> new Known((Long) row[0], Objects.requireNonNull(known.get((Long) row[1]))))
                .toList();
    }

    /** By the numbers of versions; those that were not read lately are read. */
    private Map<Long, ArticleProfile> profiles(List<Long> versions) {
        Map<Long, ArticleProfile> found = new HashMap<>();
        List<Long> unknown = new ArrayList<>();
        synchronized (recent) {
            for (Long version : versions) {
                ArticleProfile profile = recent.get(version);
                if (profile == null) {
                    unknown.add(version);
                } else {
                    found.put(version, profile);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<Long, ArticleProfile> made = new HashMap<>();
            getEntityManager()
                    .createQuery("from ArticleVersion v where v.id in :ids", ArticleVersion.class)
                    .setParameter("ids", unknown)
                    .getResultList()
                    .forEach(v -> made.put(
                            Objects.requireNonNull(v.id), Profiles.of(v.title, v.text, VersionAnalysis.published(v))));
            found.putAll(made);
            synchronized (recent) {
                recent.putAll(made);
            }
        }
        return found;
    }

    /** The profiles that were used last: a version's text never changes, and making one takes longer than comparing it. */
    private static final class Recent extends LinkedHashMap<Long, ArticleProfile> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ArticleProfile> eldest) {
            return size() > 2 * MOST;
        }
    }
}
