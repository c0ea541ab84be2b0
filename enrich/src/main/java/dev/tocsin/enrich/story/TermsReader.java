package dev.tocsin.enrich.story;

import dev.tocsin.enrich.copy.CopyText;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** Reads the terms of an article: title, summary and the beginning of the body. */
final class TermsReader {
    /** Words of a body that are read; what happened stands at its beginning. */
    private static final int LEAD = 100;

    private static final int SUMMARY = 1_000;
    private static final int TITLE = 400;

    /** A word of the title counts as often. */
    private static final int TITLE_COUNT = 2;

    private final Wording wording;

    TermsReader(Wording wording) {
        this.wording = wording;
    }

    /** The title's terms alone, without doubles. */
    int[] title(String title) {
        Reading reading = new Reading();
        reading.text(title, TITLE, TITLE_COUNT);
        return Arrays.stream(reading.ids, 0, reading.count).distinct().toArray();
    }

    /**
     * @param rarity what a term is worth, from 0 to 1
     */
    Terms read(
            String title,
            String summary,
            CopyText body,
            Set<String> features,
            Set<String> labels,
            IntToDoubleFunction rarity) {
        Reading reading = new Reading();
        reading.text(title, TITLE, TITLE_COUNT);
        reading.text(summary, SUMMARY, 1);
        reading.lead(body);
        features.stream().sorted().forEach(reading::feature);
        labels.stream().sorted().forEach(reading::label);
        return reading.terms(rarity);
    }

    /** Terms as they occur. */
    private final class Reading {
        private int[] ids = new int[160];
        private byte[] counts = new byte[160];
        private int count;

        void text(String text, int most, int times) {
            Tokens tokens =
                    Tokenizer.tokenize(text.length() <= most ? text : text.substring(0, most));
            for (int token = 0; token < tokens.count(); token++) {
                add(wording.term(tokens, token), times);
            }
        }

        void lead(CopyText body) {
            int read = 0;
            for (int token = 0; token < body.tokens().count() && read < LEAD; token++) {
                if (body.own()[token]) {
                    read++;
                    add(wording.term(body.tokens(), token), 1);
                }
            }
        }

        void feature(String feature) {
            add(Terms.feature(Wording.hash(feature)), 1);
        }

        void label(String label) {
            add(Terms.label(Wording.hash("label:" + label)), 1);
        }

        private void add(int id, int times) {
            if (id == 0) {
                return;
            }
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
                counts = Arrays.copyOf(counts, count * 2);
            }
            ids[count] = id;
            counts[count++] = (byte) times;
        }

        Terms terms(IntToDoubleFunction rarity) {
            long[] sorted = new long[count];
            for (int at = 0; at < count; at++) {
                sorted[at] = ((long) ids[at] << 32) | at;
            }
            Arrays.sort(sorted);
            return new Weighing(sorted, counts, rarity).terms();
        }
    }
}
