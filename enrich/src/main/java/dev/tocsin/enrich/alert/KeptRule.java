package dev.tocsin.enrich.alert;

/** What is remembered of one rule in one story: read, or as it lies in the bytes of the story. */
sealed interface KeptRule permits KeptRule.Unread, RuleMemory {

    /**
     * Not looked at so far.
     *
     * @param whole the id, and what is remembered
     */
    record Unread(Packed whole) implements KeptRule {}
}
