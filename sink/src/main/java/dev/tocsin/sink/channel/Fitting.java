package dev.tocsin.sink.channel;

import dev.tocsin.sink.message.Letter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Makes lines fit the limits of a channel: whole lines, and an ellipsis for those left out. */
final class Fitting {
    private static final String REST = "…";
    private static final int ROOM_FOR_REST = 4;

    private Fitting() {}

    /** As many lines as fit into so many UTF-16 units. */
    static String characters(List<Letter.Line> lines, Letter.Markup markup, int most) {
        return join(lines, markup, most, String::length);
    }

    /** As many lines as fit into so many bytes. */
    static String bytes(List<Letter.Line> lines, Letter.Markup markup, int most) {
        return join(lines, markup, most, Fitting::bytes);
    }

    /** The lines in parts of a limited length each, at most so many parts. */
    static List<String> parts(
            List<Letter.Line> lines, Letter.Markup markup, int most, int mostParts) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < lines.size() && parts.size() < mostParts) {
            boolean isLast = parts.size() == mostParts - 1;
            int to = isLast ? lines.size() : fitting(lines, from, markup, most);
            parts.add(characters(lines.subList(from, to), markup, most));
            from = to;
        }
        return parts;
    }

    private static int fitting(List<Letter.Line> lines, int from, Letter.Markup markup, int most) {
        int length = ROOM_FOR_REST;
        for (int at = from; at < lines.size(); at++) {
            length += Letter.render(lines.get(at), markup).length() + 1;
            if (length > most) {
                return Math.max(at, from + 1);
            }
        }
        return lines.size();
    }

    private static String join(
            List<Letter.Line> lines,
            Letter.Markup markup,
            int most,
            ToIntFunction<String> measure) {
        StringBuilder text = new StringBuilder();
        int left = most - ROOM_FOR_REST;
        for (Letter.Line line : lines) {
            String rendered = Letter.render(line, markup);
            left -= measure.applyAsInt(rendered) + 1;
            if (left < 0) {
                return text.append(REST).toString();
            }
            text.append(rendered).append('\n');
        }
        return text.toString().stripTrailing();
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
