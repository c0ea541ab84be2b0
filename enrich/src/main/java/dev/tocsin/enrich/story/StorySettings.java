package dev.tocsin.enrich.story;

import java.time.Duration;

/**
 * How far back the engine looks.
 *
 * @param window age after which an article is no longer compared
 * @param mostArticles number after which the oldest is no longer compared
 */
public record StorySettings(Duration window, int mostArticles) {

    /** Three days, three hundred thousand articles. */
    public static final StorySettings DEFAULT = new StorySettings(Duration.ofHours(72), 300_000);

    public StorySettings {
        if (window.isNegative() || window.isZero() || mostArticles < 1) {
            throw new IllegalArgumentException(
                    "window " + window + ", " + mostArticles + " articles: both must be positive");
        }
    }
}
