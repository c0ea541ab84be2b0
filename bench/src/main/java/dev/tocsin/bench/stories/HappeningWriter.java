package dev.tocsin.bench.stories;

import dev.tocsin.enrich.story.StoryInput;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Articles in a made-up language whose words are as unevenly common as those of any (Zipf), about
 * happenings that come and go; some are copies. The same seed gives the same articles. Not for many
 * threads.
 */
final class HappeningWriter {
    private static final Instant START = Instant.parse("2031-01-01T00:00:00Z");
    private static final int VOCABULARY = 200_000;
    private static final int NAMES = 8;
    private static final int PUBLISHERS = 400;
    private static final int ARTICLES_OF_A_HAPPENING = 6;
    private static final int HAPPENINGS_AT_A_TIME = 500;
    private static final double COPIES = 0.2;
    private static final double NAMED = 0.25;

    private final SplittableRandom random;
    private final int bodyWords;
    private final Duration apart;
    private int written;
    private String lastBody = "";

    /**
     * @param apart time from one article to the next
     */
    HappeningWriter(long seed, int bodyWords, Duration apart) {
        this.random = new SplittableRandom(seed);
        this.bodyWords = bodyWords;
        this.apart = apart;
    }

    StoryInput.Arrived next() {
        int number = written++;
        int latest = number / ARTICLES_OF_A_HAPPENING;
        int happening = random.nextInt(latest, latest + HAPPENINGS_AT_A_TIME);
        boolean copy = random.nextDouble() < COPIES && !lastBody.isEmpty();
        lastBody = copy ? lastBody : text(happening, bodyWords);
        String publisher = "publisher" + random.nextInt(PUBLISHERS);
        return new StoryInput.Arrived(
                "article" + number,
                publisher,
                publisher,
                "en",
                START.plus(apart.multipliedBy(number)),
                text(happening, 10),
                text(happening, 30),
                lastBody,
                Set.of(),
                Set.of(),
                Set.of());
    }

    private String text(int happening, int words) {
        StringBuilder text = new StringBuilder(words * 7);
        for (int at = 0; at < words; at++) {
            text.append(random.nextDouble() < NAMED ? name(happening) : word()).append(' ');
        }
        return text.toString();
    }

    private String name(int happening) {
        return "n" + Integer.toString(happening * NAMES + random.nextInt(NAMES), 36);
    }

    /** The logarithm of a word's rank is evenly spread. */
    private String word() {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
        return "w" + Integer.toString(rank * 31, 36);
    }
}
