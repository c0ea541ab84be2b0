package dev.tocsin.bench.matcher;

import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.tagger.Document;
import dev.tocsin.enrich.tag.ArticleText;
import dev.tocsin.enrich.tag.CurrentTagger;
import dev.tocsin.enrich.taxonomy.Taxonomy;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One thread tags without a break while another swaps the taxonomy under it. */
final class SwapRun {
    private static final long PAUSE_NANOS = 100_000_000;

    private final Taxonomy one;
    private final Taxonomy other;
    private final List<Document> documents;
    private final CurrentTagger tagger;
    private volatile boolean stopping;

    SwapRun(long seed, int topics, List<Document> documents) {
        this.documents = documents;
        this.one = new SyntheticTopics(seed, documents).taxonomy(topics);
        this.other = new SyntheticTopics(seed + 1, documents).taxonomy(topics + 1);
        this.tagger = new CurrentTagger(one);
    }

    /** Prints the longest time that a document took, without swaps and with them. */
    void run(int swaps, PrintStream out) throws InterruptedException {
        List<Double> warm = tagging(() -> swap(swaps / 2));
        List<Double> quiet = tagging(() -> LockSupport.parkNanos(swaps * PAUSE_NANOS));
        List<Double> swapped = tagging(() -> swap(swaps));
        out.printf("%,d documents to warm up%n", warm.size());
        print("without swaps", quiet, out);
        print(swaps + " swaps of " + one.conflictTopics().size() + " topics", swapped, out);
    }

    private void swap(int times) {
        for (int i = 0; i < times; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (!tagger.swap(i % 2 == 0 ? other : one)) {
                throw new IllegalStateException("nothing was swapped");
            }
        }
        tagger.swap(one);
    }

    private List<Double> tagging(Runnable meanwhile) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        stopping = false;
        Thread thread = Thread.ofPlatform().name("tagging").start(() -> tag(millis));
        meanwhile.run();
        stopping = true;
        thread.join();
        return millis;
    }

    private void tag(List<Double> millis) {
        long before = System.nanoTime();
        for (int i = 0; !stopping; i++) {
            Document document = documents.get(i % documents.size());
            var unused = tagger.get().tag(text(document));
            long now = System.nanoTime();
            millis.add((now - before) / 1e6);
            before = now;
        }
    }

    private static ArticleText text(Document document) {
        return new ArticleText(
                document.language(),
                document.title(),
                document.summary(),
                document.body(),
                document.article().getObservedAt());
    }

    private static void print(String name, List<Double> millis, PrintStream out) {
        out.printf(
                "%s: %,d documents, p50 %.3f ms, p99.9 %.3f ms, longest %.1f ms%n",
                name,
                millis.size(),
                Statistics.percentile(millis, 50),
                Statistics.percentile(millis, 99.9),
                Statistics.percentile(millis, 100));
    }
}
