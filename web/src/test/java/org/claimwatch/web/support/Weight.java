package org.claimwatch.web.support;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a page costs a browser that has nothing of it yet: the bytes as they come over the wire, headers included. */
public final class Weight {
    /** In bytes. */
    public static final long MOST = 60_000;

    /** In bytes. */
    public static final long MOST_SCRIPT = 25_000;

    public static final int MOST_REQUESTS = 10;

    private final Map<String, JsonObject> asked = new LinkedHashMap<>();
    private final Map<String, Long> received = new LinkedHashMap<>();

    private Weight(Page page) {
        CDPSession network = page.context().newCDPSession(page);
        network.on("Network.requestWillBeSent", event -> asked.put(id(event), event));
        network.on(
                "Network.loadingFinished",
                event -> received.put(id(event), event.get("encodedDataLength").getAsLong()));
        network.send("Network.enable");
        var off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        network.send("Network.setCacheDisabled", off);
    }

    /**
     * One page's.
     *
     * @param elsewhere addresses that are not on the page's own server
     */
    public record Load(String page, long bytes, long script, int requests, List<String> elsewhere) {
        @Override
        public String toString() {
            return "%-28s %7d %7d %3d".formatted(page, bytes, script, requests);
        }
    }

    public static Weight on(Page page) {
        return new Weight(page);
    }

    /** Of what was loaded since the last call. */
    public Load since(String name, URI home) {
        long bytes = 0;
        long script = 0;
        int requests = 0;
        var elsewhere = new ArrayList<String>();
        for (var request : asked.entrySet()) {
            String url =
                    request.getValue().getAsJsonObject("request").get("url").getAsString();
            if (url.startsWith("data:")) {
                continue;
            }
            long size = received.getOrDefault(request.getKey(), 0L);
            requests++;
            bytes += size;
            if ("Script".equals(request.getValue().get("type").getAsString())) {
                script += size;
            }
            if (!home.getAuthority().equals(URI.create(url).getAuthority())) {
                elsewhere.add(url);
            }
        }
        asked.clear();
        received.clear();
        return new Load(name, bytes, script, requests, elsewhere);
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }
}
