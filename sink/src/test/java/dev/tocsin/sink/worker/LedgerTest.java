package dev.tocsin.sink.worker;

import static dev.tocsin.sink.postgres.TestAlerts.alert;
import static dev.tocsin.sink.postgres.TestAlerts.desk;
import static dev.tocsin.sink.postgres.TestAlerts.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.postgres.SettableClock;
import dev.tocsin.sink.postgres.TestDatabase;
import dev.tocsin.sink.postgres.TestWriter;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

final class LedgerTest {
    private final SettableClock clock = new SettableClock();

    @Test
    void whatCouldNotBeWrittenIsKeptAndWrittenLaterWhateverWentWrong() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        new TestWriter(database, "cluster-1", clock).write(record(0, alert("a", 1, 1, desk())));
        DeliveryQueue.Settled delivered = delivered(new DeliveryQueue(database.dataSource()));
        BrokenPool pool = new BrokenPool(database.dataSource());
        Ledger ledger = new Ledger(new DeliveryQueue(pool));
        ledger.start();

        ledger.add(delivered);
        await().until(pool::hasRefused);
        pool.mend();
        ledger.close();

        assertThat(database.rows("select state from delivery")).containsExactly("DELIVERED");
    }

    private DeliveryQueue.Settled delivered(DeliveryQueue queue) throws Exception {
        return new DeliveryQueue.Settled(
                queue.claim(Map.of("desk", 1), clock.instant(), Duration.ofMinutes(1)).getFirst(),
                clock.instant(),
                Duration.ZERO,
                200,
                null,
                DeliveryQueue.Next.DELIVERED,
                null);
    }
}
