package dev.tocsin.sink.postgres;

/**
 * What this process has stored since it started. A replay adds nothing to the first three.
 *
 * @param articlesStored articles that were not in the database before
 * @param revisions changed texts
 * @param sightings articles found in a further feed
 * @param deadLetters dead letters of other parts and our own
 * @param unreadable records that the sink itself could not read or store; each is among the dead
 *     letters too
 * @param batches database transactions that were committed
 */
public record SinkCounts(
        long articlesStored,
        long revisions,
        long sightings,
        long deadLetters,
        long unreadable,
        long batches) {
    static final SinkCounts NONE = new SinkCounts(0, 0, 0, 0, 0, 0);

    SinkCounts plus(SinkCounts more) {
        return new SinkCounts(
                articlesStored + more.articlesStored,
                revisions + more.revisions,
                sightings + more.sightings,
                deadLetters + more.deadLetters,
                unreadable + more.unreadable,
                batches + more.batches);
    }
}
