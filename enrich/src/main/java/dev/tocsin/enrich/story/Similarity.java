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
    private static final double SQUARE = (double) Terms.WEIGHT * Terms.WEIGHT;

    /** A publisher rarely brings one story twice on a day, and always sounds like itself. */
    private static final double SAME_PUBLISHER = 0.06;

    private static final double EACH_DAY = 0.03;
    private static final double MOST_DAYS = 3;
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** Fewer features in common are the same war, not the same happening. */
    private static final int FEWEST_FEATURES = 3;

    private Similarity() {}

    static double of(Entry one, Entry other) {
        double alike =
                one.language().equals(other.language())
                        ? words(one.terms(), other.terms())
                        : Math.max(
                                words(one.terms(), other.terms()),
                                features(one.terms(), other.terms()));
        boolean samePublisher = one.publisher().equals(other.publisher());
        return alike - (samePublisher ? SAME_PUBLISHER : 0) - EACH_DAY * days(one, other);
    }

    private static double days(Entry one, Entry other) {
        double millis = Math.abs((double) one.atMillis() - other.atMillis());
        return Math.min(MOST_DAYS, millis / DAY_MILLIS);
    }

    /** One walk over both: the score is a sum over the terms that they share. */
    private static double words(Terms one, Terms other) {
        int[] ids = one.ids();
        int[] others = other.ids();
        Titles titles = new Titles(one.title(), other.title());
        long product = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < ids.length && theirs < others.length) {
            int id = ids[mine];
            int otherId = others[theirs];
            if (id == otherId) {
                product += (long) one.weight(mine) * other.weight(theirs);
                titles.shared(mine, theirs);
            }
            mine += id <= otherId ? 1 : 0;
            theirs += id >= otherId ? 1 : 0;
        }
        return COSINE * product / SQUARE + TITLE * titles.shares() / 2;
    }

    /** How much of two titles is shared. Places come in ascending order. */
    private static final class Titles {
        private final int[] one;
        private final int[] other;
        private int mine;
        private int theirs;
        private long sum;

        Titles(int[] one, int[] other) {
            this.one = one;
            this.other = other;
        }

        void shared(int place, int otherPlace) {
            while (mine < one.length && Terms.titlePlace(one[mine]) < place) {
                mine++;
            }
            while (theirs < other.length && Terms.titlePlace(other[theirs]) < otherPlace) {
                theirs++;
            }
            sum += share(one, mine, place) + share(other, theirs, otherPlace);
        }

        private static int share(int[] title, int at, int place) {
            boolean titled = at < title.length && Terms.titlePlace(title[at]) == place;
            return titled ? Terms.titleShare(title[at]) : 0;
        }

        double shares() {
            return (double) sum / Terms.SHARE;
        }
    }

    private static double features(Terms one, Terms other) {
        double product = 0;
        int shared = 0;
        for (int mine = 0; mine < one.ids().length; mine++) {
            if (Terms.isFeature(one.ids()[mine])) {
                int theirs = Arrays.binarySearch(other.ids(), one.ids()[mine]);
                product += theirs < 0 ? 0 : (double) one.weight(mine) * other.weight(theirs);
                shared += theirs < 0 ? 0 : 1;
            }
        }
        double length = featureLength(one) * featureLength(other);
        return shared < FEWEST_FEATURES ? 0 : product / length;
    }

    private static double featureLength(Terms terms) {
        double squares = 0;
        for (int at = 0; at < terms.ids().length; at++) {
            double weight = Terms.isFeature(terms.ids()[at]) ? terms.weight(at) : 0;
            squares += weight * weight;
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
        long found = 0;
        for (int word : titled.title()) {
            int id = titled.ids()[Terms.titlePlace(word)];
            boolean has = Arrays.binarySearch(terms.ids(), id) >= 0;
            found += has ? Terms.titleShare(word) : 0;
        }
        return (double) found / Terms.SHARE;
    }
}
