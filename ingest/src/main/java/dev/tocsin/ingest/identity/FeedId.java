package dev.tocsin.ingest.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The key of a feed. */
public final class FeedId {
    private FeedId() {}

    /**
     * 32 hex digits over the URL with scheme and host in lower case, without default port and
     * fragment. Path and query count as they are. Text that is no URL counts as it is.
     */
    public static String of(String url) {
        return StableId.of("feed", normalised(url.strip()));
    }

    private static String normalised(String url) {
        try {
            URI uri = new URI(url);
            return Optional.ofNullable(uri.getHost())
                    .map(host -> normalised(uri, host))
                    .orElse(url);
        } catch (URISyntaxException e) {
            return url;
        }
    }

    private static String normalised(URI uri, String host) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String path = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
        String user = Optional.ofNullable(uri.getRawUserInfo()).map(u -> u + '@').orElse("");
        String query = Optional.ofNullable(uri.getRawQuery()).map(q -> '?' + q).orElse("");
        return scheme
                + "://"
                + user
                + host.toLowerCase(Locale.ROOT)
                + port(scheme, uri)
                + path
                + query;
    }

    private static String port(String scheme, URI uri) {
        int defaultPort = scheme.equals("https") ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
    }
}
