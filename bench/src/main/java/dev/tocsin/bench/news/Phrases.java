package dev.tocsin.bench.news;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The phrases of one language, from lines such as {@code city: Lisbon}. */
final class Phrases {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<String>> byKind;

    private Phrases(Map<String, List<String>> byKind) {
        this.byKind = byKind;
    }

    static Phrases load(String language) {
        try (InputStream content = Phrases.class.getResourceAsStream(language + ".txt")) {
            byte[] bytes = Objects.requireNonNull(content, language).readAllBytes();
            return new Phrases(
                    new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split(": ", 2))
                            .collect(
                                    Collectors.groupingBy(
                                            parts -> parts[0],
                                            Collectors.mapping(
                                                    parts -> parts[1], Collectors.toList()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A phrase of the kind with its slots filled. */
    String phrase(String kind, SplittableRandom random) {
        return SLOT.matcher(any(kind, random))
                .replaceAll(slot -> slot(Objects.requireNonNull(slot.group(1)), random));
    }

    private String slot(String kind, SplittableRandom random) {
        return kind.equals("number") ? Integer.toString(random.nextInt(2, 98)) : any(kind, random);
    }

    private String any(String kind, SplittableRandom random) {
        List<String> phrases = Objects.requireNonNull(byKind.get(kind), kind);
        return phrases.get(random.nextInt(phrases.size()));
    }
}
