package dev.tocsin.enrich.ahead;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The errands of one poll in the order of its records; whoever runs it takes the next one. */
final class Batch implements Runnable {
    private final long mostBytes;
    private final List<Errand<?>> errands = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private long bytes;

    /**
     * @param mostBytes of values; the one that exceeds them is the last
     */
    Batch(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    <T> Errand<T> add(Function<byte[], T> work, byte[] value) {
        Errand<T> errand = new Errand<>(this, () -> work.apply(value));
        errands.add(errand);
        bytes += value.length;
        return errand;
    }

    int size() {
        return errands.size();
    }

    boolean isFull() {
        return bytes > mostBytes;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted() && runNext()) {}
    }

    /** False if there is none left that nobody has begun. */
    boolean runNext() {
        int index = next.getAndIncrement();
        if (index >= errands.size()) {
            return false;
        }
        errands.get(index).run();
        return true;
    }
}
