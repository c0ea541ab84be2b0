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

    /** The same for a conflict that weak terms alone tell, beside one that strong terms tell. */
    static final double SHARE_OF_BETTER_KNOWN = 0.7;

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

    /** From here on a name in a summary is late, in characters, even within the first sentence. */
    static final int LATE = 90;

    /** Below no title and summary: for a body that names the conflict in its beginning. */
    static final double BODY_EARLY = 1.2;

    /** Below no title and summary: for a body that names the conflict so often. */
    static final double BODY_REPEATED = 1.2;

    static final int REPEATED = 3;

    /** For a body of nothing else, below a title and summary that confirm the conflict. */
    static final double BODY_AGAIN = 1.6;

    /** For a body of nothing else, instead of a title and summary that do not confirm it. */
    static final double BODY_ALONE = 2.5;

    /** A body with this share of the conflict names it in passing. */
    static final double SHARE_IN_PASSING = 0.25;

    /** From here on a body says what an article is about, in characters. */
    static final int LONG_BODY = 1500;

    /** For a score below that of a name in the title, if a long body names it in passing. */
    static final double NOT_BORNE_OUT = 0.65;

    static final int MOST_EVIDENCE = 40;

    private Weights() {}
}
