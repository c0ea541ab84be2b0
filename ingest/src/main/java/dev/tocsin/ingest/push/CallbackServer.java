package dev.tocsin.ingest.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Listens for hubs, behind the operator's reverse proxy. A request has five seconds, and so many
 * are served at once; connections, headers and the time for them are bounded too.
 */
final class CallbackServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CallbackServer.class);
    private static final int MOST_AT_ONCE = 32;

    private final Callback callback;
    private final PushCounters counters;
    private final Duration patience;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledThreadPoolExecutor watchdog =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().name("websub-watchdog").daemon().factory());
    private final HttpServer server;

    static {
        // read once by the JDK's server, which has no other way to bound what comes before a
        // handler
        limit("jdk.httpserver.maxConnections", 500);
        limit("sun.net.httpserver.maxReqTime", 10);
        limit("sun.net.httpserver.idleInterval", 10);
        limit("sun.net.httpserver.maxReqHeaderSize", 32 * 1024);
    }

    private static void limit(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    private CallbackServer(
            HttpServer server, Callback callback, PushCounters counters, Duration patience) {
        this.server = server;
        this.callback = callback;
        this.counters = counters;
        this.patience = patience;
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /**
     * @param patience with one request
     * @throws CallbackPortException if the address cannot be listened on
     */
    static CallbackServer start(
            PushSettings settings, Callback callback, PushCounters counters, Duration patience) {
        try {
            HttpServer http =
                    HttpServer.create(new InetSocketAddress(settings.bind(), settings.port()), 0);
            CallbackServer server = new CallbackServer(http, callback, counters, patience);
            http.createContext("/", server::handle);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException | RuntimeException e) {
            throw new CallbackPortException(settings.bind(), settings.port(), e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        ScheduledFuture<?> tooLong =
                watchdog.schedule(exchange::close, patience.toMillis(), TimeUnit.MILLISECONDS);
        try (exchange) {
            reply(exchange).send(exchange);
        } catch (IOException e) {
            log.atDebug().addKeyValue("error", e.toString()).log("hub went away");
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("callback broke");
        } finally {
            tooLong.cancel(false);
        }
    }

    private Reply reply(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "GET" -> callback.question(path, exchange.getRequestURI().getRawQuery());
            case "POST" -> content(exchange, path);
            default -> new Reply(405, "");
        };
    }

    private Reply content(HttpExchange exchange, String path) {
        if (!room.tryAcquire()) {
            counters.received();
            counters.refused();
            return Reply.LATER;
        }
        try {
            return callback.content(path, exchange.getRequestHeaders(), exchange.getRequestBody());
        } finally {
            room.release();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        watchdog.shutdownNow();
        threads.shutdownNow();
    }
}
