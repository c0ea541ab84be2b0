package dev.tocsin.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class DatabaseCheckTest {
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void aDatabaseThatAnswersIsNotWaitedFor() throws Exception {
        DatabaseCheck.run(
                TestDatabase.empty().access(), Duration.ofHours(1), told::incrementAndGet);

        assertThat(told).hasValue(0);
    }

    @Test
    void aRefusalIsFinalHoweverMuchPatienceThereIs() throws Exception {
        DatabaseAccess there = TestDatabase.empty().access();
        DatabaseAccess missing =
                new DatabaseAccess(
                        there.jdbcUrl().replaceFirst("/[^/?]+([?].*)?$", "/no_such_database"),
                        there.user(),
                        there.password());

        assertThatThrownBy(() ->
                        DatabaseCheck.run(missing, Duration.ofHours(1), told::incrementAndGet))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("no_such_database");
        assertThat(told).hasValue(0);
    }

    @Test
    void aDatabaseThatIsNotThereYetIsWaitedForAndToldOfOnce() {
        DatabaseAccess nobody = new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/x", "me", "hush");

        assertThatThrownBy(() ->
                        DatabaseCheck.run(nobody, Duration.ofMillis(1200), told::incrementAndGet))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("127.0.0.1:1/x")
                .hasMessageNotContaining("hush");
        assertThat(told).hasValue(1);
    }
}
