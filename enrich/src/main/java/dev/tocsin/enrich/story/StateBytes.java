package dev.tocsin.enrich.story;

import dev.tocsin.enrich.copy.HabitText;
import dev.tocsin.enrich.copy.Sketch;
import dev.tocsin.enrich.story.EngineState.StoryState;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The compact form of an engine's pieces in a store; the first byte of a value tells the layout.
 */
public final class StateBytes {
    private static final int LAYOUT = 2;

    /** Shares of the title for every term, all bits of samples, habits in the order of the text. */
    private static final int FIRST_LAYOUT = 1;

    private StateBytes() {}

    /** The key under which a piece is stored. */
    public static byte[] key(StateKey key) {
        return bytes(out -> {
            out.writeByte(key.kind().ordinal());
            out.writeInt(key.number());
            out.write(key.name().getBytes(StandardCharsets.UTF_8));
        });
    }

    /** The piece itself. */
    public static byte[] value(StatePart part) {
        return bytes(out -> {
            out.writeByte(LAYOUT);
            out.writeByte(part.key().kind().ordinal());
            write(part, new StateWriter(out));
        });
    }

    private static void write(StatePart part, StateWriter out) throws IOException {
        switch (part) {
            case StatePart.Progress progress ->
                    out.number(progress.nowMillis()).number(progress.nextArticle());
            case StatePart.Article article -> write(article.entry(), out);
            case StatePart.Text text ->
                    out.number(text.first())
                            .numbers(text.live().stream().mapToInt(each -> each).toArray())
                            .number(text.articles())
                            .text(text.story());
            case StatePart.Story story -> write(story.state(), out);
            case StatePart.Habit habit ->
                    out.text(habit.source())
                            .number(habit.text().article())
                            .number(habit.text().length())
                            .numbers(habit.text().runs());
        }
    }

    private static void write(Entry entry, StateWriter out) throws IOException {
        out.number(entry.number())
                .text(entry.id())
                .text(entry.publisher())
                .text(entry.language())
                .number(entry.atMillis())
                .number(entry.arrivedMillis())
                .text(entry.title())
                .texts(entry.conflictTopics().names());
        Terms terms = entry.terms();
        out.numbers(terms.ids()).floats(terms.weights()).longs(terms.title());
        Sketch sketch = entry.sketch();
        out.shorts(sketch.sample()).number(sketch.size()).numbers(sketch.bands());
    }

    private static void write(StoryState story, StateWriter out) throws IOException {
        Past past = story.past();
        out.text(story.id())
                .text(story.title())
                .number(story.corrected() ? 1 : 0)
                .texts(story.formerIds())
                .number(past.firstMillis())
                .number(past.lastMillis())
                .number(past.articles())
                .number(past.copyGroups())
                .texts(past.origins())
                .texts(past.languages())
                .texts(past.conflictTopics());
    }

    /**
     * Reads what {@link #value} wrote, in this layout or an earlier one.
     *
     * @throws IllegalStateException if the layout is unknown
     * @throws UncheckedIOException if it is cut off
     */
    public static StatePart read(byte[] value) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            int layout = in.readByte();
            if (layout < FIRST_LAYOUT || layout > LAYOUT) {
                throw new IllegalStateException("story state of unknown layout " + layout);
            }
            return read(StateKey.Kind.values()[in.readByte()], layout, new StateReader(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StatePart read(StateKey.Kind kind, int layout, StateReader in)
            throws IOException {
        return switch (kind) {
            case PROGRESS -> new StatePart.Progress(in.number(), in.small());
            case ARTICLE -> new StatePart.Article(entry(layout, in));
            case TEXT -> new StatePart.Text(in.small(), in.list(), in.small(), in.text());
            case STORY -> new StatePart.Story(story(in));
            case HABIT -> new StatePart.Habit(in.text(), habit(layout, in));
        };
    }

    private static HabitText habit(int layout, StateReader in) throws IOException {
        return layout == FIRST_LAYOUT
                ? HabitText.of(in.small(), in.numbers())
                : new HabitText(in.small(), in.small(), in.numbers());
    }

    private static Entry entry(int layout, StateReader in) throws IOException {
        int number = in.small();
        String id = in.text();
        String publisher = in.text();
        String language = in.text();
        long at = in.number();
        long arrived = in.number();
        String title = in.text();
        Topics conflictTopics = new Topics(in.texts());
        Terms terms = terms(layout, in);
        Sketch sketch = sketch(layout, in);
        return new Entry(
                number, id, publisher, language, at, arrived, title, terms, sketch, conflictTopics);
    }

    private static Terms terms(int layout, StateReader in) throws IOException {
        return layout == FIRST_LAYOUT
                ? Terms.of(in.numbers(), in.floats(), in.floats(), in.numbers())
                : new Terms(in.numbers(), in.floats(), in.longs());
    }

    private static Sketch sketch(int layout, StateReader in) throws IOException {
        char[] sample = layout == FIRST_LAYOUT ? Sketch.sample(in.numbers()) : in.shorts();
        return new Sketch(sample, in.small(), in.numbers());
    }

    private static StoryState story(StateReader in) throws IOException {
        String id = in.text();
        String title = in.text();
        boolean corrected = in.number() == 1;
        var formerIds = in.texts();
        Past past =
                new Past(
                        in.number(),
                        in.number(),
                        in.small(),
                        in.small(),
                        in.sorted(),
                        in.sorted(),
                        in.sorted());
        return new StoryState(id, title, past, corrected, formerIds);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
