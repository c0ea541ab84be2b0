package dev.tocsin.yaml;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the parser says of a text that is not YAML, in one line. */
final class Complaint {
    private static final Pattern PLACE = Pattern.compile("(?m)^ in .*, line (\\d+), column \\d+");

    private Complaint() {}

    /**
     * As "found unexpected end of stream, while scanning a quoted scalar that begins in line 2": of
     * what the parser writes on many lines, its sentences and where the broken part begins.
     *
     * @param message the sentence about the broken part first, then what is wrong; each followed by
     *     its place and the lines there
     */
    static String of(String message) {
        List<String> sentences =
                message.lines().filter(line -> !line.isBlank() && line.charAt(0) != ' ').toList();
        List<String> lines =
                PLACE.matcher(message)
                        .results()
                        .map((MatchResult place) -> place.group(1))
                        .toList();
        if (sentences.size() < 2 || lines.isEmpty()) {
            return "not YAML: " + String.join(", ", sentences);
        }
        return "not YAML: %s, %s that begins in line %s"
                .formatted(sentences.getLast(), sentences.getFirst(), lines.getFirst());
    }
}
