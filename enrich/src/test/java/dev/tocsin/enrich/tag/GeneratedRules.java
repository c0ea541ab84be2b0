package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermPair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Taxonomies and texts made of a few short words, so that everything meets everything. */
final class GeneratedRules {
    private static final int WORDS = 30;
    private static final int LONGEST_TEXT = 50;

    private final Random random;
    private final List<String> words;

    GeneratedRules(long seed) {
        this.random = new Random(seed);
        this.words = IntStream.range(0, WORDS).mapToObj(_ -> word()).distinct().toList();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < 2; syllable++) {
            word.append("bdk".charAt(random.nextInt(3))).append("ao".charAt(random.nextInt(2)));
        }
        return word + (random.nextInt(3) == 0 ? "n" : "");
    }

    Taxonomy taxonomy(int topics) {
        return new Taxonomy(
                "generated",
                IntStream.range(0, topics).mapToObj(this::topic).toList(),
                terms(3),
                List.of(),
                terms(2));
    }

    private ConflictTopic topic(int number) {
        return new ConflictTopic(
                "topic-" + number,
                new TreeMap<>(),
                "generated",
                Optional.empty(),
                new TreeMap<>(),
                terms(2),
                terms(2),
                terms(1),
                Stream.generate(this::pair).limit(random.nextInt(3)).toList(),
                terms(2));
    }

    private TermPair pair() {
        List<Term> first = new ArrayList<>(terms(2));
        first.add(term());
        List<Term> second = new ArrayList<>(terms(2));
        second.add(term());
        return new TermPair(first, second, 1 + random.nextInt(12), false);
    }

    private List<Term> terms(int most) {
        return Stream.generate(this::term).limit(random.nextInt(most + 1)).distinct().toList();
    }

    private Term term() {
        int length = 1 + random.nextInt(3);
        List<String> phrase = Stream.generate(this::any).limit(length).toList();
        String text = String.join(" ", phrase);
        boolean beginning = length == 1 && random.nextInt(3) == 0;
        return new Term(beginning ? text.substring(0, text.length() - 1) + "*" : text, "en", false);
    }

    String text() {
        return String.join(
                " ",
                Stream.generate(this::any)
                        .map(word -> random.nextInt(4) == 0 ? word.toUpperCase(Locale.ROOT) : word)
                        .limit(1 + random.nextInt(LONGEST_TEXT))
                        .toList());
    }

    private String any() {
        return words.get(random.nextInt(words.size()));
    }
}
