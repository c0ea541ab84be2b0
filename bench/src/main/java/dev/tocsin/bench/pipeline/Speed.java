package dev.tocsin.bench.pipeline;

import dev.tocsin.bench.measure.CpuClock;
import dev.tocsin.bench.measure.Waiting;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How fast articles went, and at what cost.
 *
 * @param perSecond articles in a second
 * @param cpuPerThousand CPU seconds for a thousand articles, of every process that took part
 */
record Speed(double perSecond, double cpuPerThousand) {

    /** From the begin of the feeding to the end of the work. */
    static Speed live(int articles, CpuClock cpu, Runnable feeding, BooleanSupplier finished) {
        long startNanos = System.nanoTime();
        double startCpu = cpu.seconds();
        feeding.run();
        Waiting.until("the articles to arrive", finished);
        return of(articles, startNanos, startCpu, cpu);
    }

    /**
     * From the first articles done, so that starting up does not count, to the end of the work. Not
     * a number if the first ones were all.
     */
    static Speed backlog(int articles, CpuClock cpu, LongSupplier done, BooleanSupplier finished) {
        Waiting.until("the first articles", () -> done.getAsLong() > 0);
        long first = done.getAsLong();
        long startNanos = System.nanoTime();
        double startCpu = cpu.seconds();
        Waiting.until("the backlog", () -> done.getAsLong() >= articles);
        Waiting.until("the last commit", finished);
        return of(articles - first, startNanos, startCpu, cpu);
    }

    private static Speed of(long articles, long startNanos, double startCpu, CpuClock cpu) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        double cpuSeconds = cpu.seconds() - startCpu;
        return articles > 0
                ? new Speed(articles / seconds, cpuSeconds / articles * 1_000)
                : new Speed(Double.NaN, Double.NaN);
    }
}
