package dev.tocsin.enrich.tag;

/** What a score has to reach; for those who explain tags. */
public final class Thresholds {
    /** Score of a confirmed tag. */
    public static final double CONFIRMED = Weights.CONFIRMED;

    /** Score of a related tag. */
    public static final double RELATED = Weights.RELATED;

    /** Share of the article's best score that a confirmed tag has to reach. */
    public static final double SHARE_OF_BEST = Weights.SHARE_OF_BEST;

    /**
     * Share that a topic told by weak terms alone has to reach of the best score of a topic told by
     * strong ones.
     */
    public static final double SHARE_OF_BETTER_KNOWN = Weights.SHARE_OF_BETTER_KNOWN;

    /** Greatest distance between a weak term and its context, in words. */
    public static final int WINDOW = FieldView.WINDOW;

    private Thresholds() {}
}
