package dev.tocsin.enrich.evaluate;

/** Articles about no conflict, and how many of them got a tag all the same. */
public final class Untopical {
    private int count;
    private int tagged;
    private int hardNegatives;
    private int hardNegativesTagged;

    void judge(GoldArticle article, boolean wasTagged) {
        if (!article.isUntopical()) {
            return;
        }
        int one = wasTagged ? 1 : 0;
        count++;
        tagged += one;
        if (article.hardNegative()) {
            hardNegatives++;
            hardNegativesTagged += one;
        }
    }

    public int count() {
        return count;
    }

    public int tagged() {
        return tagged;
    }

    /** Share that was tagged, 0 to 1. */
    public double share() {
        return count == 0 ? 0 : (double) tagged / count;
    }

    /** Those among them that look like articles about a conflict. */
    public int hardNegatives() {
        return hardNegatives;
    }

    public int hardNegativesTagged() {
        return hardNegativesTagged;
    }
}
