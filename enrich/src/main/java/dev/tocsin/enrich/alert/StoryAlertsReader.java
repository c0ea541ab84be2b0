package dev.tocsin.enrich.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link StoryAlertsWriter} wrote, as far as the rules, which are read when needed. */
final class StoryAlertsReader {
    /** Forgotten rather than read: alerts have the same ids again, so nothing is told twice. */
    private static final int FIRST_LAYOUT = 1;

    private StoryAlertsReader() {}

    static StoryAlerts read(byte[] bytes) {
        Packed in = new Packed(bytes, 0, bytes.length);
        int layout = in.count();
        if (layout == FIRST_LAYOUT) {
            return StoryAlerts.NONE;
        }
        if (layout != StoryAlertsWriter.LAYOUT) {
            throw new IllegalArgumentException("alerts of a story in unknown layout " + layout);
        }
        List<String> origins = in.list(in::text);
        List<KeptArticle> articles = in.list(() -> new KeptArticle(in.part()));
        Map<String, KeptRule> rules = new LinkedHashMap<>();
        for (Packed rule : in.list(in::part)) {
            rules.put(rule.again().text(), new KeptRule.Unread(rule));
        }
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("alerts of a story have something behind them");
        }
        return new StoryAlerts(new Archive(origins, articles), rules);
    }
}
