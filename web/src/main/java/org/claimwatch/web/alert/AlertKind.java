package org.claimwatch.web.alert;

import java.util.Optional;
import org.claimwatch.web.news.NewsItem;
import org.claimwatch.web.words.AlertWords;

/** For what an alert can be raised. */
public enum AlertKind {
    CONTRADICTION,
    REVERSAL,
    NEW_CLAIM,
    SPIKE,
    SILENCE;

    String word() {
        return AlertWords.SAY.kind(this);
    }

    static AlertKind of(NewsItem.Kind kind) {
        return valueOf(kind.name());
    }

    static Optional<AlertKind> named(String name) {
        for (AlertKind kind : values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
