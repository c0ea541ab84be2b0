package dev.tocsin.enrich.ahead;

import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The work on one value, done once by whoever comes first. */
final class Errand<T> extends FutureTask<T> {
    private final Batch batch;

    Errand(Batch batch, Callable<T> work) {
        super(work);
        this.batch = batch;
    }

    /**
     * The outcome, worked out now if nobody has begun. While another thread is at it, this one does
     * other errands of the batch: falling asleep and being woken costs more than an errand.
     *
     * @throws RuntimeException what the work has thrown
     */
    T outcome() {
        run();
        while (!isDone() && batch.runNext()) {}
        try {
            return get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default ->
                    new IllegalStateException("functions throw no checked exception", cause);
        };
    }
}
