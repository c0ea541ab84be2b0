package dev.tocsin.console.page;

import dev.tocsin.console.api.Json;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What every request has to pass and every answer carries. A foreign web site can make a browser
 * believe that its own name is this machine's address; the Host header gives such a request away.
 * It can also make a browser send something here; such a request says where it comes from, and
 * cannot say that it is JSON without being asked back, which is never answered.
 */
public final class Guard {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final Set<HandlerType> READING =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Set<String> hosts = new HashSet<>();

    /** A proxy may say our public name in Origin and another in Host. */
    private final Set<String> named = new HashSet<>();

    /**
     * @param hosts further names under which this console may be reached, without port
     */
    public Guard(Set<String> hosts) {
        this.hosts.add("localhost");
        hosts.forEach(host -> named.add(host.toLowerCase(Locale.ROOT)));
        this.hosts.addAll(named);
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
        } else if (!READING.contains(context.method())) {
            checkWriting(context, host);
        }
    }

    private void checkWriting(Context context, String host) {
        if (!isFromOurPage(context, host)) {
            Json.problem(
                    context,
                    403,
                    "Not from this site",
                    "Another web site's page may not change anything here. Use the console's own page, or a program that sends no Origin.");
            context.skipRemainingHandlers();
        } else if (!isJson(context.contentType())) {
            Json.problem(
                    context,
                    415,
                    "Not JSON",
                    "What changes something has to come with Content-Type: application/json.");
            context.skipRemainingHandlers();
        }
    }

    /** Programs say nothing of where they come from; browsers always do when they write. */
    private boolean isFromOurPage(Context context, String host) {
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = context.header("Origin");
        if (origin == null) {
            return true;
        }
        String authority = origin.replaceFirst("^https?://", "").toLowerCase(Locale.ROOT);
        return authority.equals(host.toLowerCase(Locale.ROOT))
                || named.contains(authority.replaceFirst(":\\d*$", ""));
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
    }

    /** Addresses cannot be made to point elsewhere, so they pass; names have to be known. */
    private boolean isOurs(String hostAndPort) {
        String host = hostAndPort.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return hosts.contains(host)
                || host.matches("\\d{1,3}(\\.\\d{1,3}){3}")
                || host.matches("\\[[0-9a-f:.]+]");
    }
}
