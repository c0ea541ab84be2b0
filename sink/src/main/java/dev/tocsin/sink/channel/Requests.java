package dev.tocsin.sink.channel;

import dev.tocsin.sink.message.Message;
import dev.tocsin.sink.targets.Secret;
import dev.tocsin.sink.targets.Target;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** The request for each kind of target that is reached by HTTP. */
final class Requests {
    private Requests() {}

    static HttpMessage of(Target.Webhook target, Message message, Instant now) {
        byte[] body = Bodies.webhook(message);
        String id = "msg_" + message.id();
        return HttpMessage.post(
                target.url(), Signature.headers(id, now, body, target.keys()), body);
    }

    static HttpMessage of(Target.Chat target, Message message) {
        return HttpMessage.post(
                URI.create(target.url().reveal()), Bodies.chat(target.service(), message));
    }

    /** JSON, so that a title is no header. */
    static HttpMessage of(Target.Ntfy target, Message message) {
        Map<String, String> headers = target.token().map(Requests::bearer).orElseGet(Map::of);
        return HttpMessage.post(target.url(), headers, Bodies.ntfy(target, message));
    }

    static HttpMessage of(Target.Telegram target, Message message) {
        URI uri = below(target.url(), "/bot" + target.token().reveal() + "/sendMessage");
        return HttpMessage.post(uri, Bodies.telegram(target, message));
    }

    /** The transaction id makes the homeserver see the same message in every attempt. */
    static HttpMessage of(Target.Matrix target, Message message) {
        String room = URLEncoder.encode(target.room(), StandardCharsets.UTF_8).replace("+", "%20");
        String path =
                "/_matrix/client/v3/rooms/%s/send/m.room.message/%s".formatted(room, message.id());
        return HttpMessage.put(
                below(target.url(), path), bearer(target.token()), Bodies.matrix(message));
    }

    private static Map<String, String> bearer(Secret token) {
        return Map.of("Authorization", "Bearer " + token.reveal());
    }

    private static URI below(URI base, String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }
}
