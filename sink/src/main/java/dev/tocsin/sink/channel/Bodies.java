package dev.tocsin.sink.channel;

import dev.tocsin.sink.message.Letter;
import dev.tocsin.sink.message.LetterWriter;
import dev.tocsin.sink.message.Message;
import dev.tocsin.sink.targets.Target;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents that the services take. Limits are theirs: Slack 3,000 characters in a section,
 * Mattermost 16,383 in a post, Discord 2,000 beside an embed of 4,096, Telegram 4,096, ntfy 4,096
 * bytes, Matrix 64 KiB for an event.
 */
final class Bodies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SLACK_SECTION = 3_000;
    private static final int SLACK_SECTIONS = 6;
    private static final int MATTERMOST_POST = 16_000;
    private static final int DISCORD_CONTENT = 2_000;
    private static final int DISCORD_EMBED = 4_000;
    private static final int TELEGRAM_TEXT = 4_096;
    private static final int NTFY_BYTES = 4_000;
    private static final int MATRIX_BYTES = 24 * 1024;

    private Bodies() {}

    /** The event itself, for programs. */
    static byte[] webhook(Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", message.kind().type());
        body.put("timestamp", message.at());
        if (message.isTest()) {
            body.put("test", true);
        }
        body.put(
                "data",
                message.kind() == Message.Kind.DIGEST
                        ? Map.of("alerts", message.alerts())
                        : message.alerts().getFirst());
        return JSON.writeValueAsBytes(body);
    }

    static byte[] chat(Target.ChatKind kind, Message message) {
        Letter letter = LetterWriter.write(message);
        return JSON.writeValueAsBytes(
                switch (kind) {
                    case SLACK -> slack(letter);
                    case MATTERMOST ->
                            Map.of(
                                    "text",
                                    Fitting.characters(
                                            letter.lines(), Markups.MATTERMOST, MATTERMOST_POST));
                    case DISCORD -> discord(letter);
                    case TEAMS -> AdaptiveCard.message(letter);
                });
    }

    /** {@code verbatim} keeps Slack from looking for addresses and names in the text. */
    private static Map<String, Object> slack(Letter letter) {
        List<Object> blocks = new ArrayList<>();
        for (String part :
                Fitting.parts(letter.lines(), Markups.SLACK, SLACK_SECTION, SLACK_SECTIONS)) {
            blocks.add(
                    Map.of(
                            "type",
                            "section",
                            "text",
                            Map.of("type", "mrkdwn", "verbatim", true, "text", part)));
        }
        return Map.of(
                "text",
                Markups.SLACK.plain(letter.title()),
                "blocks",
                blocks,
                "unfurl_links",
                false,
                "unfurl_media",
                false);
    }

    private static Map<String, Object> discord(Letter letter) {
        List<Letter.Line> title = letter.lines().subList(0, 1);
        List<Letter.Line> rest = letter.lines().subList(1, letter.lines().size());
        return Map.of(
                "content", Fitting.characters(title, Markups.DISCORD, DISCORD_CONTENT),
                "embeds",
                        List.of(
                                Map.of(
                                        "description",
                                        Fitting.characters(rest, Markups.DISCORD, DISCORD_EMBED))),
                "allowed_mentions", Map.of("parse", List.of()));
    }

    static byte[] ntfy(Target.Ntfy target, Message message) {
        Letter letter = LetterWriter.write(message);
        List<Letter.Line> rest = letter.lines().subList(1, letter.lines().size());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("topic", target.topic().reveal());
        body.put("title", letter.title());
        body.put("message", Fitting.bytes(rest, Markups.PLAIN, NTFY_BYTES));
        body.put("priority", target.priority());
        body.put("tags", target.tags());
        firstLink(letter).ifPresent(url -> body.put("click", url));
        return JSON.writeValueAsBytes(body);
    }

    /** Without {@code parse_mode} the text is what it is. */
    static byte[] telegram(Target.Telegram target, Message message) {
        List<Letter.Line> lines = LetterWriter.write(message).lines();
        return JSON.writeValueAsBytes(
                Map.of(
                        "chat_id", target.chat(),
                        "text", Fitting.characters(lines, Markups.PLAIN, TELEGRAM_TEXT),
                        "link_preview_options", Map.of("is_disabled", true)));
    }

    /** An empty {@code m.mentions} says that nobody is mentioned, whatever the text looks like. */
    static byte[] matrix(Message message) {
        List<Letter.Line> lines = LetterWriter.write(message).lines();
        String html = Fitting.bytes(lines, Markups.HTML, MATRIX_BYTES).replace("\n", "<br>");
        return JSON.writeValueAsBytes(
                Map.of(
                        "msgtype",
                        "m.text",
                        "body",
                        Fitting.bytes(lines, Markups.PLAIN, MATRIX_BYTES),
                        "format",
                        "org.matrix.custom.html",
                        "formatted_body",
                        html,
                        "m.mentions",
                        Map.of()));
    }

    private static Optional<String> firstLink(Letter letter) {
        return letter.lines().stream()
                .flatMap(line -> line.spans().stream())
                .map(Letter::url)
                .filter(url -> !url.isEmpty())
                .findFirst();
    }
}
