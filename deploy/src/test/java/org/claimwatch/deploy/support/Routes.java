package org.claimwatch.deploy.support;

import com.microsoft.playwright.APIResponse;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What one comes upon by following every kind of link of the dashboard. */
public final class Routes {
    /** Pages of one kind differ in their numbers only: some of each, and of each parameter that it takes, will do. */
    private static final int OF_A_KIND = 2;

    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Set<String> forms = new LinkedHashSet<>();

    private Routes() {}

    /** Follows links from the front page, as the person who is signed in there. */
    public static Routes seenBy(Visitor visitor) {
        Routes routes = new Routes();
        Map<String, Integer> kinds = new HashMap<>();
        Set<String> known = new LinkedHashSet<>(Set.of("/"));
        Deque<String> ahead = new ArrayDeque<>(known);
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            APIResponse response = visitor.get(path);
            routes.pages.put(path, response.text());
            if (!response.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                continue;
            }
            Document page = Jsoup.parse(response.text(), visitor.home() + path);
            for (Element form : page.select("form[method=post]")) {
                routes.forms.add(path(form.absUrl("action")));
            }
            for (Element link : page.select("a[href]")) {
                String target = path(link.absUrl("href"));
                if (link.absUrl("href").startsWith(visitor.home())
                        && !target.startsWith("/sign-out")
                        && known.add(target)
                        && isRare(kinds, target)) {
                    ahead.add(target);
                }
            }
        }
        return routes;
    }

    /** Paths with their queries, and what each page said. */
    public Map<String, String> pages() {
        return pages;
    }

    /** Paths that a form posts to. */
    public Set<String> forms() {
        return forms;
    }

    private static String path(String address) {
        URI uri = URI.create(address.replace(" ", "%20"));
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** Filters combine without end, so what counts is each parameter of a page and not each set of them. */
    private static boolean isRare(Map<String, Integer> kinds, String path) {
        String[] parts = path.split("[?&]", -1);
        String page = parts[0].replaceAll("\\d+", "1");
        boolean rare = kinds.merge(page, 1, Integer::sum) <= OF_A_KIND;
        for (int i = 1; i < parts.length; i++) {
            rare |= kinds.merge(page + "?" + parts[i].replaceAll("=.*", ""), 1, Integer::sum) <= OF_A_KIND;
        }
        return rare;
    }
}
