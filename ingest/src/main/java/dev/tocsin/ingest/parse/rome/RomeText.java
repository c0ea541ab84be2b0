package dev.tocsin.ingest.parse.rome;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.rss.Description;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A text field.
 *
 * @param html whether the value is an HTML fragment, else plain text
 */
public record RomeText(String value, boolean html) {

    static Optional<RomeText> of(@Nullable Content content) {
        return content == null || content.getValue() == null
                ? Optional.empty()
                : Optional.of(new RomeText(content.getValue(), !"text".equals(content.getType())));
    }

    static Optional<RomeText> of(@Nullable Description description) {
        return description == null || description.getValue() == null
                ? Optional.empty()
                : Optional.of(new RomeText(description.getValue(), true));
    }

    static Optional<RomeText> of(com.rometools.rome.feed.rss.@Nullable Content content) {
        return content == null || content.getValue() == null
                ? Optional.empty()
                : Optional.of(new RomeText(content.getValue(), true));
    }
}
