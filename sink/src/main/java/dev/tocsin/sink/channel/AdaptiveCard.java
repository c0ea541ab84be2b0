package dev.tocsin.sink.channel;

import dev.tocsin.sink.message.Letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message for Microsoft Teams, as its Workflows take it: an Adaptive Card of at most 28 KB. The
 * text is made of runs, in which Markdown means nothing.
 */
final class AdaptiveCard {
    private static final int MOST_BYTES = 20 * 1024;
    private static final int BYTES_OF_A_RUN = 160;

    private AdaptiveCard() {}

    static Map<String, Object> message(Letter letter) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", body(letter));
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("content", card);
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    private static List<Object> body(Letter letter) {
        List<Object> body = new ArrayList<>();
        int left = MOST_BYTES;
        for (Letter.Line line : letter.lines()) {
            left -= bytes(line);
            if (left < 0) {
                body.add(block(List.of(Map.of("type", "TextRun", "text", "…"))));
                return body;
            }
            body.add(block(line.spans().stream().map(AdaptiveCard::run).toList()));
        }
        return body;
    }

    private static int bytes(Letter.Line line) {
        return line.spans().stream()
                .mapToInt(span ->
                        BYTES_OF_A_RUN
                                + Fitting.bytes(span.text())
                                + Fitting.bytes(Letter.url(span)))
                .sum();
    }

    private static Map<String, Object> block(List<?> runs) {
        return Map.of("type", "RichTextBlock", "inlines", runs);
    }

    private static Map<String, Object> run(Letter.Span span) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("type", "TextRun");
        run.put("text", span.text());
        if (Letter.isStrong(span)) {
            run.put("weight", "Bolder");
        }
        if (!Letter.url(span).isEmpty()) {
            run.put("selectAction", Map.of("type", "Action.OpenUrl", "url", Letter.url(span)));
        }
        return run;
    }
}
