package dev.tocsin.sink.channel;

import dev.tocsin.egress.EgressClient;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.egress.EgressResult;
import dev.tocsin.egress.MailClient;
import dev.tocsin.sink.message.Message;
import dev.tocsin.sink.targets.Target;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;

/** Sends messages to targets of every kind. Calls block and may come from many threads. */
public final class Channels implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Channels.class);
    private static final String JSON = "application/json";

    private final EgressClient http;
    private final MailClient mail;
    private final Clock clock;

    /**
     * @param policy its deadline is that of an attempt
     */
    public Channels(EgressPolicy policy, Clock clock) {
        this.http = new EgressClient(policy);
        this.mail = new MailClient(policy);
        this.clock = clock;
    }

    /**
     * One attempt.
     *
     * @return what came of it; never throws for what a target can cause
     */
    public Outcome send(Target target, Message message) {
        try {
            return switch (target) {
                case Target.Webhook webhook ->
                        send(webhook, Requests.of(webhook, message, clock.instant()));
                case Target.Chat chat -> send(chat, Requests.of(chat, message));
                case Target.Ntfy ntfy -> send(ntfy, Requests.of(ntfy, message));
                case Target.Telegram telegram -> send(telegram, Requests.of(telegram, message));
                case Target.Matrix matrix -> send(matrix, Requests.of(matrix, message));
                case Target.Email email ->
                        Answers.of(
                                email,
                                mail.send(
                                        email.server(), Mails.of(email, message, clock.instant())));
            };
        } catch (RuntimeException e) {
            return broken(target, e);
        }
    }

    private Outcome send(Target target, HttpMessage request) {
        EgressResult result =
                request.isPut()
                        ? http.put(request.uri(), request.headers(), JSON, request.body())
                        : http.post(request.uri(), request.headers(), JSON, request.body());
        return Answers.of(target, result, clock.instant());
    }

    /** A message that cannot even be made will not be made by another attempt. */
    private static Outcome broken(Target target, RuntimeException e) {
        log.atError()
                .addKeyValue("target", target.name())
                .addKeyValue("error", e.getClass().getSimpleName())
                .log("message could not be made");
        String text = "The message could not be made (%s).".formatted(e.getClass().getSimpleName());
        return Outcome.Failed.unsent(text, true);
    }

    @Override
    public void close() {
        http.close();
        mail.close();
    }
}
