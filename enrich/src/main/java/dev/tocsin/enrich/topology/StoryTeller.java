package dev.tocsin.enrich.topology;

import dev.tocsin.enrich.alert.AlertDesk;
import dev.tocsin.enrich.alert.AlertDesk.Decision;
import dev.tocsin.enrich.alert.Placed;
import dev.tocsin.enrich.alert.Remembered;
import dev.tocsin.enrich.alert.StoryAlerts;
import dev.tocsin.enrich.story.Story;
import dev.tocsin.enrich.story.StoryChange;
import dev.tocsin.enrich.story.StoryEngine;
import dev.tocsin.schemas.NewsStory;
import dev.tocsin.schemas.TaggedArticle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells what has become of stories after one input, and whom that should wake. */
final class StoryTeller {
    private final StoryEngine engine;
    private final AlertMemory memory;
    private final Duration alertAge;
    private final Consumer<Told> told;

    StoryTeller(StoryEngine engine, AlertMemory memory, Duration alertAge, Consumer<Told> told) {
        this.engine = engine;
        this.memory = memory;
        this.alertAge = alertAge;
        this.told = told;
    }

    /**
     * @param changes what the engine said to the input
     * @param arrived the input, if it was an article
     */
    void tell(
            List<StoryChange> changes,
            Optional<TaggedArticle> arrived,
            String storyKey,
            AlertDesk desk,
            Instant now) {
        Telling telling = new Telling(storyKey, desk, now);
        changes.forEach(telling::record);
        arrived.filter(article -> article.getEventAt().isAfter(now.minus(alertAge)))
                .ifPresent(telling::hold);
        changes.forEach(telling::move);
    }

    private final class Telling {
        private final String storyKey;
        private final AlertDesk desk;
        private final Instant now;

        Telling(String storyKey, AlertDesk desk, Instant now) {
            this.storyKey = storyKey;
            this.desk = desk;
            this.now = now;
        }

        void record(StoryChange change) {
            switch (change) {
                case StoryChange.Filed filed -> told.accept(Told.of(StoryRecords.of(filed)));
                case StoryChange.Settled settled -> told.accept(Told.of(StoryRecords.of(settled)));
                case StoryChange.Updated updated -> told.accept(Told.of(record(updated.story())));
                case StoryChange.Absorbed absorbed ->
                        story(absorbed.into())
                                .ifPresent(into ->
                                        told.accept(
                                                Told.of(
                                                        StoryRecords.absorbed(
                                                                absorbed.story(), into))));
                case StoryChange.Ended ended -> memory.forget(ended.story());
                case StoryChange.Refused _ -> {}
            }
        }

        private Optional<NewsStory> story(String id) {
            return engine.story(id).map(this::record);
        }

        private NewsStory record(Story story) {
            return StoryRecords.of(story, storyKey);
        }

        /** Holds the article against the rules, where it is now. */
        void hold(TaggedArticle article) {
            engine.place(article.getId())
                    .ifPresent(place -> {
                        boolean isCopy =
                                place.copyGroup()
                                        .filter(first -> !first.equals(article.getId()))
                                        .isPresent();
                        Placed placed = new Placed(article, place.story(), isCopy, place.origin());
                        StoryAlerts before = memory.of(place.story());
                        story(place.story())
                                .map(story -> desk.filed(before, placed, story, now))
                                .ifPresent(decision -> take(place.story(), before, decision));
                    });
        }

        /** What is remembered of articles goes where they go. */
        void move(StoryChange change) {
            switch (change) {
                case StoryChange.Filed filed ->
                        filed.previous()
                                .filter(previous -> !previous.equals(filed.story()))
                                .ifPresent(previous -> move(filed, previous));
                case StoryChange.Absorbed absorbed -> absorb(absorbed);
                case StoryChange.Settled _,
                        StoryChange.Updated _,
                        StoryChange.Ended _,
                        StoryChange.Refused _ -> {}
            }
        }

        private void move(StoryChange.Filed filed, String previous) {
            StoryAlerts from = memory.of(previous);
            List<Remembered> matches = from.of(filed.article());
            if (matches.isEmpty()) {
                return;
            }
            memory.put(previous, from, desk.moved(from, filed.article()));
            StoryAlerts into = memory.of(filed.story());
            story(filed.story())
                    .map(story -> desk.refiled(into, matches, story, now))
                    .ifPresent(decision -> take(filed.story(), into, decision));
        }

        private void absorb(StoryChange.Absorbed absorbed) {
            StoryAlerts from = memory.of(absorbed.story());
            if (from.isEmpty()) {
                return;
            }
            StoryAlerts into = memory.of(absorbed.into());
            story(absorbed.into())
                    .map(story -> desk.absorbed(into, from, story, now))
                    .ifPresent(decision -> take(absorbed.into(), into, decision));
            memory.forget(absorbed.story());
        }

        private void take(String story, StoryAlerts before, Decision decision) {
            memory.put(story, before, decision.memory());
            decision.alerts().forEach(alert -> told.accept(Told.of(alert)));
        }
    }
}
