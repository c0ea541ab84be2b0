package dev.tocsin.enrich.story;

import java.time.Duration;
import java.util.Arrays;

/**
 * How far two articles tell of one happening, about 0 to 1. Two thirds of it is the cosine of their
 * terms, one third is how much of each title the other article has. Articles of one publisher and
 * articles of different days have to be more alike.
 */
final class Similarity {
    /** From here on articles are of one story. */
    static final double SAME = 0.32;

    private static final double COSINE = 0.65;
    private static final double TITLE = 0.35;

    /** A publisher rarely brings one story twice on a day, and always sounds like itself. */
    private static final double SAME_PUBLISHER = 0.06;

    private static final double EACH_DAY = 0.03;
    private static final double MOST_DAYS = 3;
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** Fewer features in common are the same war, not the same happening. */
    private static final int FEWEST_FEATURES = 3;

    private final Entry one;
    private final TermLookup terms;

    /**
     * @param one the article that is compared with others
     */
    Similarity(Entry one) {
        this.one = one;
        this.terms = new TermLookup(one.terms());
    }

    double to(Entry other) {
        double words = words(other.terms());
        double alike =
                one.language().equals(other.language())
                        ? words
                        : Math.max(words, features(one.terms(), other.terms()));
        boolean samePublisher = one.publisher().equals(other.publisher());
        return alike - (samePublisher ? SAME_PUBLISHER : 0) - EACH_DAY * days(other);
    }

    private double days(Entry other) {
        double millis = Math.abs((double) one.atMillis() - other.atMillis());
        return Math.min(MOST_DAYS, millis / DAY_MILLIS);
    }

    /** The score is a sum over the terms that both have. */
    private double words(Terms other) {
        int[] ids = other.ids();
        TitleWalk title = new TitleWalk(other.title());
        double cosine = 0;
        double titles = 0;
        for (int theirs = 0; theirs < ids.length; theirs++) {
            int mine = terms.place(ids[theirs]);
            if (mine != TermLookup.NOWHERE) {
                cosine += one.terms().weight(mine) * other.weight(theirs);
                titles += terms.titleShare(mine) + title.share(theirs);
            }
        }
        return COSINE * cosine + TITLE * titles / 2;
    }

    /** Shares of a title's terms, asked for in ascending order of their places. */
    private static final class TitleWalk {
        private final long[] title;
        private int at;

        TitleWalk(long[] title) {
            this.title = title;
        }

        /** 0 if the title does not have the term. */
        float share(int place) {
            while (at < title.length && Terms.titlePlace(title[at]) < place) {
                at++;
            }
            boolean titled = at < title.length && Terms.titlePlace(title[at]) == place;
            return titled ? Terms.titleShare(title[at]) : 0;
        }
    }

    private static double features(Terms one, Terms other) {
        double product = 0;
        int shared = 0;
        for (int mine = 0; mine < one.ids().length; mine++) {
            if (Terms.isFeature(one.ids()[mine])) {
                int theirs = Arrays.binarySearch(other.ids(), one.ids()[mine]);
                product += theirs < 0 ? 0 : one.weight(mine) * other.weight(theirs);
                shared += theirs < 0 ? 0 : 1;
            }
        }
        double length = featureLength(one) * featureLength(other);
        return shared < FEWEST_FEATURES ? 0 : product / length;
    }

    private static double featureLength(Terms terms) {
        double squares = 0;
        for (int at = 0; at < terms.ids().length; at++) {
            boolean isFeature = Terms.isFeature(terms.ids()[at]);
            squares += isFeature ? terms.weight(at) * terms.weight(at) : 0;
        }
        return Math.sqrt(squares);
    }

    /** The unweighted share of the title's terms that the article has. */
    static double titleWithin(int[] title, Terms terms) {
        int found = 0;
        for (int id : title) {
            found += Arrays.binarySearch(terms.ids(), id) >= 0 ? 1 : 0;
        }
        return title.length == 0 ? 1 : (double) found / title.length;
    }

    /** The share of one article's title, by weight, that the other has. */
    static double titleWithin(Terms titled, Terms terms) {
        double found = 0;
        for (long term : titled.title()) {
            int id = titled.ids()[Terms.titlePlace(term)];
            boolean has = Arrays.binarySearch(terms.ids(), id) >= 0;
            found += has ? Terms.titleShare(term) : 0;
        }
        return found;
    }
}
