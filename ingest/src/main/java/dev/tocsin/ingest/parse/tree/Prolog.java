package dev.tocsin.ingest.parse.tree;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first element of a feed: declarations, comments, junk. It is stepped over,
 * and with it every DOCTYPE, so that nothing is left that could be resolved or expanded.
 *
 * @param end where the feed starts; the length of the text where there is no element at all
 * @param entities replacements for names of the DOCTYPE that stand for a short plain text
 */
record Prolog(int end, Map<String, String> entities) {
    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "urlset");
    private static final int LONGEST_NAME = 64;
    private static final int MOST_ENTITIES = 300;
    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s{1,9}(\\w{1,32})\\s{1,9}\"([^\"&<%]{0,100}|&#\\w{1,8};)\"");

    static Prolog of(String text) {
        return new Scan(text).run();
    }

    private static final class Scan {
        private final String text;
        private final Map<String, String> entities = new HashMap<>();
        private int first = -1;

        Scan(String text) {
            this.text = text;
        }

        Prolog run() {
            int at = text.indexOf('<');
            while (at >= 0) {
                if (isName(at + 1)) {
                    if (isRoot(at + 1)) {
                        return new Prolog(at, entities);
                    }
                    first = first < 0 ? at : first;
                }
                at = text.indexOf('<', next(at));
            }
            return new Prolog(first < 0 ? text.length() : first, entities);
        }

        private int next(int at) {
            if (text.startsWith("<!--", at)) {
                return after("-->", at + 4);
            }
            if (text.startsWith("<?", at)) {
                return after("?>", at + 2);
            }
            if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                return doctype(at);
            }
            return at + 1;
        }

        private int doctype(int at) {
            int close = text.indexOf('>', at);
            int open = text.indexOf('[', at);
            if (open < 0 || open > close) {
                return close < 0 ? text.length() : close + 1;
            }
            int end = after("]", open);
            Matcher entity = ENTITY.matcher(text).region(open, end);
            while (entity.find() && entities.size() < MOST_ENTITIES) {
                entities.putIfAbsent(entity.group(1), entity.group(2));
            }
            return end;
        }

        private int after(String mark, int from) {
            int end = text.indexOf(mark, from);
            return end < 0 ? text.length() : end + mark.length();
        }

        private boolean isName(int at) {
            return at < text.length() && Character.isLetter(text.charAt(at));
        }

        private boolean isRoot(int start) {
            int end = start;
            int most = Math.min(text.length(), start + LONGEST_NAME);
            while (end < most && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String name = text.substring(start, end).toLowerCase(Locale.ROOT);
            return ROOTS.contains(name.substring(name.indexOf(':') + 1));
        }
    }
}
