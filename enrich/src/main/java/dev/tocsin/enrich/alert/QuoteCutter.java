package dev.tocsin.enrich.alert;

import dev.tocsin.schemas.AlertQuote;
import dev.tocsin.schemas.TaggedArticle;
import dev.tocsin.schemas.TextField;

import java.util.regex.Pattern;

/** Cuts words out of an article, with what stands around them. */
final class QuoteCutter {
    private static final int AROUND = 60;
    private static final int LONGEST = 200;
    private static final String CUT = "…";
    private static final Pattern GAPS = Pattern.compile("\\s+");

    private final TaggedArticle article;

    QuoteCutter(TaggedArticle article) {
        this.article = article;
    }

    /**
     * About 60 characters on each side, cut between words; an ellipsis where something is left out.
     */
    AlertQuote quote(String reason, Span span) {
        String text = text(span.field());
        int start = Math.clamp(span.start(), 0, text.length());
        int end = Math.clamp(span.end(), start, Math.min(text.length(), start + LONGEST));
        return new AlertQuote(
                reason,
                flat(before(text, start)),
                flat(text.substring(start, end)),
                flat(after(text, end)));
    }

    private String text(TextField field) {
        return switch (field) {
            case TITLE -> article.getTitle();
            case SUMMARY -> article.getSummary();
            case BODY -> article.getBody().orElse("");
            case UNKNOWN -> "";
        };
    }

    private static String before(String text, int start) {
        if (start <= AROUND) {
            return text.substring(0, start);
        }
        int from = start - AROUND;
        int word = from;
        while (word < start && !Character.isWhitespace(text.charAt(word - 1))) {
            word++;
        }
        int cut = word < start ? word : wholeCharacter(text, from);
        return CUT + text.substring(cut, start);
    }

    private static String after(String text, int end) {
        if (text.length() - end <= AROUND) {
            return text.substring(end);
        }
        int to = end + AROUND;
        int word = to;
        while (word > end && !Character.isWhitespace(text.charAt(word))) {
            word--;
        }
        int cut = word > end ? word : wholeCharacter(text, to);
        return text.substring(end, cut) + CUT;
    }

    /** Scripts without spaces are cut anywhere, but not through a character. */
    private static int wholeCharacter(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private static String flat(String text) {
        return hasGaps(text) ? GAPS.matcher(text).replaceAll(" ") : text;
    }

    private static boolean hasGaps(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && Character.isWhitespace(c)) {
                return true;
            }
        }
        return false;
    }
}
