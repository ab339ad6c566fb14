package org.claimwatch.web.support;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the browser refused because of a page's Content-Security-Policy, as the browser itself reports it. */
public final class Refusals {
    private final List<String> all = new CopyOnWriteArrayList<>();

    private Refusals() {}

    public static Refusals in(BrowserContext context) {
        var refusals = new Refusals();
        context.exposeFunction("refusedByPolicy", told -> refusals.all.add(told[0].toString()));
        context.addInitScript("""
                document.addEventListener("securitypolicyviolation", (e) =>
                  refusedByPolicy(`${e.effectiveDirective} ${e.blockedURI} “${e.sample}” on ${location.pathname}`));""");
        return refusals;
    }

    /** Since the last call. */
    public List<String> taken() {
        var taken = List.copyOf(all);
        all.clear();
        return taken;
    }
}
