package dev.tocsin.sink.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.egress.Mail;
import dev.tocsin.egress.MailServer;
import dev.tocsin.sink.message.Message;
import dev.tocsin.sink.targets.Target;
import dev.tocsin.sink.targets.Targets;
import dev.tocsin.sink.targets.TargetsReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Titles and rule names are foreign text: none of them may do anything in any channel. */
final class InjectionTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static Targets targets = Targets.NONE;

    @TempDir private static Path folder = Path.of("");

    @BeforeAll
    static void readTargets() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("alerts.yaml"),
                        """
                        targets:
                          phone: {kind: ntfy, topic: t1, token: tk_1, tags: [warning]}
                          telegram: {kind: telegram, token: "123:abc", chat: "-100"}
                          room: {kind: matrix, url: "https://matrix.example/", room: "!a/b:c.example", token: syt}
                        """);
        targets = new TargetsReader(Map.of()).read(file);
    }

    @Test
    void slackReadsNoMentionAndNoLinkButOurs() {
        JsonNode body = JSON.readTree(Bodies.chat(Target.ChatKind.SLACK, NastyMessages.single()));
        String text = body.path("blocks").get(0).path("text").path("text").asString();

        assertThat(links(text, "<([^>]*)>"))
                .allMatch(link -> link.startsWith("https://paper.example/"))
                .hasSize(1);
        assertThat(text).contains("&lt;!channel&gt;", "&lt;@U123&gt;");
        assertThat(text).doesNotContain("javascript:");
        assertThat(body.path("text").asString()).doesNotContain("<");
        assertThat(body.path("blocks").get(0).path("text").path("verbatim").asBoolean()).isTrue();
    }

    @Test
    void mattermostReadsNoMentionAndNoLinkButOurs() {
        JsonNode body =
                JSON.readTree(Bodies.chat(Target.ChatKind.MATTERMOST, NastyMessages.single()));
        String text = body.path("text").asString();

        assertThat(text).doesNotContainPattern("@[a-z]").doesNotContainPattern("<[!@#hb]");
        assertThat(links(text, "(?<!\\\\)\\]\\(([^)]*)\\)"))
                .hasSize(1)
                .allMatch(link -> link.startsWith("https://paper.example/"));
        assertThat(text).doesNotContain("https://evil").doesNotContain(" **bold**");
    }

    @Test
    void discordMentionsNobodyAndReadsNoMarkdownButOurs() {
        JsonNode body = JSON.readTree(Bodies.chat(Target.ChatKind.DISCORD, NastyMessages.single()));
        String text = body.path("embeds").get(0).path("description").asString();

        assertThat(body.path("allowed_mentions").path("parse").isArray()).isTrue();
        assertThat(body.path("allowed_mentions").path("parse").size()).isZero();
        assertThat(body.path("content").asString())
                .doesNotContainPattern("@[a-z]")
                .doesNotContainPattern("(?<!\\\\)<");
        assertThat(links(text, "(?<!\\\\)\\]\\(([^)]*)\\)"))
                .hasSize(1)
                .allMatch(link -> link.startsWith("https://paper.example/"));
    }

    @Test
    void teamsGetsRunsInWhichNothingIsMarkup() {
        String json =
                new String(
                        Bodies.chat(Target.ChatKind.TEAMS, NastyMessages.single()),
                        StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("\"TextBlock\"").doesNotContain("\"msteams\"");
        assertThat(JSON.readTree(json).findValuesAsString("url"))
                .allMatch(url -> url.startsWith("https://paper.example/"))
                .hasSize(1);
        assertThat(JSON.readTree(json).findValuesAsString("type"))
                .containsOnly(
                        "message", "AdaptiveCard", "RichTextBlock", "TextRun", "Action.OpenUrl");
    }

    @Test
    void ntfyGetsTheTitleAsAFieldAndNotAsAHeader() {
        Target.Ntfy phone = (Target.Ntfy) targets.find("phone").orElseThrow();

        HttpMessage request = Requests.of(phone, NastyMessages.single());

        assertThat(request.headers()).containsOnlyKeys("Authorization");
        JsonNode body = JSON.readTree(request.body());
        assertThat(body.path("title").asString()).doesNotContainPattern("\\p{Cc}");
        assertThat(body.path("click").asString()).startsWith("https://paper.example/");
        assertThat(body.propertyNames()).doesNotContain("markdown", "actions", "email", "call");
    }

    @Test
    void telegramGetsPlainTextThatMentionsNobody() {
        Target.Telegram telegram = (Target.Telegram) targets.find("telegram").orElseThrow();

        JsonNode body = JSON.readTree(Bodies.telegram(telegram, NastyMessages.single()));

        assertThat(body.has("parse_mode")).isFalse();
        assertThat(body.path("text").asString()).doesNotContainPattern("@[A-Za-z]");
    }

    @Test
    void matrixGetsEscapedHtmlMentionsNobodyAndTheIdAsTransaction() {
        Target.Matrix room = (Target.Matrix) targets.find("room").orElseThrow();

        HttpMessage request = Requests.of(room, NastyMessages.single());

        assertThat(request.isPut()).isTrue();
        assertThat(request.uri().getRawPath())
                .isEqualTo(
                        "/_matrix/client/v3/rooms/%21a%2Fb%3Ac.example/send/m.room.message/00000000-0000-4000-8000-000000000001");
        JsonNode body = JSON.readTree(request.body());
        assertThat(body.path("m.mentions").isObject()).isTrue();
        assertThat(body.path("m.mentions").isEmpty()).isTrue();
        assertOurHtmlOnly(body.path("formatted_body").asString());
    }

    @Test
    void mailHasNoHeadersAndNoHtmlButOurs() {
        Mail mail = Mails.of(email(), NastyMessages.single(), NastyMessages.NOON);

        assertThat(mail.subject()).doesNotContainPattern("\\p{Cc}").contains("Bcc: all@evil");
        assertThat(mail.headers())
                .containsOnlyKeys("Auto-Submitted", "X-Auto-Response-Suppress", "List-Unsubscribe");
        assertThat(mail.messageId())
                .isEqualTo("00000000-0000-4000-8000-000000000001@tocsin.example");
        assertOurHtmlOnly(mail.html());
    }

    @ParameterizedTest
    @EnumSource(Target.ChatKind.class)
    void everyChatGetsLessThanItsLimitHoweverMuchThereIs(Target.ChatKind kind) {
        for (Message message : List.of(NastyMessages.huge(), NastyMessages.digest(400))) {
            JsonNode body = JSON.readTree(Bodies.chat(kind, message));
            int bytes = Bodies.chat(kind, message).length;
            switch (kind) {
                case SLACK -> {
                    assertThat(body.path("blocks").size()).isBetween(1, 50);
                    assertThat(body.path("blocks").values())
                            .allMatch(block ->
                                    block.path("text").path("text").asString().length() <= 3000);
                }
                case MATTERMOST ->
                        assertThat(body.path("text").asString().length()).isLessThan(16_383);
                case DISCORD -> {
                    assertThat(body.path("content").asString().length()).isBetween(1, 2000);
                    assertThat(body.path("embeds").get(0).path("description").asString().length())
                            .isBetween(1, 4096);
                }
                case TEAMS -> assertThat(bytes).isLessThan(28 * 1024);
            }
        }
    }

    @Test
    void phonesAndRoomsGetLessThanTheirLimitHoweverMuchThereIs() {
        Target.Ntfy phone = (Target.Ntfy) targets.find("phone").orElseThrow();
        Target.Telegram telegram = (Target.Telegram) targets.find("telegram").orElseThrow();
        for (Message message : List.of(NastyMessages.huge(), NastyMessages.digest(400))) {
            String ntfy = JSON.readTree(Bodies.ntfy(phone, message)).path("message").asString();
            String text = JSON.readTree(Bodies.telegram(telegram, message)).path("text").asString();

            assertThat(ntfy.getBytes(StandardCharsets.UTF_8).length).isBetween(100, 4096);
            assertThat(text.length()).isBetween(100, 4096);
            assertThat(Bodies.matrix(message).length).isBetween(100, 60 * 1024);
        }
    }

    @Test
    void secretsShowInNoRequestsText() {
        Target.Telegram telegram = (Target.Telegram) targets.find("telegram").orElseThrow();

        assertThat(Requests.of(telegram, NastyMessages.single()).toString())
                .doesNotContain("123:abc");
        assertThat(telegram.toString()).doesNotContain("123:abc");
        assertThat(telegram.redacted("POST /bot123:abc/sendMessage"))
                .isEqualTo("POST /bot***/sendMessage");
    }

    private static void assertOurHtmlOnly(String html) {
        assertThat(links(html, "<(/?[a-zA-Z!]+)"))
                .isSubsetOf(
                        "strong",
                        "/strong",
                        "a",
                        "/a",
                        "br",
                        "blockquote",
                        "/blockquote",
                        "p",
                        "/p",
                        "hr",
                        "small",
                        "/small",
                        "html",
                        "/html",
                        "head",
                        "/head",
                        "body",
                        "/body",
                        "meta",
                        "!DOCTYPE");
        assertThat(links(html, "href=\"([^\"]*)\""))
                .hasSize(1)
                .allMatch(link -> link.startsWith("https://paper.example/"));
        assertThat(html).doesNotContain("<b ").doesNotContain("javascript:");
    }

    private static List<String> links(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Target.Email email() {
        return new Target.Email(
                "mail",
                4,
                new MailServer(
                        "mail.example", 587, MailServer.Security.STARTTLS, Optional.empty(), ""),
                "Tocsin <alerts@tocsin.example>",
                List.of("desk@tocsin.example"),
                Optional.of(URI.create("mailto:leave@tocsin.example")));
    }
}
