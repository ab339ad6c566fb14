package org.claimwatch.web.alert;

import java.util.Optional;
import org.claimwatch.web.news.NewsItem;

/** For what an alert can be raised. */
public enum AlertKind {
    CONTRADICTION("contradiction"),
    REVERSAL("reversal"),
    NEW_CLAIM("new claim"),
    SPIKE("volume spike"),
    SILENCE("silent outlet");

    public final String word;

    AlertKind(String word) {
        this.word = word;
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
