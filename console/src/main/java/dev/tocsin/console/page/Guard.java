package dev.tocsin.console.page;

import dev.tocsin.console.api.Json;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What every request has to pass and every answer carries. A foreign web site can make a browser
 * believe that its own name is this machine's address; the Host header gives such a request away.
 */
public final class Guard {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private final Set<String> hosts = new HashSet<>();

    /**
     * @param hosts further names under which this console may be reached, without port
     */
    public Guard(Set<String> hosts) {
        this.hosts.add("localhost");
        hosts.forEach(host -> this.hosts.add(host.toLowerCase(Locale.ROOT)));
    }

    /** Puts the guard before everything else. */
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        String host = context.host();
        if (host == null || !isOurs(host)) {
            Json.problem(
                    context,
                    421,
                    "Not this host",
                    "The console does not answer under this host name. Use localhost, the address itself, or name the host in its configuration.");
            context.skipRemainingHandlers();
        }
    }

    /** Addresses cannot be made to point elsewhere, so they pass; names have to be known. */
    private boolean isOurs(String hostAndPort) {
        String host = hostAndPort.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return hosts.contains(host)
                || host.matches("\\d{1,3}(\\.\\d{1,3}){3}")
                || host.matches("\\[[0-9a-f:.]+]");
    }
}
