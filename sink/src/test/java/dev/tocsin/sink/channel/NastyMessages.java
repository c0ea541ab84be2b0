package dev.tocsin.sink.channel;

import dev.tocsin.sink.alert.EvidenceText;
import dev.tocsin.sink.alert.StoredAlert;
import dev.tocsin.sink.message.Message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Messages about alerts whose texts were made to do harm. */
final class NastyMessages {
    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    static final String TITLE =
            "@everyone <!channel> <@U123> @room [click](https://evil.example) **bold** `code` <b"
                    + " onload=x>&amp; \"quote\" *star* _line_ ~all~ # head\r\nBcc: all@evil.example"
                    + "\u2028next\u202Egnitirw\0 <https://evil.example|good> @desk_admin";
    static final String RULE = "Rule\r\nX-Injected: yes <!here> @here";
    static final String URL = "https://paper.example/a|b>c)d\"e' f<g`h*[i](j)?q=1&r=2";

    private NastyMessages() {}

    static Message single() {
        return new Message(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                Message.Kind.RAISED,
                NOON,
                List.of(alert("a", TITLE)),
                ZoneId.of("Europe/Kyiv"),
                false);
    }

    static Message digest(int number) {
        List<StoredAlert> alerts = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            alerts.add(alert("a" + at, "Number " + at + " " + TITLE));
        }
        return new Message(
                UUID.fromString("00000000-0000-4000-8000-000000000002"),
                Message.Kind.DIGEST,
                NOON,
                alerts,
                ZoneId.of("UTC"),
                false);
    }

    /** Everything as long as anybody could make it. */
    static Message huge() {
        String words = "слово <@everyone> ".repeat(5_000);
        List<StoredAlert.Evidence> evidence = new ArrayList<>();
        for (int at = 0; at < 20; at++) {
            evidence.add(evidence(words));
        }
        StoredAlert alert = alert("a", words);
        return new Message(
                UUID.fromString("00000000-0000-4000-8000-000000000003"),
                Message.Kind.UPDATED,
                NOON,
                List.of(with(alert, words, evidence)),
                ZoneId.of("UTC"),
                false);
    }

    private static StoredAlert alert(String id, String title) {
        return new StoredAlert(
                id,
                2,
                "STORY",
                "rule",
                RULE,
                "v1",
                "story",
                title,
                "Why: " + TITLE,
                NOON,
                NOON,
                NOON,
                7,
                3,
                9,
                List.of("vell"),
                List.of(),
                List.of(),
                List.of("en"),
                "v1",
                EvidenceText.of(
                        List.of(
                                evidence(TITLE),
                                new StoredAlert.Evidence(
                                        "x",
                                        "script",
                                        "javascript:alert(1)",
                                        "p",
                                        "p",
                                        true,
                                        "en",
                                        NOON,
                                        List.of()))),
                null);
    }

    private static StoredAlert with(
            StoredAlert alert, String words, List<StoredAlert.Evidence> evidence) {
        return new StoredAlert(
                alert.id(),
                alert.sequence(),
                alert.kind(),
                alert.ruleId(),
                words,
                alert.ruleVersion(),
                alert.subject(),
                words,
                words,
                NOON,
                NOON,
                NOON,
                7,
                3,
                9,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "v1",
                EvidenceText.of(evidence),
                null);
    }

    private static StoredAlert.Evidence evidence(String title) {
        return new StoredAlert.Evidence(
                "article",
                title,
                URL,
                "Paper @all",
                "Paper",
                false,
                "en",
                NOON,
                List.of(
                        new StoredAlert.Quote(
                                "vell", title, "talks <!channel>", " after " + title)));
    }
}
