package dev.tocsin.enrich.story;

import dev.tocsin.enrich.copy.HabitText;
import dev.tocsin.enrich.story.EngineState.StoryState;

import java.util.List;

/** A piece of what an engine remembers, small enough for a record of a changelog. */
public sealed interface StatePart {

    /** Names the piece; a later one of the same key takes its place. */
    StateKey key();

    /** How far the engine is. */
    record Progress(long nowMillis, int nextArticle) implements StatePart {
        static final StateKey KEY = new StateKey(StateKey.Kind.PROGRESS, "", 0);

        @Override
        public StateKey key() {
            return KEY;
        }
    }

    /** An article in the window, or one that speaks for copies that are. */
    record Article(Entry entry) implements StatePart {
        static StateKey key(int number) {
            return new StateKey(StateKey.Kind.ARTICLE, "", number);
        }

        @Override
        public StateKey key() {
            return key(entry.number());
        }
    }

    /**
     * A text and who carries it.
     *
     * @param first number of the article that brought it
     * @param live numbers of those in the window, oldest first
     * @param articles how many have carried it
     */
    record Text(int first, List<Integer> live, int articles, String story) implements StatePart {
        static StateKey key(int first) {
            return new StateKey(StateKey.Kind.TEXT, "", first);
        }

        @Override
        public StateKey key() {
            return key(first);
        }
    }

    /** A story without its texts. */
    record Story(StoryState state) implements StatePart {
        static StateKey key(String id) {
            return new StateKey(StateKey.Kind.STORY, id, 0);
        }

        @Override
        public StateKey key() {
            return key(state.id());
        }
    }

    /** A text from which a habit of its source is learnt. */
    record Habit(String source, HabitText text) implements StatePart {
        static StateKey key(String source, int article) {
            return new StateKey(StateKey.Kind.HABIT, source, article);
        }

        @Override
        public StateKey key() {
            return key(source, text.article());
        }
    }
}
