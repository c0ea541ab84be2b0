package dev.tocsin.ingest.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last three segments of a callback's address: an unguessable one for every subscription
 * (section 5.1.1). What stands before them is between the operator and the reverse proxy.
 */
record CallbackPath(String feedId, String subscriptionId, String token) {
    private static final Pattern FORM =
            Pattern.compile(".*/([0-9a-f]{32})/([0-9a-f]{32})/([0-9a-f]{32})");
    private static final int LONGEST = 1_000;

    static CallbackPath of(Subscription subscription, PushKeys keys) {
        String feedId = subscription.feedId();
        String id = subscription.id();
        return new CallbackPath(feedId, id, keys.token(feedId, id));
    }

    /** Empty where the path is not of this form. */
    static Optional<CallbackPath> parse(String path) {
        Matcher matcher = FORM.matcher(path);
        return path.length() <= LONGEST && matcher.matches()
                ? Optional.of(
                        new CallbackPath(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** Whether the path was made here; takes the same time whatever the token. */
    boolean isGenuine(PushKeys keys) {
        return MessageDigest.isEqual(bytes(token), bytes(keys.token(feedId, subscriptionId)));
    }

    URI below(URI base) {
        String start = base.toString();
        String slash = start.endsWith("/") ? "" : "/";
        return URI.create(start + slash + String.join("/", feedId, subscriptionId, token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Without the token: whoever reads a log shall not be able to push. */
    @Override
    public String toString() {
        return "CallbackPath[%s/%s/***]".formatted(feedId, subscriptionId);
    }
}
