package dev.tocsin.ingest.feed;

import dev.tocsin.schemas.Feed;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Feed lists in YAML: mappings under {@code feeds:}. */
final class YamlFeeds {
    private static final String FEEDS = "feeds";
    private static final List<String> KNOWN = known();
    private static final Pattern PLAIN =
            Pattern.compile(
                    "https?://[\\w./?&=~%+:-]*\\w/?|\\p{L}(?:[\\p{L}\\d ./()+'-]*[\\p{L}\\d.)])?");
    private static final Set<String> READ_OTHERWISE =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private YamlFeeds() {}

    static FeedList read(String file, String content) throws FeedListException {
        FeedCollector feeds = new FeedCollector(file);
        try {
            YamlFile yaml = YamlFile.read(file, content);
            for (YamlNode item : items(yaml)) {
                add(feeds, yaml, item);
            }
        } catch (YamlException e) {
            throw new FeedListException(e.file(), e.line(), e.problem());
        }
        return feeds.list();
    }

    private static List<YamlNode> items(YamlFile yaml) throws YamlException {
        YamlNode feeds = yaml.keys(List.of(FEEDS)).require(FEEDS);
        if (feeds instanceof YamlNode.Sequence list) {
            return list.items();
        }
        throw yaml.error(
                feeds.line(), "feeds: expected a list of feeds, each starting with \"- \"");
    }

    private static void add(FeedCollector feeds, YamlFile yaml, YamlNode item)
            throws YamlException, FeedListException {
        if (!(item instanceof YamlNode.Mapping mapping)) {
            throw yaml.error(
                    item.line(), "expected a feed as \"key: value\" lines, not " + item.kind());
        }
        Keys keys = Keys.of(yaml, mapping, KNOWN);
        Map<String, String> values = new HashMap<>();
        for (String key : FeedKeys.SINGLE) {
            Optional<String> text = keys.text(key);
            text.ifPresent(value -> values.put(key, value));
        }
        feeds.add(keys.line(FeedKeys.URL), values, keys.texts(FeedKeys.FOLDERS));
    }

    static String write(List<Feed> feeds) {
        StringBuilder yaml = new StringBuilder(feeds.isEmpty() ? "feeds: []\n" : "feeds:\n");
        feeds.forEach(feed -> write(yaml, feed));
        return yaml.toString();
    }

    private static void write(StringBuilder yaml, Feed feed) {
        String lead = "  - ";
        for (Map.Entry<String, String> value : FeedKeys.values(feed).entrySet()) {
            boolean flag = value.getKey().equals(FeedKeys.ENABLED);
            String text = flag ? value.getValue() : scalar(value.getValue());
            yaml.append(lead).append(value.getKey()).append(": ").append(text).append('\n');
            lead = "    ";
        }
        if (!feed.getFolders().isEmpty()) {
            List<String> folders = feed.getFolders().stream().map(YamlFeeds::quoted).toList();
            yaml.append("    folders: [").append(String.join(", ", folders)).append("]\n");
        }
    }

    private static String scalar(String text) {
        boolean plain =
                PLAIN.matcher(text).matches()
                        && !READ_OTHERWISE.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(escaped((char) c)));
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        boolean printable = c >= ' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c < 0xFFFE;
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\u2028', '\u2029', '\uFEFF' -> "\\u%04X".formatted((int) c);
            default -> printable ? String.valueOf(c) : "\\u%04X".formatted((int) c);
        };
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(FeedKeys.SINGLE);
        known.add(FeedKeys.FOLDERS);
        return List.copyOf(known);
    }
}
