package dev.tocsin.ingest.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Query parameters that say how a reader came to a page, not which page it is. */
final class TrackingParameters {
    private static final List<String> PREFIXES =
            List.of("utm_", "at_", "mtm_", "pk_", "hsa_", "ns_", "_hs", "wt_mc", "wt_zmc");

    private static final Set<String> NAMES =
            Set.of(
                    "__twitter_impression",
                    "_ga",
                    "_gl",
                    "cmp",
                    "cmpid",
                    "dclid",
                    "fbclid",
                    "gbraid",
                    "gclid",
                    "guccounter",
                    "icid",
                    "igsh",
                    "igshid",
                    "intcmp",
                    "ito",
                    "mc_cid",
                    "mc_eid",
                    "mkt_tok",
                    "msclkid",
                    "ocid",
                    "s_campaign",
                    "smid",
                    "smtyp",
                    "traffic_medium",
                    "traffic_source",
                    "ttclid",
                    "twclid",
                    "wbraid",
                    "xtor",
                    "yclid");

    /** Names with a meaning of their own, unless they just say that a feed brought the reader. */
    private static final Set<String> ORIGIN_NAMES =
            Set.of("emc", "feed", "from", "origin", "partner", "ref", "ref_src", "source", "src");

    private static final Set<String> FEED_VALUES =
            Set.of("atom", "feed", "feeds", "rss", "rss2", "rss_feed", "rss-feed", "rssfeed");

    private static final Set<String> AMP =
            Set.of("amp", "amp=1", "amp=true", "output=amp", "outputtype=amp");

    private TrackingParameters() {}

    /** Whether a {@code name=value} piece of a query can go without naming another page. */
    static boolean isNoise(String parameter) {
        String lower = parameter.toLowerCase(Locale.ROOT);
        int equals = lower.indexOf('=');
        String name = equals < 0 ? lower : lower.substring(0, equals);
        String value = equals < 0 ? "" : lower.substring(equals + 1);
        return NAMES.contains(name)
                || PREFIXES.stream().anyMatch(name::startsWith)
                || AMP.contains(lower)
                || saysFeed(name, value);
    }

    private static boolean saysFeed(String name, String value) {
        return ORIGIN_NAMES.contains(name) && FEED_VALUES.contains(value);
    }
}
