package dev.tocsin.bench.matcher;

import dev.tocsin.bench.tagger.Document;
import dev.tocsin.enrich.taxonomy.ConflictTopic;
import dev.tocsin.enrich.taxonomy.Taxonomy;
import dev.tocsin.enrich.taxonomy.Term;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The yardstick: the same topics as stored queries of Lucene Monitor, presearched by term. */
final class StoredQueries implements AutoCloseable {
    private static final String FIELD = "text";

    /** More at once need more memory than they save time. */
    private static final int AT_ONCE = 250;

    private final Analyzer analyzer = new Words();
    private final Monitor monitor;

    StoredQueries(Taxonomy taxonomy) throws IOException {
        this.monitor = new Monitor(analyzer, new TermFilteredPresearcher());
        List<MonitorQuery> queries = new ArrayList<>();
        for (ConflictTopic topic : taxonomy.conflictTopics()) {
            queries.add(new MonitorQuery(topic.slug(), query(topic, taxonomy.context())));
        }
        for (int from = 0; from < queries.size(); from += AT_ONCE) {
            monitor.register(queries.subList(from, Math.min(queries.size(), from + AT_ONCE)));
        }
    }

    /** How many topics match, and one, so that no document looks like no work. */
    int match(Document document) {
        org.apache.lucene.document.Document indexed = new org.apache.lucene.document.Document();
        indexed.add(new TextField(FIELD, text(document), Field.Store.NO));
        try {
            return 1 + monitor.match(indexed, QueryMatch.SIMPLE_MATCHER).getMatchCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lucene's tokenising and folding alone. */
    int analyse(Document document) {
        try (TokenStream tokens = analyzer.tokenStream(FIELD, text(document))) {
            int count = 0;
            tokens.reset();
            while (tokens.incrementToken()) {
                count++;
            }
            tokens.end();
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Document document) {
        return document.title() + "\n" + document.summary() + "\n" + document.body().orElse("");
    }

    private Query query(ConflictTopic topic, List<Term> context) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        topic.strong().forEach(term -> any.add(phrase(term), Occur.SHOULD));
        if (!topic.weak().isEmpty()) {
            any.add(
                    new BooleanQuery.Builder()
                            .add(anyOf(topic.weak()), Occur.MUST)
                            .add(anyOf(context), Occur.MUST)
                            .build(),
                    Occur.SHOULD);
        }
        topic.pairs()
                .forEach(pair ->
                        any.add(
                                near(
                                        pair.first().getFirst(),
                                        pair.second().getFirst(),
                                        pair.within()),
                                Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        topic.exclusions().forEach(term -> all.add(phrase(term), Occur.MUST_NOT));
        return all.build();
    }

    private Query anyOf(List<Term> terms) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(phrase(term), Occur.SHOULD));
        return any.build();
    }

    private Query phrase(Term term) {
        return new PhraseQuery(FIELD, folded(term));
    }

    private Query near(Term first, Term second, int within) {
        return new IntervalQuery(
                FIELD,
                Intervals.maxgaps(
                        within - 1, Intervals.unorderedNoOverlaps(block(first), block(second))));
    }

    private IntervalsSource block(Term term) {
        return Intervals.phrase(folded(term));
    }

    private String[] folded(Term term) {
        List<String> words = new ArrayList<>();
        for (String word : term.text().split(" ", -1)) {
            words.add(analyzer.normalize(FIELD, word).utf8ToString());
        }
        return words.toArray(String[]::new);
    }

    @Override
    public void close() throws IOException {
        monitor.close();
        analyzer.close();
    }

    private static final class Words extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(
                    words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }
}
