package dev.tocsin.bench.stories;

import dev.tocsin.enrich.story.StoryInput;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/** One kind of work on a window of its own, which it keeps full. Not for many threads. */
final class Work {
    private final String label;
    private final int window;
    private final HappeningWriter writer;
    private final Consumer<StoryInput.Arrived> step;
    private long heapBytes;

    /**
     * @param window articles that it remembers, 0 if none
     */
    Work(String label, int window, HappeningWriter writer, Consumer<StoryInput.Arrived> step) {
        this.label = label;
        this.window = window;
        this.writer = writer;
        this.step = step;
    }

    String label() {
        return label;
    }

    int window() {
        return window;
    }

    HappeningWriter writer() {
        return writer;
    }

    Consumer<StoryInput.Arrived> step() {
        return step;
    }

    /** Fills the window. The heap that is in use afterwards and was not before is its own. */
    void fill() {
        long before = liveBytes();
        for (int article = 0; article < window; article++) {
            step.accept(writer.next());
        }
        heapBytes = liveBytes() - before;
    }

    /** What the full window keeps alive. */
    long heapBytes() {
        return heapBytes;
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
