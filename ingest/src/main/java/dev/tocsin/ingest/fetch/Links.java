package dev.tocsin.ingest.fetch;

import dev.tocsin.egress.ResponseHeaders;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a response's Link headers (RFC 8288) say of pushing: the hub that tells what is new and the
 * name of the feed there (WebSub, 4).
 */
public record Links(Optional<URI> hub, Optional<URI> self) {
    private static final Links NONE = new Links(Optional.empty(), Optional.empty());

    private record Link(String target, String parameters) {}

    private static final Pattern REL =
            Pattern.compile(
                    ";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))", Pattern.CASE_INSENSITIVE);

    static Links of(ResponseHeaders headers, URI base) {
        if (headers.all("Link").isEmpty()) {
            return NONE;
        }
        return new Links(first("hub", headers, base), first("self", headers, base));
    }

    private static Optional<URI> first(String relation, ResponseHeaders headers, URI base) {
        return headers.all("Link").stream()
                .flatMap(header -> links(header).stream())
                .filter(link -> relations(link.parameters).contains(relation))
                .map(link -> absolute(base, link.target))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Link> links(String header) {
        List<Link> links = new ArrayList<>();
        int start = header.indexOf('<');
        while (start >= 0 && header.indexOf('>', start) >= 0) {
            int end = header.indexOf('>', start);
            int stop = endOfParameters(header, end + 1);
            links.add(new Link(header.substring(start + 1, end), header.substring(end + 1, stop)));
            start = header.indexOf('<', stop);
        }
        return links;
    }

    private static int endOfParameters(String header, int from) {
        boolean quoted = false;
        for (int at = from; at < header.length(); at++) {
            if (header.charAt(at) == '"') {
                quoted = !quoted;
            } else if (header.charAt(at) == ',' && !quoted) {
                return at;
            }
        }
        return header.length();
    }

    /** Of the first rel parameter, which is the one that counts. */
    private static Set<String> relations(String parameters) {
        Matcher rel = REL.matcher(parameters);
        if (!rel.find()) {
            return Set.of();
        }
        String value =
                Optional.ofNullable(rel.group(1))
                        .or(() -> Optional.ofNullable(rel.group(2)))
                        .orElse("");
        return Set.copyOf(List.of(value.toLowerCase(Locale.ROOT).strip().split("\\s+")));
    }

    private static Optional<URI> absolute(URI base, String target) {
        try {
            return Optional.of(base.resolve(target.strip()))
                    .filter(uri ->
                            Set.of("http", "https").contains(String.valueOf(uri.getScheme())))
                    .filter(uri -> uri.getRawAuthority() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
