package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.instance.InstanceLock;
import dev.tocsin.app.instance.RunningInstance;
import dev.tocsin.app.pipeline.HealthFile;
import dev.tocsin.app.pipeline.Pipeline;
import dev.tocsin.app.pipeline.PipelineOptions;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a pipeline on a data folder until the process is told to stop. */
final class Service implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final InstanceLock lock;
    private final Pipeline pipeline;
    private final HealthFile health;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean failed;
    private volatile boolean closed;

    private Service(
            InstanceLock lock, Pipeline pipeline, DataFolder folder, PipelineOptions options) {
        this.lock = lock;
        this.pipeline = pipeline;
        boolean alone = options.parts().size() == 1;
        this.health = HealthFile.start(folder, pipeline::health, alone ? this::giveUp : () -> {});
    }

    /** Takes the data folder and starts the parts. */
    static Service start(Configuration configuration, DataFolder folder, PipelineOptions options)
            throws ConfigurationException {
        InstanceLock lock = InstanceLock.take(folder);
        CompletableFuture<Optional<Service>> started = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "stop"));
        try {
            Pipeline pipeline = Pipeline.start(configuration, folder, options);
            Service service = announced(lock, pipeline, folder, options);
            started.complete(Optional.of(service));
            return service;
        } catch (ConfigurationException | RuntimeException e) {
            lock.close();
            throw e;
        } finally {
            started.complete(Optional.empty());
        }
    }

    private static Service announced(
            InstanceLock lock, Pipeline pipeline, DataFolder folder, PipelineOptions options) {
        try {
            Service service = new Service(lock, pipeline, folder, options);
            lock.announce(service.announcement());
            return service;
        } catch (RuntimeException e) {
            pipeline.close();
            throw e;
        }
    }

    /** Told to stop while still starting, the parts are let finish, so that none stays behind. */
    private static void stop(CompletableFuture<Optional<Service>> started) {
        if (!isOver(started)) {
            Messages.say("Stopping ...");
        }
        try {
            started.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS).ifPresent(Service::close);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            Messages.say("stopped before it had started");
        }
    }

    /** The process ends by itself: its service has been closed, or has refused to start. */
    private static boolean isOver(CompletableFuture<Optional<Service>> started) {
        return started.isDone()
                && started.getNow(Optional.empty()).filter(service -> !service.closed).isEmpty();
    }

    private RunningInstance announcement() {
        return new RunningInstance(
                ProcessHandle.current().pid(),
                pipeline.page().orElse(""),
                String.valueOf(pipeline.ground().kafka().get("bootstrap.servers")),
                pipeline.ground().isDatabaseEmbedded()
                        ? pipeline.ground().database().jdbcUrl()
                        : "");
    }

    /** Where nothing else runs in this process, whoever started it can start it again. */
    private void giveUp() {
        failed = true;
        stopped.countDown();
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /**
     * Returns when the process is told to stop.
     *
     * @throws CommandFailure if the only part of this process has failed for good
     */
    void await() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failed) {
            throw new CommandFailure(
                    "this part has given up, the log above says why; start it again");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            health.close();
            pipeline.close();
            lock.close();
            stopped.countDown();
            StartArchive.announce();
        }
    }
}
