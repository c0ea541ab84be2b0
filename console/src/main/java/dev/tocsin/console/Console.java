package dev.tocsin.console;

import dev.tocsin.console.api.ApiRoutes;
import dev.tocsin.console.api.Health;
import dev.tocsin.console.api.TopicName;
import dev.tocsin.console.api.TopicNames;
import dev.tocsin.console.live.LiveFeed;
import dev.tocsin.console.live.StreamRoute;
import dev.tocsin.console.page.Guard;
import dev.tocsin.console.page.PageRoutes;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

/** The HTTP server: REST below {@code /api/v1}, the live stream, the page. */
public final class Console implements AutoCloseable {
    private final ConsoleSettings settings;
    private final Javalin server;

    /**
     * @param dataSource where the sink stores; only read
     * @param conflictTopics all of the taxonomy, in the order to show them
     * @param live new articles, null to go without; started and closed by its owner
     */
    public Console(
            ConsoleSettings settings,
            DataSource dataSource,
            Supplier<List<Health>> health,
            List<TopicName> conflictTopics,
            @Nullable LiveFeed live) {
        this.settings = settings;
        TopicNames names = new TopicNames(conflictTopics);
        ApiRoutes api = new ApiRoutes(dataSource, names, health, about(settings, live));
        this.server =
                Javalin.create(config -> {
                    configure(config);
                    addRoutes(config.routes, api, names, live);
                });
    }

    /**
     * Listens from now on.
     *
     * @throws PortInUseException if something else has the port
     */
    public void start() {
        try {
            server.start(settings.bindAddress(), settings.port());
        } catch (JavalinBindException e) {
            throw new PortInUseException(settings.bindAddress(), settings.port(), e);
        }
    }

    /**
     * Tries the port without listening, for whoever wants to know before other work is begun.
     *
     * @throws PortInUseException if something else has the port
     */
    public static void checkPort(String bindAddress, int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getByName(bindAddress))) {
            return;
        } catch (IOException e) {
            throw new PortInUseException(bindAddress, port, e);
        }
    }

    /** The port it listens on; only after {@link #start()}. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private void addRoutes(
            RoutesConfig routes, ApiRoutes api, TopicNames names, @Nullable LiveFeed live) {
        new Guard(settings.hosts()).addTo(routes);
        api.addTo(routes);
        new PageRoutes().addTo(routes);
        if (live != null) {
            new StreamRoute(live, names).addTo(routes);
        }
    }

    private static Map<String, Object> about(ConsoleSettings settings, @Nullable LiveFeed live) {
        Map<String, Object> about = new HashMap<>();
        about.put("live", live != null);
        String banner = settings.banner();
        if (banner != null) {
            about.put("banner", banner);
        }
        return about;
    }
}
