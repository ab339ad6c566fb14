package org.claimwatch.web.layout;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where one lands after a form: always on a page of this site. */
public final class Back {
    /** A path, never the two slashes or the backslash that a browser takes for another host. */
    private static final Pattern OURS = Pattern.compile("/(?:[\\x21-\\x7e&&[^/\\\\]][\\x21-\\x7e&&[^\\\\]]*)?");

    private Back() {}

    public static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** To where the form came from, if that is a path of this site, else to the other. */
    public static Response to(@Nullable String asked, String otherwise) {
        return to(asked != null && OURS.matcher(asked).matches() ? asked : otherwise);
    }
}
