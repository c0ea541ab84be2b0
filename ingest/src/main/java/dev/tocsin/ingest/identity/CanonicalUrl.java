package dev.tocsin.ingest.identity;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The one address that all links to an article share. The rules are in docs/identity.md. */
public final class CanonicalUrl {
    private static final Pattern WEB =
            Pattern.compile(
                    "^https?://([^/?#]*)([^?#]*)(?:\\?([^#]*))?.*$",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern AMP_CACHE =
            Pattern.compile(
                    "^https?://(?:[^/?#]*\\.cdn\\.ampproject\\.org/[a-z]|(?:www\\.)?google\\.[a-z.]{2,6}/amp)/(?:s/)?(?=[^/]+\\.)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY =
            Pattern.compile("^(?:.*@)?(\\[[0-9a-fA-F:.]+]|[^:\\[\\]@]+?)\\.?(?::(\\d{0,5}))?$");
    private static final Pattern SIDE_DOOR =
            Pattern.compile("^(?:www|m|mobile|amp)\\.(?=[^.]+\\.)");
    private static final Pattern AMP_PATH =
            Pattern.compile(
                    "^/amp(?=/)|/amp/*$|\\.amp(?=\\.html?$)|\\.amp/*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_A_HOST = Pattern.compile("[\\s\\p{Cntrl}<>\"\\\\^`{|}%]");

    private CanonicalUrl() {}

    /**
     * The canonical form, always with https; empty where the text is no absolute http or https URL,
     * or names no more than a host, because a home page is no article. Never throws.
     */
    public static Optional<String> of(String url) {
        Matcher web = WEB.matcher(AMP_CACHE.matcher(url.strip()).replaceFirst("https://"));
        if (!web.matches()) {
            return Optional.empty();
        }
        String rest = path(web.group(2)) + query(Optional.ofNullable(web.group(3)));
        return rest.isEmpty()
                ? Optional.empty()
                : authority(web.group(1)).map(authority -> "https://" + authority + rest);
    }

    private static Optional<String> authority(String text) {
        Matcher authority = AUTHORITY.matcher(text);
        if (!authority.matches() || NOT_A_HOST.matcher(authority.group(1)).find()) {
            return Optional.empty();
        }
        String port = Optional.ofNullable(authority.group(2)).orElse("");
        boolean isDefault = port.isEmpty() || port.equals("80") || port.equals("443");
        return Optional.of(host(authority.group(1)) + (isDefault ? "" : ":" + port));
    }

    private static String host(String text) {
        String host = ascii(text).toLowerCase(Locale.ROOT);
        String front = SIDE_DOOR.matcher(host).replaceFirst("");
        return front.equals(host) ? host : host(front);
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException _) {
            return encoded(host);
        }
    }

    private static String path(String raw) {
        String path = AMP_PATH.matcher(encoded(raw)).replaceAll("");
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String query(Optional<String> raw) {
        return raw.stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .map(piece -> piece.startsWith("amp;") ? piece.substring(4) : piece)
                .filter(piece -> !piece.isEmpty() && !TrackingParameters.isNoise(piece))
                .map(CanonicalUrl::encoded)
                .collect(
                        Collectors.collectingAndThen(Collectors.joining("&"), CanonicalUrl::asked));
    }

    private static String asked(String query) {
        return query.isEmpty() ? "" : '?' + query;
    }

    /** Spells the same characters the same way: UTF-8, percent-encoded, upper-case digits. */
    private static String encoded(String text) {
        StringBuilder result = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length) {
                result.append('%').append(upper(bytes[++i])).append(upper(bytes[++i]));
            } else if (bytes[i] > ' ' && bytes[i] < 127) {
                result.append((char) bytes[i]);
            } else {
                result.append("%%%02X".formatted(bytes[i]));
            }
        }
        return result.toString();
    }

    private static char upper(byte digit) {
        return Character.toUpperCase((char) (digit & 0x7f));
    }
}
