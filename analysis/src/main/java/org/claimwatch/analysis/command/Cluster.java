package org.claimwatch.analysis.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimwatch.analysis.story.ArticleProfile;
import org.claimwatch.analysis.story.LikelyStoryClusterer;
import org.claimwatch.analysis.story.Profiles;
import org.claimwatch.analysis.story.StoryClusterer;
import org.claimwatch.analysis.story.StoryClusterer.Known;
import org.claimwatch.analysis.story.StoryClusterer.Placement;
import org.jspecify.annotations.Nullable;

/** {@code cluster}: the story of each article, decided by the articles before it alone. */
public final class Cluster {
    private final StoryClusterer clusterer = new LikelyStoryClusterer();
    private final List<Known> known = new ArrayList<>();
    private long stories;

    private Cluster() {}

    public static void main(String[] args) {
        List<String> files = JsonLines.files(args, "cluster FILE...");
        System.exit(JsonLines.run(files, step()));
    }

    static JsonLines.Step step() {
        return new Cluster()::place;
    }

    private void place(JsonNode input, ObjectNode output) {
        ArticleProfile profile = Profiles.of(
                input.path("title").asText(""), JsonLines.required(input, "text"), published(input.path("published")));
        Optional<Placement> placement = clusterer.place(profile, known);
        long story = placement.isPresent() ? placement.get().story() : ++stories;
        known.add(new Known(story, profile));
        output.put("story", "s" + story);
    }

    private static @Nullable Instant published(JsonNode value) {
        if (!value.isTextual()) {
            return null;
        }
        String text = value.asText();
        try {
            return text.length() > 10
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"published\" is no ISO 8601 date or time: " + text, e);
        }
    }
}
