package dev.tocsin.ingest.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.schemas.FeedPush;
import dev.tocsin.schemas.SampleRecords;

import org.junit.jupiter.api.Test;

import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

class PushQueueTest {
    private final PushQueue queue = new PushQueue();

    @Test
    void pushesAreTakenInOrderOneOfEachFeed() {
        FeedPush first = push("a");
        FeedPush second = FeedPush.newBuilder(first).setContentType("later").build();
        FeedPush other = push("b");
        queue.add(offsets(5, first, second, other), 8);

        assertThat(queue.take(feed -> false)).containsExactly(first, other);
        assertThat(queue.take(feed -> false)).containsExactly(second);
        assertThat(queue.take(feed -> false)).isEmpty();
    }

    @Test
    void aFeedThatIsBeingPolledKeepsItsPushesAndTheirOrder() {
        queue.add(offsets(5, push("a"), push("b"), push("a")), 8);

        assertThat(queue.take(Set.of("a")::contains)).containsExactly(push("b"));
        assertThat(queue.take(Set.of("a")::contains)).isEmpty();
        assertThat(queue.take(feed -> false)).containsExactly(push("a"));
    }

    @Test
    void nothingCountsAsDoneBeforeEverythingBeforeItIs() {
        assertThat(queue.takenTo()).isZero();
        queue.add(offsets(5, push("a"), push("b"), push("c")), 9);
        assertThat(queue.takenTo()).isEqualTo(5);

        queue.take(Set.of("b")::contains);
        assertThat(queue.takenTo()).isEqualTo(6);
        queue.take(feed -> false);

        assertThat(queue.takenTo()).isEqualTo(9);
    }

    @Test
    void aQueueThatIsNotTakenFromFillsUp() {
        for (int i = 0; i < 30; i++) {
            assertThat(queue.isFull()).isFalse();
            queue.add(offsets(i, push("a")), i + 1);
        }

        assertThat(queue.isFull()).isTrue();
    }

    private static FeedPush push(String feedId) {
        return FeedPush.newBuilder(SampleRecords.feedPush()).setFeedId(feedId).build();
    }

    private static NavigableMap<Long, FeedPush> offsets(long from, FeedPush... pushes) {
        NavigableMap<Long, FeedPush> map = new TreeMap<>();
        for (FeedPush push : pushes) {
            map.put(from + map.size(), push);
        }
        return map;
    }
}
