package dev.tocsin.ingest.push;

import com.sun.net.httpserver.Headers;

import dev.tocsin.schemas.FeedPush;
import dev.tocsin.schemas.FeedPushKind;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers hubs. Whether an address was ever given out and who signs with what is computed, not
 * looked up, so any process of the cluster can answer for any feed. Safe for many threads.
 */
final class Callback {
    private static final Logger log = LoggerFactory.getLogger(Callback.class);
    private static final Signature NONE = new Signature("HmacSHA256", new byte[0]);
    private static final int LONGEST_TYPE = 200;

    /** Which feeds of the cluster are polled. */
    interface Feeds {
        /** Whether the list is complete; while it is not, a feed that is missing may still come. */
        boolean isLoaded();

        /** The partition of a feed; empty for one that is not on the list or disabled. */
        Optional<Integer> partition(String feedId);
    }

    /** Hands on to the owner of a feed. */
    interface Owners {
        /**
         * Returns once Kafka has it.
         *
         * @throws KafkaException if Kafka does not take it in time; it may have it nevertheless
         */
        void publish(int partition, FeedPush push);
    }

    private final PushKeys keys;
    private final Feeds feeds;
    private final Owners owners;
    private final PushCounters counters;
    private final Clock clock;

    Callback(PushKeys keys, Feeds feeds, Owners owners, PushCounters counters, Clock clock) {
        this.keys = keys;
        this.feeds = feeds;
        this.owners = owners;
        this.counters = counters;
        this.clock = clock;
    }

    /** Verification of intent (section 5.3) and denial (section 5.2). */
    Reply question(String path, @Nullable String rawQuery) {
        HubQuestion question = HubQuestion.parse(rawQuery);
        return CallbackPath.parse(path)
                .filter(genuine -> genuine.isGenuine(keys))
                .filter(known -> Subscription.isOfTopic(known.subscriptionId(), question.topic()))
                .map(ours -> answer(ours, question))
                .orElse(Reply.NOT_FOUND);
    }

    private Reply answer(CallbackPath ours, HubQuestion question) {
        if (!feeds.isLoaded()) {
            return Reply.LATER;
        }
        Optional<Integer> partition = feeds.partition(ours.feedId());
        return switch (question.mode()) {
            case "subscribe" ->
                    partition.map(p -> subscribed(ours, question, p)).orElse(Reply.NOT_FOUND);
            case "unsubscribe" -> partition.isPresent() ? Reply.NOT_FOUND : echo(question);
            case "denied" -> partition.map(p -> denied(ours, question, p)).orElse(Reply.GONE);
            default -> Reply.NOT_FOUND;
        };
    }

    private Reply subscribed(CallbackPath ours, HubQuestion question, int partition) {
        if (!question.hasDecentChallenge()) {
            return Reply.NOT_FOUND;
        }
        FeedPush push =
                push(ours, FeedPushKind.SUBSCRIBED)
                        .setLeaseUntil(clock.instant().plus(question.lease()))
                        .build();
        return isHandedOn(partition, push) ? echo(question) : Reply.LATER;
    }

    private static Reply echo(HubQuestion question) {
        return question.hasDecentChallenge()
                ? new Reply(200, question.challenge())
                : Reply.NOT_FOUND;
    }

    private Reply denied(CallbackPath ours, HubQuestion question, int partition) {
        log.atInfo()
                .addKeyValue("feedId", ours.feedId())
                .addKeyValue("reasonLength", question.reason().length())
                .log("hub denies the subscription");
        boolean handedOn = isHandedOn(partition, push(ours, FeedPushKind.DENIED).build());
        return handedOn ? new Reply(200, "") : Reply.LATER;
    }

    /** Content distribution (section 7). */
    Reply content(String path, Headers headers, InputStream wire) {
        counters.received();
        Optional<CallbackPath> ours =
                CallbackPath.parse(path).filter(genuine -> genuine.isGenuine(keys));
        if (ours.isEmpty()) {
            counters.unknown();
            return Reply.NOT_FOUND;
        }
        if (!feeds.isLoaded()) {
            counters.refused();
            return Reply.LATER;
        }
        Optional<Integer> partition = feeds.partition(ours.get().feedId());
        if (partition.isEmpty()) {
            counters.unknown();
            return Reply.GONE;
        }
        return content(ours.get(), partition.get(), headers, wire);
    }

    private Reply content(CallbackPath ours, int partition, Headers headers, InputStream wire) {
        try {
            Signature signature = Signature.parse(headers.getFirst("X-Hub-Signature")).orElse(NONE);
            String secret = keys.hubSecret(ours.feedId(), ours.subscriptionId());
            PushBody body = PushBody.read(wire, signature.mac(secret));
            if (!signature.matches(body.mac())) {
                counters.ignored();
                return Reply.ACCEPTED;
            }
            return signed(partition, content(ours, headers, body));
        } catch (PushBody.TooLargeException _) {
            counters.refused();
            return Reply.TOO_LARGE;
        } catch (IOException _) {
            counters.refused();
            return Reply.LATER;
        }
    }

    private Reply signed(int partition, FeedPush push) {
        if (isHandedOn(partition, push)) {
            counters.accepted();
            return Reply.ACCEPTED;
        }
        counters.refused();
        return Reply.LATER;
    }

    private FeedPush content(CallbackPath ours, Headers headers, PushBody body) {
        String encoding = Optional.ofNullable(headers.getFirst("Content-Encoding")).orElse("");
        boolean isPlain = encoding.isBlank() || encoding.equalsIgnoreCase("identity");
        byte[] kept = isPlain ? body.kept() : null;
        return push(ours, FeedPushKind.CONTENT)
                .setContentType(
                        Optional.ofNullable(headers.getFirst("Content-Type"))
                                .filter(type -> type.length() <= LONGEST_TYPE)
                                .orElse(null))
                .setBody(kept == null || kept.length == 0 ? null : ByteBuffer.wrap(kept))
                .build();
    }

    private FeedPush.Builder push(CallbackPath ours, FeedPushKind kind) {
        Instant now = clock.instant();
        return FeedPush.newBuilder()
                .setFeedId(ours.feedId())
                .setSubscription(ours.subscriptionId())
                .setKind(kind)
                .setReceivedAt(now);
    }

    private boolean isHandedOn(int partition, FeedPush push) {
        try {
            owners.publish(partition, push);
            return true;
        } catch (KafkaException e) {
            log.atWarn().addKeyValue("error", e.toString()).log("push not taken by Kafka");
            return false;
        }
    }
}
