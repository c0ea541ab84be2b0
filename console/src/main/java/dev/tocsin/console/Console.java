package dev.tocsin.console;

import dev.tocsin.console.api.ApiRoutes;
import dev.tocsin.console.api.TopicNames;
import dev.tocsin.console.api.alert.AlertRoutes;
import dev.tocsin.console.api.alert.RuleRoutes;
import dev.tocsin.console.api.story.CorrectionRoutes;
import dev.tocsin.console.api.story.StoryRoutes;
import dev.tocsin.console.live.StreamRoute;
import dev.tocsin.console.page.Guard;
import dev.tocsin.console.page.PageRoutes;
import dev.tocsin.console.record.RecordWriter;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

/** The HTTP server: REST below {@code /api/v1}, the live stream, the page. */
public final class Console implements AutoCloseable {
    private final ConsoleSettings settings;
    private final Javalin server;

    public Console(ConsoleSettings settings, ConsoleSources sources) {
        this.settings = settings;
        this.server =
                Javalin.create(config -> {
                    configure(config);
                    addRoutes(config.routes, sources);
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

    private void addRoutes(RoutesConfig routes, ConsoleSources sources) {
        TopicNames names = new TopicNames(() -> sources.vocabulary().get().conflictTopics());
        DataSource store = sources.store();
        new Guard(settings.hosts()).addTo(routes);
        new ApiRoutes(store, names, sources.health(), about(sources)).addTo(routes);
        new StoryRoutes(store, names).addTo(routes);
        AlertRoutes alerts = new AlertRoutes(store);
        alerts.addTo(routes);
        RuleRoutes rules = new RuleRoutes(store, sources.vocabulary(), sources.targets());
        rules.addTo(routes);
        new PageRoutes().addTo(routes);
        if (sources.live() != null) {
            new StreamRoute(sources.live(), names).addTo(routes);
        }
        if (sources.writer() != null) {
            RecordWriter writer = sources.writer();
            rules.addWritingTo(routes, writer);
            alerts.addWritingTo(routes);
            new CorrectionRoutes(store, names, writer, sources.clock()).addTo(routes);
        }
    }

    private Map<String, Object> about(ConsoleSources sources) {
        Map<String, Object> about = new HashMap<>();
        about.put("live", sources.live() != null);
        about.put("writable", sources.writer() != null);
        String banner = settings.banner();
        if (banner != null) {
            about.put("banner", banner);
        }
        return about;
    }
}
