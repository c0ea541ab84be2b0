package dev.tocsin.enrich.event;

/**
 * What a term of a field is worth. A title tells alone; a lead supports it, and tells alone only
 * with three signs.
 *
 * @param strong for a strong term or a pair
 * @param weak for a weak term
 */
record EventWeights(double strong, double weak) {

    static final EventWeights TITLE = new EventWeights(1.0, 0.4);
    static final EventWeights LEAD = new EventWeights(0.4, 0.2);

    /** Where a lead ends, in characters. */
    static final int LONGEST_LEAD = 400;

    static final int MOST_EVIDENCE = 20;
}
