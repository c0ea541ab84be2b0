package dev.tocsin.sink.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.egress.MailServer;
import dev.tocsin.sink.targets.Target;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

final class MailDeliveryTest {
    private static final EgressPolicy LOOPBACK =
            new EgressPolicy(List.of("127.0.0.1"), Duration.ofSeconds(30), 1000, "tocsin-test");

    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mails.start();
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    @Test
    void anAlertArrivesAsMailWithTheSameMessageIdEachTime() throws Exception {
        try (Channels channels =
                new Channels(LOOPBACK, Clock.fixed(NastyMessages.NOON, ZoneOffset.UTC))) {
            assertThat(channels.send(email(), NastyMessages.single()))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(channels.send(email(), NastyMessages.single()))
                    .isInstanceOf(Outcome.Delivered.class);
        }

        MimeMessage[] received = mails.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID()).isEqualTo(received[1].getMessageID());
        assertThat(received[0].getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:leave@tocsin.example>");
        assertThat(received[0].getHeader("Bcc")).isNull();
        assertThat(received[0].getHeader("X-Injected")).isNull();
        MimeMultipart parts = (MimeMultipart) received[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("3 independent origins (7 articles)", "14:00 EET", "paper.example");
    }

    @Test
    void aServerThatIsNotOpenIsParkedWithAHint() {
        EgressPolicy closed =
                new EgressPolicy(List.of(), Duration.ofSeconds(30), 1000, "tocsin-test");
        try (Channels channels = new Channels(closed, Clock.systemUTC())) {
            Outcome outcome = channels.send(email(), NastyMessages.single());

            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(((Outcome.Failed) outcome).isForGood()).isTrue();
            assertThat(((Outcome.Failed) outcome).text()).contains("egress.allow");
        }
    }

    private Target.Email email() {
        return new Target.Email(
                "mail",
                4,
                new MailServer(
                        "127.0.0.1",
                        mails.getSmtp().getPort(),
                        MailServer.Security.NONE,
                        Optional.empty(),
                        ""),
                "Tocsin <alerts@tocsin.example>",
                List.of("desk@tocsin.example"),
                Optional.of(URI.create("mailto:leave@tocsin.example")));
    }
}
