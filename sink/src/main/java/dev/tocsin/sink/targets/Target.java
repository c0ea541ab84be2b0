package dev.tocsin.sink.targets;

import dev.tocsin.egress.MailServer;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where alerts can be sent. Its secrets show nowhere but on the wire. */
public sealed interface Target {
    /** As rules name it. */
    String name();

    /** Most messages under way to it at once. */
    int concurrency();

    /** All that has to be kept out of logs and tables. */
    Stream<Secret> secrets();

    /** As alerts.yaml calls its kind. */
    default String kind() {
        return switch (this) {
            case Webhook _ -> "webhook";
            case Chat chat -> chat.service().name().toLowerCase(Locale.ROOT);
            case Ntfy _ -> "ntfy";
            case Telegram _ -> "telegram";
            case Matrix _ -> "matrix";
            case Email _ -> "email";
        };
    }

    /** The text with stars in place of secrets. */
    default String redacted(String text) {
        List<String> words =
                secrets()
                        .map(Secret::reveal)
                        .flatMap(each -> Stream.of(each, each.replaceFirst("^https?://[^/]*", "")))
                        .filter(each -> each.length() > 2)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        String redacted = text;
        for (String word : words) {
            redacted = redacted.replace(word, "***");
        }
        return redacted;
    }

    /**
     * Any program, after the Standard Webhooks specification.
     *
     * @param keys one, or two while the receiver changes from one to the other
     */
    record Webhook(String name, int concurrency, URI url, List<Secret> keys) implements Target {
        public Webhook {
            keys = List.copyOf(keys);
        }

        @Override
        public Stream<Secret> secrets() {
            return keys.stream();
        }
    }

    /** A channel of a chat, by an address that is a secret. */
    record Chat(String name, int concurrency, ChatKind service, Secret url) implements Target {
        @Override
        public Stream<Secret> secrets() {
            return Stream.of(url);
        }
    }

    /** Chats that take messages at a secret address. */
    enum ChatKind {
        SLACK,
        MATTERMOST,
        DISCORD,
        TEAMS
    }

    /**
     * Phones, by an ntfy server.
     *
     * @param topic for ntfy what a channel is for a chat; who knows it can read along
     * @param priority 1 to 5
     */
    record Ntfy(
            String name,
            int concurrency,
            URI url,
            Secret topic,
            Optional<Secret> token,
            int priority,
            List<String> tags)
            implements Target {
        public Ntfy {
            tags = List.copyOf(tags);
        }

        @Override
        public Stream<Secret> secrets() {
            return Stream.concat(token.stream(), Stream.of(topic));
        }
    }

    /** A chat of Telegram, by a bot. */
    record Telegram(String name, int concurrency, URI url, Secret token, String chat)
            implements Target {
        @Override
        public Stream<Secret> secrets() {
            return Stream.of(token);
        }
    }

    /**
     * A room of Matrix.
     *
     * @param url of the homeserver
     * @param room its id, which begins with an exclamation mark
     */
    record Matrix(String name, int concurrency, URI url, String room, Secret token)
            implements Target {
        @Override
        public Stream<Secret> secrets() {
            return Stream.of(token);
        }
    }

    /**
     * Readers of mail.
     *
     * @param unsubscribe a mailto or https address
     */
    record Email(
            String name,
            int concurrency,
            MailServer server,
            String from,
            List<String> to,
            Optional<URI> unsubscribe)
            implements Target {
        public Email {
            to = List.copyOf(to);
        }

        @Override
        public Stream<Secret> secrets() {
            return Stream.of(new Secret(server.password()));
        }
    }
}
