package dev.tocsin.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.enrich.match.Matcher;
import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.schemas.TextField;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Terms, phrases, pairs, context and exclusions mean what the same queries mean to Lucene. */
class MatchingOracleTest {
    private static final int TOPICS = 25;
    private static final int TEXTS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void findsTheTopicsThatLuceneMonitorFinds(long seed) throws IOException {
        compare(seed);
    }

    @Test
    void findsThemOnRulesThatNobodyHasSeen() throws IOException {
        compare(System.nanoTime());
    }

    private static void compare(long seed) throws IOException {
        GeneratedRules rules = new GeneratedRules(seed);
        Taxonomy taxonomy = rules.taxonomy(TOPICS);
        Matcher matcher = Matcher.compile(taxonomy);
        int found = 0;
        try (MonitorOracle oracle = new MonitorOracle(taxonomy)) {
            for (int text = 0; text < TEXTS; text++) {
                String words = rules.text();
                Set<String> topics = topics(matcher, taxonomy, words);
                assertThat(topics)
                        .as("seed %d, text %d: %s; rules: %s", seed, text, words, taxonomy)
                        .isEqualTo(oracle.topics(words));
                found += topics.size();
            }
        }
        assertThat(found).as("seed %d: topics found at all", seed).isGreaterThan(TEXTS);
    }

    private static Set<String> topics(Matcher matcher, Taxonomy taxonomy, String text) {
        FieldView view = new FieldView(TextField.TITLE, matcher.match("en", text));
        Set<String> topics = new TreeSet<>();
        for (int conflict = 0; conflict < taxonomy.conflictTopics().size(); conflict++) {
            ConflictTopic topic = taxonomy.conflictTopics().get(conflict);
            if (holds(view, conflict, topic)) {
                topics.add(topic.slug());
            }
        }
        return topics;
    }

    private static boolean holds(FieldView view, int conflict, ConflictTopic topic) {
        return !view.hits(conflict, Role.STRONG).isEmpty()
                || !Pairs.find(view, conflict, topic).isEmpty()
                || view.hits(conflict, Role.WEAK).stream()
                        .anyMatch(weak -> view.contextNear(conflict, weak).isPresent());
    }
}
