package dev.tocsin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class ReadingRoomTest {
    private static final int LARGE = 10 << 20;

    private final ReadingRoom room = new ReadingRoom();

    @Test
    void ordinaryDocumentsAreReadBesideOneAnother() throws InterruptedException {
        try (ReadingRoom.Seat _ = room.take(1000)) {
            assertThat(taken(1000).await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void largeDocumentsWaitForOneAnother() throws InterruptedException {
        CountDownLatch second;
        try (ReadingRoom.Seat _ = room.take(LARGE)) {
            second = taken(LARGE);
            assertThat(second.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noDocumentIsTooLargeForTheRoom() throws InterruptedException {
        assertThat(taken(Integer.MAX_VALUE).await(10, TimeUnit.SECONDS)).isTrue();
    }

    private CountDownLatch taken(int bytes) {
        CountDownLatch taken = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> {
                    try (ReadingRoom.Seat _ = room.take(bytes)) {
                        taken.countDown();
                    }
                });
        return taken;
    }
}
