package dev.tocsin.bench.parse;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * What documents cost one thread.
 *
 * @param cpuMicros CPU time of the thread for a document, in microseconds
 */
record Cost(double cpuMicros) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Reads every document, so many times over. */
    static Cost of(Reader reader, List<FeedDocument> documents, int passes) throws Exception {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int pass = 0; pass < passes; pass++) {
            for (FeedDocument document : documents) {
                check(reader, document);
            }
        }
        double nanos = THREADS.getCurrentThreadCpuTime() - start;
        return new Cost(nanos / 1e3 / passes / documents.size());
    }

    private static void check(Reader reader, FeedDocument document) throws Exception {
        int entries = reader.reading().entries(document.bytes());
        if (entries != document.entries()) {
            throw new IllegalStateException(
                    "%s found %d entries of %d"
                            .formatted(reader.label(), entries, document.entries()));
        }
    }
}
