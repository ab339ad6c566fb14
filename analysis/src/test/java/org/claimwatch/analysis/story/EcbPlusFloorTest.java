package org.claimwatch.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimwatch.analysis.story.EcbPlus.Article;
import org.claimwatch.analysis.story.StoryClusterer.Known;
import org.claimwatch.analysis.story.StoryClusterer.Placement;
import org.claimwatch.analysis.support.BCubed;
import org.claimwatch.analysis.support.CommittedFigures;
import org.junit.jupiter.api.Test;

/** A floor under stories on ECB+, as ./claimwatch evaluate committed it. */
class EcbPlusFloorTest {
    private static final double FLOOR = CommittedFigures.floor("ecbplus", "B3 F1");

    @Test
    void stories_stay_above_their_floor() throws IOException {
        assumeTrue(
                Files.exists(EcbPlus.FILE),
                () -> "ECB+ is not here, so its floor is not checked: " + EcbPlus.FILE.toAbsolutePath());
        List<Article> articles = EcbPlus.read();
        StoryClusterer clusterer = new LikelyStoryClusterer();
        List<Known> known = new ArrayList<>();
        for (Article article : articles) {
            ArticleProfile profile = Profiles.of(null, article.text(), null);
            long fresh = known.size();
            known.add(new Known(
                    clusterer.place(profile, known).map(Placement::story).orElse(fresh), profile));
        }
        double f1 = BCubed.f1(
                articles.stream().map(Article::story).toList(),
                known.stream().map(k -> Long.toString(k.story())).toList());
        System.out.printf(Locale.ROOT, "ECB+, B3 F1 %.3f of %d articles%n", f1, articles.size());
        assertThat(f1).isGreaterThanOrEqualTo(FLOOR);
    }
}
