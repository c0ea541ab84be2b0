package dev.tocsin.bench.tagger;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * What a document costs one thread.
 *
 * @param cpuMicros CPU time of the thread for a document, in microseconds
 * @param perSecond documents in a second of wall-clock time
 */
public record Cost(double cpuMicros, double perSecond) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Does the work on every document, so many times over. */
    public static Cost of(Work work, List<Document> documents, int passes) {
        long startCpu = THREADS.getCurrentThreadCpuTime();
        long startNanos = System.nanoTime();
        long sum = 0;
        for (int pass = 0; pass < passes; pass++) {
            for (Document document : documents) {
                sum += work.run().applyAsInt(document);
            }
        }
        double nanos = System.nanoTime() - startNanos;
        double cpuNanos = THREADS.getCurrentThreadCpuTime() - startCpu;
        if (sum == 0) {
            throw new IllegalStateException(work.label() + " found nothing in any document");
        }
        double count = (double) passes * documents.size();
        return new Cost(cpuNanos / 1e3 / count, count / nanos * 1e9);
    }
}
