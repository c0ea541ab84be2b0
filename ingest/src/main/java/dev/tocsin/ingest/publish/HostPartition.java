package dev.tocsin.ingest.publish;

import org.apache.kafka.common.utils.Utils;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Which partition a feed belongs to: all feeds of a host share one, and so one worker. */
public final class HostPartition {
    private HostPartition() {}

    /** The partition, from 0 to {@code partitions - 1}. */
    public static int of(String feedUrl, int partitions) {
        byte[] host = hostOf(feedUrl).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(host)) % partitions;
    }

    /** The host in lower case; the whole URL where there is none. */
    public static String hostOf(String feedUrl) {
        try {
            String host = URI.create(feedUrl).getHost();
            return host == null ? feedUrl : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return feedUrl;
        }
    }
}
