package dev.tocsin.ingest.parse.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** References of a document to other documents, which need not be well-formed. */
public final class Addresses {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern WEB =
            Pattern.compile("^https?://[^/?#\\s].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Addresses() {}

    public static boolean isAbsolute(String reference) {
        return SCHEME.matcher(reference).lookingAt();
    }

    /** Whether it names a host and is http or https. */
    public static boolean isWeb(String reference) {
        return WEB.matcher(reference).matches();
    }

    /** RFC 3986, 5.2; the reference as it is where base or reference allow no more. */
    public static String resolve(String base, String reference) {
        if (base.isEmpty() || isAbsolute(reference)) {
            return reference;
        }
        try {
            URI resolved = new URI(encoded(base)).resolve(new URI(encoded(reference)));
            return reference.isEmpty() ? base : rooted(resolved).toString();
        } catch (URISyntaxException | IllegalArgumentException _) {
            return reference;
        }
    }

    /** Java keeps the dots that lead above the root; RFC 3986 drops them. */
    private static URI rooted(URI uri) throws URISyntaxException {
        String path = uri.getRawPath();
        if (path == null || !path.startsWith("/../")) {
            return uri;
        }
        String text = uri.toString();
        int start = text.indexOf(path);
        int end = start;
        while (text.startsWith("/../", end)) {
            end += 3;
        }
        return new URI(text.substring(0, start) + text.substring(end));
    }

    private static String encoded(String reference) {
        StringBuilder text = new StringBuilder(reference.length());
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0) {
                text.append('%').append("%02X".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
