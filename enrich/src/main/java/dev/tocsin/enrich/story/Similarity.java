package dev.tocsin.enrich.story;

import java.time.Duration;
import java.util.Arrays;

/**
 * How far two articles tell of one happening, about 0 to 1. Two thirds of it is the cosine of their
 * terms, one third is how much of each title the other article has. Articles of one publisher and
 * articles of different days have to be more alike.
 *
 * <p>Articles in two languages have few words in common. What is of no language tells them: the
 * cosine of places, actors, numbers, event types and countries. That says less, so more of it has
 * to agree, and a day between them counts more.
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

    private static final double EACH_DAY_ACROSS_LANGUAGES = 0.1;

    /** Fewer places, actors and numbers in common are the same war, not the same happening. */
    private static final int FEWEST_FEATURES = 2;

    /** The cosine from which on articles in two languages are of one story. */
    private static final double SAME_ACROSS_LANGUAGES = 0.5;

    private final Entry one;
    private final TermLookup terms;
    private final double lengthOfNoLanguage;

    /**
     * @param one the article that is compared with others
     */
    Similarity(Entry one) {
        this.one = one;
        this.terms = new TermLookup(one.terms());
        this.lengthOfNoLanguage = lengthOfNoLanguage(one.terms());
    }

    double to(Entry other) {
        double words = words(other.terms()) - EACH_DAY * days(other);
        double alike =
                one.language().equals(other.language())
                        ? words
                        : Math.max(words, acrossLanguages(other));
        return alike - (one.publisher().equals(other.publisher()) ? SAME_PUBLISHER : 0);
    }

    private double acrossLanguages(Entry other) {
        double cosine = cosineOfNoLanguage(other.terms());
        return SAME / SAME_ACROSS_LANGUAGES * cosine - EACH_DAY_ACROSS_LANGUAGES * days(other);
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

    private double cosineOfNoLanguage(Terms other) {
        double product = 0;
        int features = 0;
        for (int mine = 0; mine < one.terms().ids().length; mine++) {
            int id = one.terms().ids()[mine];
            int theirs = Terms.isOfNoLanguage(id) ? Arrays.binarySearch(other.ids(), id) : -1;
            if (theirs >= 0) {
                product += (double) one.terms().weight(mine) * other.weight(theirs);
                features += Terms.isLabel(id) ? 0 : 1;
            }
        }
        double length = lengthOfNoLanguage * lengthOfNoLanguage(other);
        return features < FEWEST_FEATURES ? 0 : product / length;
    }

    private static double lengthOfNoLanguage(Terms terms) {
        double squares = 0;
        for (int at = 0; at < terms.ids().length; at++) {
            double weight = Terms.isOfNoLanguage(terms.ids()[at]) ? terms.weight(at) : 0;
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
        double found = 0;
        for (long term : titled.title()) {
            int id = titled.ids()[Terms.titlePlace(term)];
            boolean has = Arrays.binarySearch(terms.ids(), id) >= 0;
            found += has ? Terms.titleShare(term) : 0;
        }
        return found;
    }
}
