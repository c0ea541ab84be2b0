package dev.tocsin.enrich.story;

import java.util.Arrays;

/**
 * Finds the articles of the window that share telling terms with another, at a cost that hardly
 * grows with the window: rare terms are followed first, each only so far back, all together only so
 * far. Not for many threads.
 */
final class TermIndex {
    /** Latest articles with a term that are looked at. */
    private static final int PER_TERM = 96;

    /** Postings that are looked at for one article. */
    private static final int BUDGET = 1_280;

    private final TermTable table = new TermTable();
    private int[] articles = new int[1 << 12];
    private int[] older = new int[1 << 12];
    private int next;

    TermIndex() {
        Arrays.fill(articles, -1);
    }

    /** In how many articles of the window the term stands. */
    int count(int term) {
        return table.count(term);
    }

    /** Enters an article: its terms are counted. */
    void count(Terms terms) {
        for (int id : terms.ids()) {
            table.add(id, nowhere());
        }
    }

    /** Makes a counted article one that is found, by its title and the beginning of its text. */
    void post(int article, Terms terms, int oldest) {
        for (int at : terms.order()) {
            int id = terms.ids()[at];
            if (isLive(next - articles.length) && articleAt(next - articles.length) >= oldest) {
                grow();
            }
            int place = next & (articles.length - 1);
            articles[place] = article;
            older[place] = table.head(id, nowhere());
            table.setHead(id, next++);
        }
    }

    void remove(Terms terms) {
        for (int id : terms.ids()) {
            table.remove(id);
        }
    }

    /** Adds the weights of shared terms up, article by article. */
    void find(Terms terms, int oldest, Candidates candidates) {
        long[] byRarity = byRarity(terms);
        int budget = BUDGET;
        for (int at = 0; at < byRarity.length && budget > 0; at++) {
            int place = (int) byRarity[at];
            int posting = table.head(terms.ids()[place], nowhere());
            for (int step = 0; step < PER_TERM && budget > 0; step++, budget--) {
                if (!isLive(posting) || articleAt(posting) < oldest) {
                    break;
                }
                candidates.add(articleAt(posting), terms.weights()[place]);
                posting = older[posting & (articles.length - 1)];
            }
        }
    }

    private long[] byRarity(Terms terms) {
        long[] byRarity = new long[terms.ids().length];
        for (int at = 0; at < byRarity.length; at++) {
            byRarity[at] = ((long) table.count(terms.ids()[at]) << 32) | at;
        }
        Arrays.sort(byRarity);
        return byRarity;
    }

    /** A posting that is not live. */
    private int nowhere() {
        return next - articles.length - 1;
    }

    /** Differences, not the numbers themselves, are compared: the count may run over. */
    private boolean isLive(int posting) {
        int age = next - posting;
        return age > 0 && age <= articles.length;
    }

    private int articleAt(int posting) {
        return articles[posting & (articles.length - 1)];
    }

    private void grow() {
        int before = articles.length;
        int[] oldArticles = articles;
        int[] oldOlder = older;
        articles = new int[before * 2];
        older = new int[before * 2];
        for (int posting = next - before; posting != next; posting++) {
            int place = posting & (articles.length - 1);
            int oldPlace = posting & (before - 1);
            articles[place] = oldArticles[oldPlace];
            older[place] = oldOlder[oldPlace];
        }
        // What lay further back than the old ring must not come to life in the larger one.
        for (int posting = next - articles.length; posting != next - before; posting++) {
            articles[posting & (articles.length - 1)] = -1;
        }
    }
}
