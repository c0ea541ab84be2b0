package dev.tocsin.enrich.story;

import dev.tocsin.enrich.copy.HabitText;
import dev.tocsin.enrich.story.EngineState.ReportState;
import dev.tocsin.enrich.story.EngineState.StoryState;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the pieces of an engine's memory together again, in whatever order they come. */
final class StateAssembly {
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<StatePart.Text> texts = new ArrayList<>();
    private final List<StoryState> stories = new ArrayList<>();
    private final Map<String, List<HabitText>> habits = new TreeMap<>();
    private StatePart.Progress progress = new StatePart.Progress(Long.MIN_VALUE, 0);

    void add(StatePart part) {
        switch (part) {
            case StatePart.Progress known -> progress = known;
            case StatePart.Article article ->
                    entries.put(article.entry().number(), shared(article.entry()));
            case StatePart.Text text -> texts.add(text);
            case StatePart.Story story -> stories.add(story.state());
            case StatePart.Habit habit ->
                    habits.computeIfAbsent(habit.source(), _ -> new ArrayList<>())
                            .add(habit.text());
        }
    }

    private Entry shared(Entry entry) {
        return entry.named(
                names.computeIfAbsent(entry.publisher(), each -> each),
                names.computeIfAbsent(entry.language(), each -> each));
    }

    EngineState state() {
        habits.values().forEach(each -> each.sort(Comparator.comparingInt(HabitText::article)));
        return new EngineState(
                progress.nowMillis(),
                progress.nextArticle(),
                texts.stream()
                        .sorted(Comparator.comparingInt(StatePart.Text::first))
                        .map(this::report)
                        .toList(),
                stories.stream().sorted(Comparator.comparing(StoryState::id)).toList(),
                habits);
    }

    private ReportState report(StatePart.Text text) {
        return new ReportState(
                entry(text.first()),
                text.live().stream().map(this::entry).toList(),
                text.articles(),
                text.story());
    }

    private Entry entry(int number) {
        Entry entry = entries.get(number);
        if (entry == null) {
            throw new IllegalStateException("article number " + number + " is missing");
        }
        return entry;
    }
}
