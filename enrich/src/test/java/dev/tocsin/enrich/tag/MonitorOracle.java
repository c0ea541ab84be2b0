package dev.tocsin.enrich.tag;

import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;
import dev.tocsin.enrich.taxonomy.TermPair;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same rules by other means: Lucene Monitor finds the terms, and what they mean together is
 * worked out span by span, as the rules are written down.
 */
final class MonitorOracle implements AutoCloseable {
    private static final String FIELD = "text";

    private record Span(int first, int last) {
        boolean holds(Span other) {
            return first <= other.first && last >= other.last;
        }

        boolean isNear(Span other, int within) {
            int distance = Math.max(first - other.last, other.first - last);
            return distance > 0 && distance <= within;
        }
    }

    private final Taxonomy taxonomy;
    private final Monitor monitor;
    private Map<String, List<Span>> spans = Map.of();

    MonitorOracle(Taxonomy taxonomy) throws IOException {
        this.taxonomy = taxonomy;
        this.monitor = new Monitor(new Words(), new TermFilteredPresearcher());
        monitor.register(
                all().map(Term::text)
                        .distinct()
                        .map(text -> new MonitorQuery(text, query(text)))
                        .toList());
    }

    private Stream<Term> all() {
        return Stream.of(
                        taxonomy.context().stream(),
                        taxonomy.masks().stream(),
                        taxonomy.conflictTopics().stream().flatMap(MonitorOracle::names),
                        taxonomy.conflictTopics().stream()
                                .flatMap(topic -> topic.context().stream()),
                        taxonomy.conflictTopics().stream()
                                .flatMap(topic -> topic.exclusions().stream()))
                .flatMap(each -> each);
    }

    /** Slugs of the topics whose rules hold for the text. */
    Set<String> topics(String text) throws IOException {
        spans = find(text);
        return taxonomy.conflictTopics().stream()
                .filter(this::holds)
                .map(ConflictTopic::slug)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, List<Span>> find(String text) throws IOException {
        Document document = new Document();
        document.add(new TextField(FIELD, text, Field.Store.NO));
        Map<String, List<Span>> found = new HashMap<>();
        for (HighlightsMatch match :
                monitor.match(document, HighlightsMatch.MATCHER).getMatches()) {
            found.put(
                    match.getQueryId(),
                    match.getHits(FIELD).stream()
                            .map(hit -> new Span(hit.startPosition(), hit.endPosition()))
                            .toList());
        }
        return found;
    }

    private boolean holds(ConflictTopic topic) {
        return topic.strong().stream().anyMatch(term -> !standing(term, topic).isEmpty())
                || topic.pairs().stream().anyMatch(pair -> holds(pair, topic))
                || topic.weak().stream().anyMatch(term -> hasContext(term, topic));
    }

    private boolean holds(TermPair pair, ConflictTopic topic) {
        return pair.first().stream()
                .flatMap(first -> standing(first, topic).stream())
                .anyMatch(first ->
                        pair.second().stream()
                                .flatMap(second -> standing(second, topic).stream())
                                .anyMatch(second -> first.isNear(second, pair.within())));
    }

    private boolean hasContext(Term weak, ConflictTopic topic) {
        return standing(weak, topic).stream()
                .anyMatch(name ->
                        context(topic).anyMatch(word -> word.isNear(name, FieldView.WINDOW)));
    }

    private Stream<Span> context(ConflictTopic topic) {
        List<Span> shared = spans(taxonomy.masks().stream());
        List<Span> own = spans(masks(topic));
        return Stream.concat(
                outside(taxonomy.context().stream(), shared),
                outside(topic.context().stream(), own));
    }

    /** A name outside all masks and outside every longer name that stands for another topic. */
    private List<Span> standing(Term term, ConflictTopic topic) {
        Stream<Term> longer =
                taxonomy.conflictTopics().stream()
                        .filter(other -> !other.slug().equals(topic.slug()))
                        .flatMap(MonitorOracle::properNames)
                        .filter(other -> length(other) > length(term));
        List<Span> hiding = spans(Stream.concat(masks(topic), longer));
        return outside(Stream.of(term), hiding).toList();
    }

    private Stream<Span> outside(Stream<Term> terms, List<Span> hiding) {
        return spans(terms).stream()
                .filter(span -> hiding.stream().noneMatch(mask -> mask.holds(span)));
    }

    private List<Span> spans(Stream<Term> terms) {
        return terms.flatMap(term -> spans.getOrDefault(term.text(), List.of()).stream()).toList();
    }

    private Stream<Term> masks(ConflictTopic topic) {
        return Stream.concat(topic.exclusions().stream(), taxonomy.masks().stream());
    }

    private static Stream<Term> names(ConflictTopic topic) {
        return Stream.concat(
                properNames(topic),
                topic.pairs().stream()
                        .flatMap(pair ->
                                Stream.concat(pair.first().stream(), pair.second().stream())));
    }

    /** Halves of pairs stand for nothing alone. */
    private static Stream<Term> properNames(ConflictTopic topic) {
        return Stream.concat(topic.strong().stream(), topic.weak().stream());
    }

    private static int length(Term term) {
        return term.text().split(" ", -1).length;
    }

    private static Query query(String text) {
        return text.endsWith("*")
                ? new PrefixQuery(new org.apache.lucene.index.Term(FIELD, withoutStar(text)))
                : new PhraseQuery(FIELD, text.split(" ", -1));
    }

    private static String withoutStar(String text) {
        return text.substring(0, text.length() - 1);
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }

    private static final class Words extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            WhitespaceTokenizer words = new WhitespaceTokenizer();
            return new TokenStreamComponents(words, new LowerCaseFilter(words));
        }
    }
}
