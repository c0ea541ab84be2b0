package dev.tocsin.ingest.fetch;

import dev.tocsin.egress.EgressResult;

import java.net.URI;
import java.util.Optional;

/** What a status means that brings no feed, for people. */
final class Statuses {
    private Statuses() {}

    static String sentence(EgressResult.Response response) {
        URI uri = response.finalUri();
        String host = Optional.ofNullable(uri.getHost()).orElse(String.valueOf(uri.getAuthority()));
        return "%s answered %d%s.".formatted(host, response.status(), meaning(response.status()));
    }

    private static String meaning(int status) {
        return switch (status) {
            case 202 -> ": it wants a browser to prove itself first";
            case 204, 205 -> ": no content";
            case 206 -> ": a part, although the whole was asked for";
            case 304 -> ": not modified, although nothing was known before";
            case 401 -> ": a user name and password are needed";
            case 402 -> ": it wants to be paid";
            case 403 -> ": this program may not read it";
            case 404 -> ": there is nothing at this address";
            case 406 -> ": it has no form of it that was asked for";
            case 407, 511 -> ": something on the way wants a login";
            case 451 -> ": withheld for legal reasons";
            default ->
                    status >= 500
                            ? ": its own fault"
                            : status >= 400 ? ": it refuses" : " instead of a feed";
        };
    }
}
