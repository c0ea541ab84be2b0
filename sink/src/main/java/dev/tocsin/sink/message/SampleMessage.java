package dev.tocsin.sink.message;

import dev.tocsin.sink.alert.EvidenceText;
import dev.tocsin.sink.alert.StoredAlert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** An alert about nothing, for trying targets out. */
public final class SampleMessage {
    private SampleMessage() {}

    /** Marked as a test, and each with an id of its own. */
    public static Message at(Instant now) {
        return new Message(
                UUID.randomUUID(),
                Message.Kind.RAISED,
                now,
                List.of(alert(now)),
                ZoneId.systemDefault(),
                true);
    }

    private static StoredAlert alert(Instant now) {
        return new StoredAlert(
                UUID.randomUUID().toString(),
                1,
                "STORY",
                "test",
                "Test of a target",
                "0",
                "test",
                "Harbour of Vell reopens after talks",
                "This is a sample. Nothing has happened; alerts will reach you here.",
                now,
                now,
                now.minusSeconds(660),
                4,
                3,
                5,
                List.of("vell"),
                List.of("peace-talks"),
                List.of(),
                List.of("en"),
                "0",
                EvidenceText.of(List.of(evidence(now))),
                null);
    }

    private static StoredAlert.Evidence evidence(Instant now) {
        return new StoredAlert.Evidence(
                "test",
                "Harbour of Vell reopens after talks",
                "https://harbour-post.example/vell",
                "Harbour Post",
                "Harbour Post",
                false,
                "en",
                now.minusSeconds(660),
                List.of(
                        new StoredAlert.Quote(
                                "peace-talks",
                                "The harbour reopens after",
                                "talks",
                                " between both sides")));
    }
}
