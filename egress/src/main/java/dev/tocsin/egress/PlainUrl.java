package dev.tocsin.egress;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as it goes on the wire: ASCII, its host spelt the one plain way, without fragment and
 * without the user name and password, which are kept apart.
 *
 * <p>What is resolved is what stands here, so no spelling of a host can mean one thing to a check
 * and another to a connection.
 *
 * @param login "user:password" as the URL spells it
 */
record PlainUrl(URI uri, Optional<String> login) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[^\\]]*\\]|[^:]*)(?::(?<port>\\d{0,5}))?");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\\.)*[a-z0-9_](?:[a-z0-9_-]{0,62})");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+\\]");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_URL = 8_000;
    private static final int HIGHEST_PORT = 65_535;

    /** Ports below 1024 that belong to the web; the others are other services' (Fetch, 2.9). */
    private static final Set<Integer> LOW_WEB_PORTS = Set.of(80, 81, 82, 443, 591);

    private static final Set<Integer> OTHER_SERVICES =
            Set.of(
                    1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666,
                    6667, 6668, 6669, 6679, 6697, 10_080);

    /** Fails with a sentence where the URL cannot be asked for. */
    static PlainUrl of(URI uri) throws EgressException {
        String scheme = lower(String.valueOf(uri.getScheme()));
        if (!SCHEMES.contains(scheme)) {
            throw bad("Only http and https URLs can be fetched.");
        }
        String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        int at = authority.lastIndexOf('@');
        Optional<String> login =
                at < 0 ? Optional.empty() : Optional.of(authority.substring(0, at));
        if (login.filter(text -> text.contains("@")).isPresent()) {
            throw bad("The URL holds more than one \"@\" before its host.");
        }
        String plain = scheme + "://" + place(authority.substring(at + 1)) + rest(uri);
        if (plain.length() > LONGEST_URL) {
            throw bad("The URL is longer than %,d characters.".formatted(LONGEST_URL));
        }
        URI url = plain.equals(uri.toString()) ? uri : URI.create(plain);
        return new PlainUrl(url, login.filter(text -> !text.isEmpty()));
    }

    /** The login as the value of an Authorization header (RFC 7617). */
    Optional<String> authorization() {
        return login.map(text ->
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(decoded(text.contains(":") ? text : text + ':')));
    }

    private static byte[] decoded(String percentEncoded) {
        return URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String place(String authority) throws EgressException {
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw bad("The URL's host or port cannot be read.");
        }
        String host = host(lower(String.valueOf(parts.group("host"))));
        String port = Optional.ofNullable(parts.group("port")).orElse("");
        return port.isEmpty() ? host : host + ':' + port(Integer.parseInt(port));
    }

    private static String host(String spelt) throws EgressException {
        if (spelt.startsWith("[")) {
            if (IPV6.matcher(spelt).matches()) {
                return spelt;
            }
            throw bad("The URL's host is no IPv6 address without a zone.");
        }
        String host = withoutLastDot(ascii(spelt));
        if (host.isEmpty()) {
            throw bad("The URL names no host.");
        }
        if (host.length() > LONGEST_NAME || !NAME.matcher(host).matches()) {
            throw bad("The URL's host is no name that can be looked up.");
        }
        String lastLabel = host.substring(host.lastIndexOf('.') + 1);
        if (NUMBER.matcher(lastLabel).matches() && !IPV4.matcher(host).matches()) {
            throw bad("The URL's host is a number; spell an address like 192.0.2.1.");
        }
        return host;
    }

    /** An international name in its ASCII form. */
    private static String ascii(String host) throws EgressException {
        try {
            return isAscii(host) ? host : lower(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException _) {
            throw bad("The URL's host is no international name.");
        }
    }

    private static String withoutLastDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static int port(int port) throws EgressException {
        if (port == 0 || port > HIGHEST_PORT) {
            throw bad("The URL names an impossible port.");
        }
        if (port < 1024 && !LOW_WEB_PORTS.contains(port) || OTHER_SERVICES.contains(port)) {
            throw bad("Port %d belongs to another service than the web.".formatted(port));
        }
        return port;
    }

    private static String rest(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String rest = path + query;
        return isAscii(rest)
                ? rest
                : URI.create("http://h" + rest).toASCIIString().substring("http://h".length());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static EgressException bad(String sentence) {
        return new EgressException(EgressError.BAD_URL, sentence);
    }
}
