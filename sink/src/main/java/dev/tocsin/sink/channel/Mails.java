package dev.tocsin.sink.channel;

import dev.tocsin.egress.Mail;
import dev.tocsin.sink.message.Letter;
import dev.tocsin.sink.message.LetterWriter;
import dev.tocsin.sink.message.Message;
import dev.tocsin.sink.targets.Target;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages as mail. */
final class Mails {
    private static final String FOOTER = "Sent by Tocsin, which watches the news for you.";

    private Mails() {}

    static Mail of(Target.Email target, Message message, Instant now) {
        Letter letter = LetterWriter.write(message);
        return new Mail(
                target.from(),
                target.to(),
                letter.title(),
                text(letter),
                html(letter),
                message.id() + "@" + domain(target.from()),
                now,
                headers(target));
    }

    /** Answering machines know by these whom not to answer (RFC 3834), readers how to leave. */
    private static Map<String, String> headers(Target.Email target) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        target.unsubscribe().ifPresent(at -> headers.put("List-Unsubscribe", "<" + at + ">"));
        return headers;
    }

    private static String text(Letter letter) {
        return letter.lines().stream()
                        .map(line -> Letter.render(line, PlainMail.MARKUP))
                        .collect(Collectors.joining("\n"))
                + "\n\n-- \n"
                + FOOTER
                + "\n";
    }

    private static String html(Letter letter) {
        return letter.lines().stream()
                .map(line -> Letter.render(line, Markups.HTML))
                .map(line -> line.startsWith("<blockquote>") ? line : "<p>" + line + "</p>")
                .collect(
                        Collectors.joining(
                                "\n",
                                "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n",
                                "\n<hr><p><small>" + FOOTER + "</small></p>\n</body></html>\n"));
    }

    private static String domain(String from) {
        String address = from.replaceFirst(".*<([^>]*)>.*", "$1");
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return domain.matches("[A-Za-z0-9.-]+") ? domain : "tocsin.invalid";
    }

    /** No program makes anything of a mail's plain text but links. */
    private enum PlainMail implements Letter.Markup {
        MARKUP;

        @Override
        public String plain(String text) {
            return text;
        }

        @Override
        public String strong(String text) {
            return text;
        }

        @Override
        public String link(String text, String url) {
            return text + " <" + url + ">";
        }

        @Override
        public String quote(String line) {
            return "  " + line;
        }
    }
}
