package org.claimwatch.web.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be worth an alert.
 *
 * @param keys if any of them has raised one of this kind before, it is not
 */
record Found(AlertKind kind, String headline, @Nullable String language, String why, String path, List<String> keys) {}
