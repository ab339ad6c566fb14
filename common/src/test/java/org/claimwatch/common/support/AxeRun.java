package org.claimwatch.common.support;

/**
 * How a page has axe look at it, without the work that finds nothing more: it describes what is wrong and not what is right, and
 * measures the contrast of three texts of each look, for the same colours on the same grounds in the same size have the same.
 * Frames are left out: ours hold strangers' pages without scripts, in which axe could not run.
 */
public final class AxeRun {
    /** A function of axe's options; gives each rule that the page breaks, with some places where. Axe has to be there already. */
    public static final String VIOLATIONS = """
            async (options) => {
              const grounds = new Map();
              const ground = (element) => {
                if (!element) return "";
                if (!grounds.has(element)) {
                  const s = getComputedStyle(element);
                  const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter].join();
                  const below = ground(element.parentElement);
                  grounds.set(element, own === "rgba(0, 0, 0, 0),none,1,none" ? below : below + "/" + own);
                }
                return grounds.get(element);
              };
              const looks = new Map();
              for (const element of document.querySelectorAll("body, body *")) {
                const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("").trim();
                const written = text.length > 1 || element.matches("input, select, textarea");
                if (!written || !element.getClientRects().length) continue;
                const s = getComputedStyle(element);
                const idle = element.matches(":disabled, [aria-disabled=true] *") || element.closest("label")?.control?.disabled;
                const look = [ground(element), s.color, s.fill, s.fontSize, s.fontWeight, s.textShadow, s.visibility, s.position,
                  s.clip, s.clipPath, s.overflow, idle, element.matches("input, select, textarea, svg *")].join();
                const seen = looks.get(look) ?? 0;
                looks.set(look, seen + 1);
                if (seen < 3) element.dataset.look = looks.size;
              }
              axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });
              const { violations } = await axe.run(document, { resultTypes: ["violations"], iframes: false, ...options });
              return violations.map(({ id, nodes }) => id + ": "
                + nodes.slice(0, 5).map((node) => node.html + " " + node.failureSummary).join(" | "));
            }""";

    private AxeRun() {}
}
