package dev.tocsin.egress;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends mail through the same guard as everything else that leaves: the server's name is resolved
 * once, its addresses are checked, and one of those is connected to. A secure connection is one
 * with a certificate for the server's name. Calls block and may come from many threads.
 */
public final class MailClient implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MailClient.class);

    private final Duration deadline;
    private final GuardedResolver resolver;
    private final SSLSocketFactory tls;

    public MailClient(EgressPolicy policy) {
        this(policy, InetAddress::getAllByName);
    }

    MailClient(EgressPolicy policy, GuardedResolver.Lookup lookup) {
        this.deadline = policy.deadline();
        this.resolver =
                new GuardedResolver(
                        lookup, new AddressGuard(policy.allowedCidrs()), policy.deadline());
        this.tls = tls();
    }

    private static SSLSocketFactory tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /**
     * Sends one mail to all of its readers or to none.
     *
     * @return what came of it; never throws for what a server or an address can cause
     */
    public MailResult send(MailServer server, Mail mail) {
        long started = System.nanoTime();
        Submission submission = new Submission(server, resolver, tls, deadline);
        CompletableFuture<MailResult> result = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("egress-mail")
                .start(() -> {
                    try {
                        submission.run(message(mail));
                        result.complete(new MailResult.Accepted(since(started)));
                    } catch (Exception e) {
                        log.atDebug().addKeyValue("error", e.toString()).log("mail not sent");
                        result.complete(MailFailures.of(server, e, since(started)));
                    }
                });
        return await(result, submission, server, started);
    }

    private MailResult await(
            CompletableFuture<MailResult> result,
            Submission submission,
            MailServer server,
            long started) {
        try {
            return result.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            submission.cancel();
            return MailFailures.timeout(server, deadline, since(started));
        } catch (InterruptedException _) {
            submission.cancel();
            Thread.currentThread().interrupt();
            return new MailResult.Failed(
                    EgressError.RESET, "Sending was interrupted.", since(started));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Sending to " + server.host() + " broke", e);
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new Numbered(mail.messageId());
        message.setFrom(new InternetAddress(mail.from(), true));
        for (String to : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        }
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.date()));
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setContent(alternatives(mail));
        message.saveChanges();
        return message;
    }

    /** The plain one first: readers show the last that they understand (RFC 2046, 5.1.4). */
    private static MimeMultipart alternatives(Mail mail) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** Keeps its id, where the library would make one up. */
    private static final class Numbered extends MimeMessage {
        private final String messageId;

        Numbered(String messageId) {
            super((Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + messageId + ">");
        }
    }

    @Override
    public void close() {
        resolver.close();
    }
}
