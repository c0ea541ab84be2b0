package dev.tocsin.ingest.parse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links of a document, made absolute; only http and https leave the parser. */
record Links(URI base) {
    private static final int LONGEST = 4_000;
    private static final Pattern WEB =
            Pattern.compile("^https?://[^/\\s]+.*", Pattern.CASE_INSENSITIVE);

    Optional<String> absolute(String published) {
        String link = published.strip();
        return link.isEmpty() || link.length() > LONGEST
                ? Optional.empty()
                : resolved(link).filter(text -> WEB.matcher(text).matches());
    }

    private Optional<String> resolved(String link) {
        if (WEB.matcher(link).matches()) {
            return Optional.of(XmlText.legal(link));
        }
        try {
            return Optional.of(base.resolve(new URI(link.replace(" ", "%20"))).toString());
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
