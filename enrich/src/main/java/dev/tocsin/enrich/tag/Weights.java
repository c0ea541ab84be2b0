package dev.tocsin.enrich.tag;

/**
 * What evidence is worth. A score of {@link #CONFIRMED} is a tag; title counts more than summary,
 * summary more than body.
 */
final class Weights {

    static final double CONFIRMED = 2.0;
    static final double RELATED = 1.0;

    /** A tag is confirmed only with this share of the best score of the article. */
    static final double SHARE_OF_BEST = 0.55;

    static final double TITLE_STRONG = 3.0;
    static final double TITLE_WEAK = 2.2;
    static final double SUMMARY_STRONG = 2.0;
    static final double SUMMARY_WEAK = 1.4;

    /** What each further term of the same field adds, as a share of the first. */
    static final double FURTHER = 0.25;

    static final int MOST_FURTHER = 2;

    /** For a weak term whose context stands in the other field of the lead. */
    static final double FAR_CONTEXT = 0.6;

    /** For a name late in a summary, below a title that speaks neither of it nor of war. */
    static final double IN_PASSING = 0.75;

    /** From here on a name in a summary is late, in characters: about a sentence. */
    static final int LATE = 130;

    static final double BODY_EARLY = 1.2;

    /** Below a title or summary, whose words the beginning of a body repeats. */
    static final double BODY_EARLY_AGAIN = 0.4;

    static final double BODY_REPEATED = 1.2;
    static final int REPEATED = 3;

    /** For a body that speaks of a conflict which title and summary do not name. */
    static final double BODY_ALONE = 0.65;

    static final int MOST_EVIDENCE = 40;

    private Weights() {}
}
