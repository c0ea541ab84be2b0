package dev.tocsin.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request on its way along redirects: where to, and with which headers. */
record Hop(URI uri, Map<String, String> headers) {
    private static final String TOKEN_MARKS = "!#$%&'*+.^_`|~-";
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "cookie", "proxy-authorization");

    /**
     * Where the caller starts.
     *
     * @throws IllegalArgumentException if a header would break the request apart
     */
    static Hop first(PlainUrl url, Map<String, String> headers) {
        headers.forEach(Hop::check);
        Map<String, String> all = new LinkedHashMap<>(headers);
        url.authorization().ifPresent(login -> all.putIfAbsent("Authorization", login));
        return new Hop(url.uri(), all);
    }

    private static void check(String name, String value) {
        boolean isToken = !name.isEmpty() && name.chars().allMatch(Hop::isTokenCharacter);
        if (!isToken || !value.chars().allMatch(Hop::isValueCharacter)) {
            throw new IllegalArgumentException("header " + name + " cannot be sent");
        }
    }

    private static boolean isTokenCharacter(int each) {
        boolean isLetter = each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
        return isLetter || each >= '0' && each <= '9' || TOKEN_MARKS.indexOf(each) >= 0;
    }

    private static boolean isValueCharacter(int each) {
        return each >= ' ' && each <= '~' || each >= 0x80 && each <= 0xff || each == '\t';
    }

    /** Whom it asks: the host, with its port unless that is one of the usual two. */
    String server() {
        boolean usual = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
        return usual ? host(uri) : host(uri) + ':' + uri.getPort();
    }

    /** Where the redirect leads, without credentials where that is another origin. */
    Hop follow(Optional<String> location) throws EgressException {
        PlainUrl target = target(location.filter(text -> !text.isBlank()));
        if (target.login().isPresent()) {
            throw bad("The URL holds a user name or password.");
        }
        if (uri.getScheme().equals("https") && target.uri().getScheme().equals("http")) {
            throw bad("It leads from https to http.");
        }
        boolean isHome = origin(uri).equals(origin(target.uri()));
        return new Hop(target.uri(), isHome ? headers : withoutCredentials());
    }

    private PlainUrl target(Optional<String> location) throws EgressException {
        if (location.isEmpty()) {
            throw bad("It names no target.");
        }
        try {
            return PlainUrl.of(Location.target(uri, location.get()));
        } catch (EgressException e) {
            throw bad(String.valueOf(e.getMessage()));
        } catch (URISyntaxException | IllegalArgumentException _) {
            throw bad("Its target is not a URL.");
        }
    }

    private EgressException bad(String why) {
        return new EgressException(
                EgressError.BAD_REDIRECT,
                "The redirect from %s is no good. %s".formatted(uri.getAuthority(), why));
    }

    private Map<String, String> withoutCredentials() {
        Map<String, String> rest = new LinkedHashMap<>(headers);
        rest.keySet().removeIf(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)));
        return rest;
    }

    private static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return uri.getScheme() + "://" + host(uri) + ':' + port;
    }

    /** Names with an underscore are no hosts to {@link URI}. */
    private static String host(URI uri) {
        return Optional.ofNullable(uri.getHost())
                .orElseGet(() -> uri.getAuthority().replaceFirst(":\\d+$", ""));
    }
}
