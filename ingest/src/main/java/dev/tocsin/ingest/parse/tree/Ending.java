package dev.tocsin.ingest.parse.tree;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a document ends of which only its tags can be trusted: whoever reads a heap of tags closes
 * all of them at its end, so that an entry which was cut off looks like any other.
 *
 * @param cutOff the end of the feed is missing
 * @param whole the text up to the entry that does not end; all of it where none does not
 */
record Ending(boolean cutOff, String whole) {
    private static final Pattern LIST = tag("<", "urlset");
    private static final Pattern FEED = tag("<", "feed");
    private static final Pattern END_OF_FEED = tag("</", "rss|feed|rdf|channel|urlset");

    static Ending of(String xml) {
        String entry = LIST.matcher(xml).find() ? "url" : "item|entry";
        int last = last(tag("<", entry), xml);
        String rest = xml.substring(Math.max(last, 0));
        boolean entryEnds = tag("</", entry).matcher(rest).find();
        boolean standsAlone = tag("</", "entry").matcher(rest).find() && !FEED.matcher(xml).find();
        boolean cutOff = !END_OF_FEED.matcher(rest).find() && !standsAlone;
        return new Ending(cutOff, cutOff && last >= 0 && !entryEnds ? xml.substring(0, last) : xml);
    }

    private static int last(Pattern tag, String xml) {
        int last = -1;
        Matcher matcher = tag.matcher(xml);
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }

    private static Pattern tag(String opening, String names) {
        return Pattern.compile(
                opening + "(?:\\w+:)?(?:" + names + ")(?![\\w:.-])", Pattern.CASE_INSENSITIVE);
    }
}
