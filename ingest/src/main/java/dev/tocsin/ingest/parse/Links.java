package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.parse.address.Addresses;
import dev.tocsin.ingest.parse.text.XmlText;

import java.util.Optional;
import java.util.Set;

/**
 * Links of a document, made absolute.
 *
 * @param base the document's own address; empty where it has none
 */
record Links(String base) {
    private static final int LONGEST = 4_000;

    /** Names of things and addresses of places; nothing that could run. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "http", "https", "ftp", "urn", "tag", "mailto", "at", "news", "doi", "info",
                    "yt");

    /** What is claimed, absolute where it can be; empty where it could do harm. */
    Optional<String> claimed(String published) {
        String link = XmlText.legal(published.strip());
        return link.isEmpty() || link.length() > LONGEST || !isHarmless(link)
                ? Optional.empty()
                : Optional.of(Addresses.resolve(base, link));
    }

    private static boolean isHarmless(String link) {
        return !Addresses.isAbsolute(link)
                || HARMLESS.contains(
                        link.substring(0, link.indexOf(':')).toLowerCase(java.util.Locale.ROOT));
    }

    /** Only http and https. */
    static Optional<String> web(Optional<String> claimed) {
        return claimed.filter(Addresses::isWeb);
    }
}
