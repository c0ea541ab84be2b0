package dev.tocsin.egress;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the URLs apart that are asked for; those asked for lately are remembered. */
final class PlainUrls {
    private static final int MOST = 4_096;

    /** By spelling: URIs are equal to each other whose escapes differ in case. */
    private final Map<String, PlainUrl> known = new ConcurrentHashMap<>();

    /** Fails with a sentence where the URL cannot be asked for. */
    PlainUrl of(URI uri) throws EgressException {
        PlainUrl lately = known.get(uri.toString());
        if (lately != null) {
            return lately;
        }
        PlainUrl url = PlainUrl.of(uri);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(uri.toString(), url);
        return url;
    }
}
