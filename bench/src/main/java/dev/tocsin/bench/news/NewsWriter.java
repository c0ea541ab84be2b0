package dev.tocsin.bench.news;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes invented news in five languages and three scripts, two articles in five about a war. The
 * same seed gives the same texts. Not for many threads.
 */
public final class NewsWriter {
    /** The languages, in turn. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "ru", "ar");

    private static final double WAR = 0.4;

    private final SplittableRandom random;
    private final List<Phrases> phrases = LANGUAGES.stream().map(Phrases::load).toList();
    private int written;

    public NewsWriter(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The next article; its text has at least so many bytes of UTF-8, and not many more. */
    public NewsText next(int textBytes) {
        int language = written++ % LANGUAGES.size();
        String kind = random.nextDouble() < WAR ? "war" : "other";
        Phrases own = phrases.get(language);
        String title = own.phrase(kind + ".title", random);
        StringBuilder text = new StringBuilder();
        for (int bytes = 0; bytes < textBytes; ) {
            String sentence = own.phrase(kind + ".sentence", random) + " ";
            bytes += sentence.getBytes(StandardCharsets.UTF_8).length;
            text.append(sentence);
        }
        return new NewsText(LANGUAGES.get(language), title, text.toString().strip());
    }
}
