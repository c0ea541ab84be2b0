package dev.tocsin.console.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The page: a handful of files that are read once and checked by the browser on each visit. */
public final class PageRoutes {
    private static final List<String> MODULES =
            List.of(
                    "app.js",
                    "view.js",
                    "ask.js",
                    "panel.js",
                    "list.js",
                    "articles.js",
                    "stories.js",
                    "story.js",
                    "correct.js",
                    "alerts.js",
                    "rules.js",
                    "ruleform.js",
                    "live.js");

    /** Adds the addresses. */
    public void addTo(RoutesConfig routes) {
        add(routes, "/", "index.html", "text/html; charset=utf-8");
        for (String module : MODULES) {
            add(routes, "/" + module, module, "text/javascript; charset=utf-8");
        }
        add(routes, "/style.css", "style.css", "text/css; charset=utf-8");
        add(routes, "/icon.svg", "icon.svg", "image/svg+xml");
    }

    private static void add(RoutesConfig routes, String path, String file, String contentType) {
        byte[] content = content(file);
        String etag = '"' + fingerprint(content) + '"';
        routes.get(path, context -> answer(context, content, contentType, etag));
    }

    private static void answer(Context context, byte[] content, String contentType, String etag) {
        context.header("Cache-Control", "no-cache").header("ETag", etag);
        if (etag.equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(contentType).result(content);
        }
    }

    private static byte[] content(String file) {
        try (InputStream resource = PageRoutes.class.getResourceAsStream("/page/" + file)) {
            return Objects.requireNonNull(resource, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
