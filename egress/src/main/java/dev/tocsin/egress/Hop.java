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
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "cookie", "proxy-authorization");
    private static final int HIGHEST_PORT = 65_535;

    /** Where the caller starts; fails with a sentence where the URL cannot be asked for. */
    static Hop first(URI uri, Map<String, String> headers) throws EgressException {
        Optional<String> complaint = complaint(uri);
        if (complaint.isPresent()) {
            throw new EgressException(EgressError.BAD_URL, complaint.get());
        }
        return new Hop(uri, headers);
    }

    /** Where the redirect leads, without credentials where that is another origin. */
    Hop follow(Optional<String> location) throws EgressException {
        URI target = target(location);
        if (complaint(target).isPresent()) {
            throw bad(complaint(target).get());
        }
        if (scheme(uri).equals("https") && scheme(target).equals("http")) {
            throw bad("It leads from https to http.");
        }
        return new Hop(target, origin(uri).equals(origin(target)) ? headers : withoutCredentials());
    }

    private URI target(Optional<String> location) throws EgressException {
        try {
            URI target = uri.resolve(new URI(spaceless(location.orElse(""))));
            if (location.isEmpty() || location.get().isBlank()) {
                throw bad("It names no target.");
            }
            return target;
        } catch (URISyntaxException | IllegalArgumentException _) {
            throw bad("Its target is not a URL.");
        }
    }

    private EgressException bad(String why) {
        String host = Optional.ofNullable(uri.getHost()).orElse(uri.getAuthority());
        return new EgressException(
                EgressError.BAD_REDIRECT,
                "The redirect from %s is no good. %s".formatted(host, why));
    }

    private Map<String, String> withoutCredentials() {
        Map<String, String> rest = new LinkedHashMap<>(headers);
        rest.keySet().removeIf(name -> CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)));
        return rest;
    }

    private static Optional<String> complaint(URI uri) {
        if (!Set.of("http", "https").contains(scheme(uri))) {
            return Optional.of("Only http and https URLs can be fetched.");
        }
        if (uri.getRawAuthority() == null || uri.getRawAuthority().isBlank()) {
            return Optional.of("The URL names no host.");
        }
        if (uri.getRawAuthority().contains("@")) {
            return Optional.of("The URL holds a user name or password.");
        }
        return uri.getPort() > HIGHEST_PORT || uri.getPort() == 0
                ? Optional.of("The URL names an impossible port.")
                : Optional.empty();
    }

    private static String origin(URI uri) {
        String scheme = scheme(uri);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ':' + port;
    }

    private static String scheme(URI uri) {
        return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static String spaceless(String location) {
        return location.strip().replace(" ", "%20");
    }
}
