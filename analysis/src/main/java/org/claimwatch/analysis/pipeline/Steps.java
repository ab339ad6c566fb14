package org.claimwatch.analysis.pipeline;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.claimwatch.analysis.attribution.ChatAttributor;
import org.claimwatch.analysis.claim.ClaimMatcher;
import org.claimwatch.analysis.claim.OverlapClaimMatcher;
import org.claimwatch.analysis.model.HttpChatModel;
import org.claimwatch.analysis.story.LikelyStoryClusterer;
import org.claimwatch.analysis.story.StoryClusterer;
import org.claimwatch.common.task.DatabaseClock;

/** Makes the steps, which know nothing of Quarkus, into beans. */
final class Steps {
    @Produces
    @Singleton
    ArticleReader articleReader(ChatConfig chat) {
        return chat.url()
                .map(url -> new HttpChatModel(url, chat.model(), chat.key().orElse(null), chat.timeout()))
                .map(model -> ArticleReader.standard(found -> new ChatAttributor(found, model, chat.budget())))
                .orElseGet(ArticleReader::standard);
    }

    @Produces
    @Singleton
    ClaimMatcher claimMatcher() {
        return new OverlapClaimMatcher();
    }

    @Produces
    @Singleton
    StoryClusterer storyClusterer() {
        return new LikelyStoryClusterer();
    }

    @Produces
    @Singleton
    Clock clock(DataSource database) {
        return new DatabaseClock(database);
    }
}
