package dev.tocsin.sink.channel;

import dev.tocsin.sink.message.Letter;

/** The markups of the channels. Each escapes whatever means something in it. */
enum Markups implements Letter.Markup {
    /** Nothing means anything, but a program may make mentions of what begins with an at sign. */
    PLAIN {
        @Override
        public String plain(String text) {
            return text.replace("@", "@" + GAP);
        }

        @Override
        public String link(String text, String url) {
            return plain(text) + " " + url;
        }

        @Override
        public String quote(String line) {
            return "  " + line;
        }
    },
    /** Slack's: three characters are control characters, and nothing else needs escaping. */
    SLACK {
        @Override
        public String plain(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }

        @Override
        public String strong(String text) {
            return "*" + plain(text).replace('*', '∗') + "*";
        }

        @Override
        public String link(String text, String url) {
            return "<" + url.replace("&", "&amp;") + "|" + plain(text).replace("|", "¦") + ">";
        }

        @Override
        public String quote(String line) {
            return "> " + line;
        }
    },
    /** Mattermost also reads what Slack would mention, before it reads Markdown. */
    MATTERMOST {
        @Override
        public String plain(String text) {
            return escaped(text).replace("<", "<" + GAP);
        }
    },
    DISCORD {
        @Override
        public String plain(String text) {
            return escaped(text).replace("<", "\\<");
        }
    },
    HTML {
        @Override
        public String plain(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }

        @Override
        public String strong(String text) {
            return "<strong>" + plain(text) + "</strong>";
        }

        @Override
        public String link(String text, String url) {
            return "<a href=\"" + plain(url) + "\">" + plain(text) + "</a>";
        }

        @Override
        public String quote(String line) {
            return "<blockquote>" + line + "</blockquote>";
        }
    };

    /** Without width: breaks names and addresses for programs and not for the eye. */
    private static final String GAP = "\u200B";

    private static final String MARKDOWN = "\\`*_{}[]()#+-.!>~|";

    @Override
    public String strong(String text) {
        return this == PLAIN ? plain(text) : "**" + plain(text) + "**";
    }

    @Override
    public String link(String text, String url) {
        return "[" + plain(text) + "](" + url + ")";
    }

    @Override
    public String quote(String line) {
        return "> " + line;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (MARKDOWN.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.append(character);
            if (character == '@' || text.startsWith("://", at)) {
                escaped.append(GAP);
            }
        }
        return escaped.toString();
    }
}
