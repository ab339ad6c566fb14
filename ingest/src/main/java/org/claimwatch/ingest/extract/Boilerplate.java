package org.claimwatch.ingest.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Knows what is on a page without being the article: by tag, by role, by what its makers called it, by what it says. */
final class Boilerplate {
    private static final Set<String> TAGS = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "canvas",
            "iframe",
            "object",
            "embed",
            "button",
            "input",
            "select",
            "option",
            "textarea",
            "label",
            "nav",
            "footer",
            "aside",
            "dialog",
            "audio",
            "video",
            "picture",
            "figcaption",
            "menu",
            "head",
            "form",
            "map",
            "applet",
            "datalist",
            "progress",
            "meter",
            "amp-ad",
            "amp-analytics",
            "amp-sidebar",
            "link",
            "meta");

    private static final Set<String> ROLES = Set.of(
            "navigation",
            "complementary",
            "banner",
            "contentinfo",
            "dialog",
            "alertdialog",
            "search",
            "menu",
            "menubar",
            "toolbar",
            "tooltip",
            "button",
            "tablist");

    /** Words in class names and ids, whole. */
    private static final Set<String> NAMES = Set.of(
            "ad",
            "ads",
            "advert",
            "advertisement",
            "advertisements",
            "adsense",
            "adslot",
            "banner",
            "bio",
            "breadcrumb",
            "breadcrumbs",
            "byline",
            "caption",
            "captions",
            "comment",
            "comments",
            "commentlist",
            "consent",
            "cookie",
            "cookies",
            "copyright",
            "credit",
            "credits",
            "disqus",
            "disclaimer",
            "disclosure",
            "facebook",
            "feedback",
            "footer",
            "foot",
            "gdpr",
            "hidden",
            "infobox",
            "legal",
            "login",
            "masthead",
            "menu",
            "modal",
            "most",
            "nav",
            "navbar",
            "navigation",
            "navi",
            "newsletter",
            "newsletters",
            "outbrain",
            "overlay",
            "pager",
            "pagination",
            "paging",
            "paywall",
            "piano",
            "popup",
            "popular",
            "print",
            "promo",
            "promos",
            "promotion",
            "promoted",
            "pullquote",
            "rail",
            "rating",
            "ratings",
            "readmore",
            "recirc",
            "recommend",
            "recommended",
            "recommendations",
            "register",
            "related",
            "relatedposts",
            "replies",
            "reply",
            "respond",
            "share",
            "sharebar",
            "shares",
            "sharing",
            "sharedaddy",
            "sidebar",
            "signup",
            "signin",
            "skip",
            "social",
            "socials",
            "sociable",
            "sponsor",
            "sponsored",
            "subscribe",
            "subscription",
            "taboola",
            "tags",
            "taglist",
            "teaser",
            "teasers",
            "toolbar",
            "toolbox",
            "tools",
            "trending",
            "tweet",
            "twitter",
            "upsell",
            "utility",
            "whatsapp",
            "widget",
            "widgets",
            "yarpp",
            "zergnet",
            "timestamp",
            "topbar",
            "ticker",
            "sr");

    /** Parts of class names and ids, in languages that write compounds or in pairs of words. */
    private static final Pattern NAME_PARTS = Pattern.compile(
            "anzeige|werbung|advert|cookie|newsletter|pullquote|pull-quote|breadcrumb|read-?next|read-?more|read-?also|more-?(from|on|stories|news)|most-?(read|popular|viewed)"
                    + "|also-?(read|like)|you-?may|author-?(bio|box|info|card|profile|description)|about-?(the-)?author|post-?(meta|nav|footer|tags|author)|entry-?(meta|footer|utility)"
                    + "|meta-?(data|info)|tag-?(list|cloud)|social|share(-|_)|sharing|comment-?(s|list|form|area|section|wrap)|wp-?caption|image-?caption|photo-?credit|screen-?reader|visually-?hidden"
                    + "|related|recommend|teaser|sidebar|paywall|subscri|sign-?up|in-?page-?nav|site-?(header|footer|nav)|page-?(header|footer)|skip-?(link|to)|donat");

    /** What a box says first when it is an advertisement, in the languages of the outlets. */
    private static final Pattern LABEL = Pattern.compile(
            "^(advert(isement|orial)?s?|sponsored( content)?|anzeige|werbung|publicit[ée]|pubblicit[àa]|publicidad|publicidade|reklam[aey]?|annons|annonse|إعلان|اعلان|广告|広告|реклама|διαφήμιση|פרסומת)(?=\\s*[:|–—-]|\\s*\\n|\\s*$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z]{3})(?=[A-Z][a-z]{2})");
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");

    private Boilerplate() {}

    static boolean isTag(Element element) {
        return TAGS.contains(element.normalName());
    }

    static boolean isHidden(Element element) {
        if (element.hasAttr("hidden") || "true".equals(element.attr("aria-hidden"))) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty()
                && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
    }

    static boolean isRole(Element element) {
        return ROLES.contains(element.attr("role"));
    }

    static boolean isNamed(Element element) {
        String names = element.className() + " " + element.id();
        if (names.isBlank()) {
            return false;
        }
        String spaced = HUMP.matcher(names).replaceAll("-").toLowerCase(Locale.ROOT);
        for (String name : NO_NAME.split(spaced, -1)) {
            if (NAMES.contains(name)) {
                return true;
            }
        }
        return NAME_PARTS.matcher(spaced).find();
    }

    static boolean isLabelled(String text) {
        return LABEL.matcher(text).find();
    }
}
