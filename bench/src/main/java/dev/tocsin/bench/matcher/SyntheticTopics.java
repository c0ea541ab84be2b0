package dev.tocsin.bench.matcher;

import dev.tocsin.bench.tagger.Document;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermPair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Invented conflict topics of five to ten names each: three in ten single words, the others
 * phrases; a third of the phrases made of words that the texts have, the other words invented. Two
 * topics in five count beside shared context only, every topic has a pair within twelve words and
 * two exclusions. So many names as {@link #KNOWN} are words of the texts, however many topics there
 * are: more topics mean more to look through, not more to find.
 */
final class SyntheticTopics {
    private static final int KNOWN = 40;
    private static final int WITHIN = 12;
    private static final String SYLLABLES = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final List<Term> CONTEXT =
            Stream.of(
                            "war",
                            "killed",
                            "army",
                            "attack",
                            "troops",
                            "ceasefire",
                            "rebels",
                            "shelling")
                    .map(word -> new Term(word, Term.ANY, false))
                    .toList();

    private final SplittableRandom random;
    private final List<String> words;

    SyntheticTopics(long seed, List<Document> documents) {
        this.random = new SplittableRandom(seed);
        this.words =
                documents.stream()
                        .flatMap(document -> Stream.of(document.summary().split("\\W+", -1)))
                        .filter(word -> word.length() > 3)
                        .distinct()
                        .sorted()
                        .toList();
    }

    Taxonomy taxonomy(int topics) {
        List<ConflictTopic> all = new ArrayList<>(topics);
        for (int number = 0; number < topics; number++) {
            all.add(topic(number));
        }
        return new Taxonomy("synthetic-" + topics, all, CONTEXT, List.of(), List.of());
    }

    private ConflictTopic topic(int number) {
        List<Term> names = terms(5 + random.nextInt(6));
        if (number < KNOWN) {
            names.add(new Term(any(words), Term.ANY, false));
        }
        boolean weak = random.nextInt(5) < 2;
        return new ConflictTopic(
                "topic-" + number,
                new TreeMap<>(),
                "synthetic",
                Optional.empty(),
                new TreeMap<>(),
                weak ? List.of() : names,
                weak ? names : List.of(),
                List.of(),
                List.of(new TermPair(terms(1), terms(1), WITHIN, false)),
                List.of(phrase(), phrase()));
    }

    private List<Term> terms(int count) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            terms.add(random.nextInt(10) < 3 ? new Term(invented(), Term.ANY, false) : phrase());
        }
        return terms;
    }

    private Term phrase() {
        boolean fromTexts = random.nextInt(3) == 0;
        int length = 2 + random.nextInt(2);
        List<String> phrase = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            phrase.add(fromTexts ? any(words) : invented());
        }
        return new Term(String.join(" ", phrase), Term.ANY, false);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String invented() {
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < 3 + random.nextInt(2); syllable++) {
            word.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    /** Terms that can be found, masks included. */
    static int terms(Taxonomy taxonomy) {
        return taxonomy.conflictTopics().stream()
                .mapToInt(topic ->
                        topic.strong().size()
                                + topic.weak().size()
                                + topic.exclusions().size()
                                + 2 * topic.pairs().size())
                .sum();
    }
}
