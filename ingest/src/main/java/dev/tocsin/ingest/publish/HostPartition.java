package dev.tocsin.ingest.publish;

import org.apache.kafka.common.utils.Utils;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which partition a feed belongs to: all feeds of a host share one, and so one worker. */
public final class HostPartition {
    /** Scheme, user, then the host, without the dot that may end it, before port and path. */
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "^[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/?#]*@)?(\\[[^\\]/?#]*]|[^:/?#]+?)\\.?(?=[:/?#]|$)");

    private static final Pattern PORT =
            Pattern.compile(
                    "^[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/?#]*@)?(?:\\[[^\\]/?#]*]|[^:/?#]+):0*(\\d+)(?=[/?#]|$)");

    private static final Set<String> USUAL_PORTS = Set.of("80", "443");

    private HostPartition() {}

    /** The partition, from 0 to {@code partitions - 1}. */
    public static int of(String feedUrl, int partitions) {
        byte[] host = hostOf(feedUrl).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(host)) % partitions;
    }

    /** Whom a request to the URL asks: the host, with its port unless that is a usual one. */
    public static String serverOf(String feedUrl) {
        Matcher port = PORT.matcher(feedUrl.strip());
        boolean isUnusual = port.find() && !USUAL_PORTS.contains(port.group(1));
        return isUnusual ? hostOf(feedUrl) + ':' + port.group(1) : hostOf(feedUrl);
    }

    /**
     * The host in lower case, also one that Java takes for no proper host (underscores, umlauts);
     * the whole text where there is none.
     */
    static String hostOf(String feedUrl) {
        Matcher matcher = AUTHORITY.matcher(feedUrl.strip());
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : feedUrl;
    }
}
