package dev.tocsin.ingest.feed;

import dev.tocsin.ingest.identity.FeedId;
import dev.tocsin.schemas.Feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes what a list says about feeds, checks it, and keeps each feed once. */
final class FeedCollector {
    private final String file;
    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<FeedListWarning> warnings = new ArrayList<>();
    private int leftOut;

    FeedCollector(String file) {
        this.file = file;
    }

    /**
     * @param values by the names of {@link FeedKeys}; blank means absent
     */
    void add(int line, Map<String, String> values, List<String> folders) throws FeedListException {
        URI url = url(line, value(values, FeedKeys.URL).orElse(""));
        Feed feed =
                Feed.newBuilder()
                        .setId(FeedId.of(url.toString()))
                        .setUrl(url.toString())
                        .setTitle(value(values, FeedKeys.TITLE).orElse(url.getAuthority()))
                        .setPublisher(value(values, FeedKeys.PUBLISHER).orElse(null))
                        .setLanguage(value(values, FeedKeys.LANGUAGE).orElse(null))
                        .setRegion(value(values, FeedKeys.REGION).orElse(null))
                        .setCountry(value(values, FeedKeys.COUNTRY).orElse(null))
                        .setFocus(value(values, FeedKeys.FOCUS).orElse(null))
                        .setSourceClass(value(values, FeedKeys.SOURCE_CLASS).orElse(null))
                        .setFolders(folders)
                        .setEnabled(enabled(line, value(values, FeedKeys.ENABLED)))
                        .build();
        keep(line, feed);
    }

    /** Takes note of an entry that cannot be polled. */
    void leaveOut(FeedListException fault) {
        leftOut++;
        warnings.add(
                new FeedListWarning(
                        file, fault.line(), fault.expected() + "; this entry is left out"));
    }

    FeedList list() {
        return new FeedList(List.copyOf(feeds.values()), warnings, leftOut);
    }

    private void keep(int line, Feed feed) {
        Integer before = lines.putIfAbsent(feed.getId(), line);
        if (before == null) {
            feeds.put(feed.getId(), feed);
        } else {
            warnings.add(
                    new FeedListWarning(
                            file,
                            line,
                            "%s is on the list already, in line %d, which counts; this line is left out"
                                    .formatted(feed.getUrl(), before)));
        }
    }

    private URI url(int line, String text) throws FeedListException {
        if (text.isEmpty()) {
            throw new FeedListException(
                    file, line, "expected the feed's address, a http or https URL");
        }
        try {
            URI url = new URI(text);
            String scheme =
                    Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (Set.of("http", "https").contains(scheme) && url.getAuthority() != null) {
                return url;
            }
        } catch (URISyntaxException _) {
            // falls through to the one message for all that is no URL
        }
        throw new FeedListException(
                file, line, "expected a http or https URL, found \"%s\"".formatted(text));
    }

    private boolean enabled(int line, Optional<String> text) throws FeedListException {
        return switch (text.orElse("true").toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new FeedListException(
                            file,
                            line,
                            "enabled: expected true or false, found \"%s\""
                                    .formatted(text.orElse("")));
        };
    }

    private static Optional<String> value(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(v -> !v.isEmpty());
    }
}
