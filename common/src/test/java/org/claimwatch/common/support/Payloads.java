package org.claimwatch.common.support;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What strangers write where they hope that it runs; each sets a mark or asks a server outside, by its number. */
public final class Payloads {
    /** Where those ask that want to load something. */
    public static final String OUTSIDE = "https://out.example/";

    /** {@code §} is the payload's number, {@code ¶} an address outside. */
    private static final List<String> WRITTEN = List.of(
            "<script>top.hit=§</script>",
            "<ScRiPt>top.hit=§</sCrIpT>",
            "<script\n>top.hit=§</script\n>",
            "<script/x>top.hit=§</script>",
            "\u202e<script>top.hit=§</script>",
            "<script src=data:text/javascript,top.hit=§></script>",
            "<script type=module>top.hit=§</script>",
            "<img src=x onerror=top.hit=§>",
            "<img src=x onerror=\"top.hit=§\">",
            "<IMG SRC=x OnErRoR=top.hit=§>",
            "<img/src/onerror=top.hit=§>",
            "<image src=x onerror=top.hit=§>",
            "<svg onload=top.hit=§>",
            "<svg/onload=top.hit=§>",
            "<svg><script>top.hit=§</script></svg>",
            "<svg><script>top.hit&#61;§</script></svg>",
            "<svg><foreignObject><img src=x onerror=top.hit=§></foreignObject></svg>",
            "<svg><animate onbegin=top.hit=§ attributeName=x dur=1s>",
            "<svg><set onbegin=top.hit=§ attributeName=x>",
            "<math><mtext><img src=x onerror=top.hit=§></mtext></math>",
            "<body onload=top.hit=§>",
            "<body onpageshow=top.hit=§>",
            "<iframe srcdoc=\"<script>top.hit=§</script>\"></iframe>",
            "<iframe src=\"javascript:top.hit=§\"></iframe>",
            "<iframe onload=top.hit=§></iframe>",
            "<video src=x onerror=top.hit=§></video>",
            "<video><source src=x onerror=top.hit=§></video>",
            "<audio src=x onerror=top.hit=§></audio>",
            "<object data=x onerror=top.hit=§></object>",
            "<details open ontoggle=top.hit=§>x</details>",
            "<input autofocus onfocus=top.hit=§>",
            "<select autofocus onfocus=top.hit=§></select>",
            "<textarea autofocus onfocus=top.hit=§></textarea>",
            "<p tabindex=1 autofocus onfocus=top.hit=§>x</p>",
            "<p contenteditable autofocus onfocus=top.hit=§>x</p>",
            "<p onmouseover=top.hit=§>x</p>",
            "<p onclick=top.hit=§>x</p>",
            "<style onload=top.hit=§></style>",
            "<link rel=stylesheet href=data:text/css, onload=top.hit=§>",
            "<style>@keyframes x{}</style><p style=\"animation:x 1ms\" onanimationend=top.hit=§>x</p>",
            "<a href=javascript:top.hit=§>x</a>",
            "<form action=javascript:top.hit=§><input type=submit></form>",
            "<noscript><p title=\"</noscript><img src=x onerror=top.hit=§>\">",
            "<style><p title=\"</style><img src=x onerror=top.hit=§>\">",
            "<xmp><p title=\"</xmp><img src=x onerror=top.hit=§>\">",
            "\"><script>top.hit=§</script>",
            "'><script>top.hit=§</script>",
            "\"><img src=x onerror=top.hit=§>",
            "\" onmouseover=\"top.hit=§",
            "' onmouseover='top.hit=§",
            "x onmouseover=top.hit=§ ",
            "\" autofocus onfocus=\"top.hit=§",
            "</title><script>top.hit=§</script>",
            "</textarea><script>top.hit=§</script>",
            "</style><script>top.hit=§</script>",
            "</script><script>top.hit=§</script>",
            "--><script>top.hit=§</script>",
            "--!><img src=x onerror=top.hit=§>",
            "';top.hit=§;'",
            "\";top.hit=§;\"",
            "${top.hit=§}",
            "javascript:top.hit=§",
            "JaVaScRiPt:top.hit=§",
            "java\tscript:top.hit=§",
            "java\nscript:top.hit=§",
            "\u0001javascript:top.hit=§",
            "  javascript:top.hit=§",
            "javascript://x%0atop.hit=§",
            "&lt;script&gt;top.hit=§&lt;/script&gt;",
            "&#60;script&#62;top.hit=§&#60;/script&#62;",
            "%3Cscript%3Etop.hit=§%3C/script%3E",
            "\\u003cscript\\u003etop.hit=§\\u003c/script\\u003e",
            "<img src=¶>",
            "<img srcset=¶>",
            "<picture><source srcset=¶><img></picture>",
            "<script src=¶></script>",
            "<link rel=stylesheet href=¶>",
            "<style>@import '¶';</style>",
            "<p style=\"background:url(¶)\">x</p>",
            "\" style=\"background:url(¶)",
            "<iframe src=¶></iframe>",
            "<object data=¶></object>",
            "<embed src=¶>",
            "<video poster=¶></video>",
            "<audio src=¶></audio>",
            "<input type=image src=¶>",
            "<svg><image href=¶ width=9 height=9 /></svg>",
            "<table background=¶><tr><td>x</table>",
            "<meta http-equiv=refresh content=\"0;url=¶\">",
            "<p hx-get=¶ hx-trigger=load>x</p>");

    /**
     * One payload.
     *
     * @param number counted from 1
     */
    public record Payload(int number, String text) {
        /** Whether it is an address rather than a text. */
        public boolean address() {
            return text.strip().toLowerCase(Locale.ROOT).matches("(?s)\u0001?java\\s?script:.*");
        }

        /** A policy does not hinder a page from sending one away. */
        public boolean sendsAway() {
            return text.startsWith("<meta");
        }
    }

    private Payloads() {}

    public static List<Payload> all() {
        return IntStream.rangeClosed(1, WRITTEN.size())
                .mapToObj(number -> new Payload(number, written(number)))
                .toList();
    }

    private static String written(int number) {
        return WRITTEN.get(number - 1).replace("§", Integer.toString(number)).replace("¶", OUTSIDE + number);
    }
}
