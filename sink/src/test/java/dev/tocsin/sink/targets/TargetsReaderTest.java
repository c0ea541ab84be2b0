package dev.tocsin.sink.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.egress.MailServer;
import dev.tocsin.yaml.YamlException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class TargetsReaderTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir private Path folder = Path.of("");

    @Test
    void readsEveryKind() throws Exception {
        Files.writeString(folder.resolve("mail-password"), "p4ss\n");
        Targets targets =
                read(
                        """
                        rules:
                          anything: {here: is for others}
                        targets:
                          hook: {kind: webhook, url: "https://a.example/h", secret: "env:KEY", concurrency: 9}
                          Чат редакції: {kind: slack, url: "env:SLACK"}
                          mm: {kind: mattermost, url: "env:SLACK"}
                          dc: {kind: discord, url: "env:SLACK"}
                          tm: {kind: teams, url: "env:SLACK"}
                          phone: {kind: ntfy, topic: vell, priority: 5, tags: [a, b]}
                          tg: {kind: telegram, token: "env:BOT", chat: "@vell"}
                          room: {kind: matrix, url: "https://m.example", room: "!r:m.example", token: "env:KEY"}
                          mail:
                            kind: email
                            host: smtp.example
                            security: tls
                            user: me
                            password: file:mail-password
                            from: Tocsin <a@b.example>
                            to: [c@d.example, e@f.example]
                            unsubscribe: mailto:leave@b.example
                        """);

        assertThat(targets.byName()).hasSize(9);
        assertThat(targets.warnings()).isEmpty();
        Target.Webhook hook = (Target.Webhook) targets.find("hook").orElseThrow();
        assertThat(hook.concurrency()).isEqualTo(9);
        assertThat(hook.keys().getFirst().reveal()).isEqualTo(KEY);
        Target.Email mail = (Target.Email) targets.find("mail").orElseThrow();
        assertThat(mail.server().port()).isEqualTo(465);
        assertThat(mail.server().security()).isEqualTo(MailServer.Security.TLS);
        assertThat(mail.server().password()).isEqualTo("p4ss");
        assertThat(targets.files()).contains(folder.resolve("mail-password").toAbsolutePath());
        assertThat(targets.toString()).doesNotContain(KEY, "p4ss", "hooks.example");
    }

    @Test
    void aMissingFileNamesNobody() throws Exception {
        assertThat(new TargetsReader(Map.of()).read(folder.resolve("none.yaml")))
                .isEqualTo(Targets.NONE);
    }

    @Test
    void aSecretInTheFileItselfIsWarnedOf() throws Exception {
        Targets targets =
                read("targets:\n  a: {kind: slack, url: \"https://hooks.example/T0/B0/x\"}\n");

        assertThat(targets.warnings()).hasSize(1);
        assertThat(targets.warnings().getFirst())
                .contains("alerts.yaml:2", "env:NAME")
                .doesNotContain("hooks.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {kind: slak, url: x}                                     | unknown kind "slak"; did you mean "slack"?
                    {kind: slack, ulr: x}                                    | unknown key "ulr"; did you mean "url"?
                    {kind: slack}                                            | "url" is missing
                    {url: x}                                                 | "kind" is missing: one of webhook, slack
                    {kind: slack, url: "ftp://a.example"}                    | begins with https://
                    {kind: slack, url: "env:NOWHERE"}                        | no environment variable NOWHERE
                    {kind: slack, url: "file:nowhere"}                       | nowhere is not there
                    {kind: webhook, url: "https://a.example"}                | openssl rand -base64 24
                    {kind: webhook, url: "https://a.example", secret: abc}   | expected whsec_
                    {kind: webhook, url: "https://a.example", secret: whsec_YWJj} | 24 to 64 bytes
                    {kind: ntfy, topic: t, priority: 9}                      | a number from 1 to 5
                    {kind: ntfy, topic: "t\\nX: y"}                          | one line
                    {kind: telegram, token: abc, chat: "1"}                  | a bot's token
                    {kind: matrix, url: "https://m.example", room: "#a:b", token: t} | internal id
                    {kind: email, host: h, from: a@b.example}                | expected one address
                    {kind: email, host: h, from: a@b.example, to: c@d.example, security: ssl} | unknown security "ssl"
                    {kind: email, host: h, from: a@b.example, to: c@d.example, unsubscribe: "javascript:1"} | mailto:
                    text                                                     | expected its fields
                    """)
    void anErrorSaysWhereWhatAndWhatToDo(String target, String expected) {
        assertThatThrownBy(() -> read("targets:\n  desk: " + target + "\n"))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("alerts.yaml:2: ")
                .hasMessageContaining(expected);
    }

    @Test
    void aMisspelledPartIsAnError() {
        assertThatThrownBy(() -> read("target:\n  desk: {kind: slack}\n"))
                .hasMessageContaining("did you mean \"targets\"?");
    }

    private Targets read(String yaml) throws Exception {
        Path file = Files.writeString(folder.resolve("alerts.yaml"), yaml);
        return new TargetsReader(
                        Map.of(
                                "KEY", KEY,
                                "SLACK", "https://hooks.example/T0/B0/x",
                                "BOT", "123:abc"))
                .read(file);
    }
}
