package dev.tocsin.bench.news;

import java.nio.charset.StandardCharsets;

/**
 * Invented news with names of their own in title and text, as real articles have. Without them all
 * articles of the {@link NewsWriter} would be about a few dozen happenings; so five in six are
 * stories of their own. Not for many threads.
 */
public final class NamedNews {
    private static final int IN_TITLE = 6;
    private static final int IN_TEXT = 10;

    private final NewsWriter news;
    private final Names names;

    public NamedNews(long seed) {
        this.news = new NewsWriter(seed);
        this.names = new Names(seed, 4);
    }

    /** The next article; its text has at least so many bytes of UTF-8, and not many more. */
    public NewsText next(int textBytes) {
        String inText = names.next(IN_TEXT);
        int rest = textBytes - inText.getBytes(StandardCharsets.UTF_8).length;
        NewsText text = news.next(rest);
        return new NewsText(
                text.language(), text.title() + names.next(IN_TITLE), text.text() + inText);
    }
}
