package dev.tocsin.bench.matcher;

import dev.tocsin.app.output.Table;
import dev.tocsin.bench.measure.Statistics;
import dev.tocsin.bench.tagger.Document;
import dev.tocsin.enrich.annotate.AnnotationData;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CurrentCodebook;
import dev.tocsin.enrich.tag.ArticleText;
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
    private final AnnotationData annotations = AnnotationData.bundled();
    private final CurrentCodebook current;
    private volatile boolean stopping;

    SwapRun(long seed, int topics, List<Document> documents) {
        this.documents = documents;
        this.one = new SyntheticTopics(seed, documents).taxonomy(topics);
        this.other = new SyntheticTopics(seed + 1, documents).taxonomy(topics + 1);
        this.current = new CurrentCodebook(new Codebook(one, annotations));
    }

    /** Prints the gaps between two documents without swaps and with them, in turns. */
    void run(int swaps, int rounds, PrintStream out) throws InterruptedException {
        Gaps quiet = new Gaps("without swaps");
        Gaps swapped = new Gaps(swaps + " swaps of " + one.conflictTopics().size() + " topics");
        tagging(() -> swap(swaps / 2));
        for (int round = 0; round < rounds; round++) {
            long before = System.nanoTime();
            swapped.add(tagging(() -> swap(swaps)));
            long nanos = System.nanoTime() - before;
            quiet.add(tagging(() -> LockSupport.parkNanos(nanos)));
        }
        Table table =
                new Table(
                        "BETWEEN TWO DOCUMENTS",
                        "DOCUMENTS",
                        "P50 MS",
                        "P99.9 MS",
                        "LONGEST MS",
                        "LONGEST, EACH ROUND");
        quiet.addTo(table);
        swapped.addTo(table);
        out.print(table);
    }

    private void swap(int times) {
        for (int i = 0; i < times; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (!current.swap(new Codebook(i % 2 == 0 ? other : one, annotations))) {
                throw new IllegalStateException("nothing was swapped");
            }
        }
        current.swap(new Codebook(one, annotations));
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
            var unused = current.get().tagger().tag(text(document));
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

    /** How long documents took, from one to the next, in several rounds. */
    private static final class Gaps {
        private final String name;
        private final List<Double> medians = new ArrayList<>();
        private final List<Double> rare = new ArrayList<>();
        private final List<Double> longest = new ArrayList<>();
        private int documents;

        Gaps(String name) {
            this.name = name;
        }

        void add(List<Double> millis) {
            documents += millis.size();
            medians.add(Statistics.percentile(millis, 50));
            rare.add(Statistics.percentile(millis, 99.9));
            longest.add(Statistics.percentile(millis, 100));
        }

        void addTo(Table table) {
            table.row(
                    name,
                    "%,d".formatted(documents),
                    "%.3f".formatted(Statistics.median(medians)),
                    "%.3f".formatted(Statistics.median(rare)),
                    "%.1f".formatted(Statistics.median(longest)),
                    String.join(" | ", longest.stream().map("%.1f"::formatted).toList()));
        }
    }
}
