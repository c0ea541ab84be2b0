package dev.tocsin.ingest.parse.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The inside of a text element. Markup that should have been escaped, as XHTML is, becomes text of
 * an HTML fragment, so that there is one way on.
 */
final class Markup {
    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 200;
    private static final Set<String> VOID = Set.of("br", "img", "hr", "wbr", "input", "col");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private String only = "";
    private int tooDeep;
    private boolean hasTags;

    void text(String more) {
        if (hasTags) {
            add(escaped(more));
        } else if (only.isEmpty() && text.isEmpty()) {
            only = more;
        } else {
            add(more);
        }
    }

    private void add(String more) {
        if (!only.isEmpty()) {
            text.append(only);
            only = "";
        }
        if (text.length() < LONGEST) {
            text.append(more, 0, Math.min(more.length(), LONGEST - text.length()));
        }
    }

    void open(Tag tag) {
        if (open.size() == DEEPEST) {
            tooDeep++;
            return;
        }
        if (!hasTags) {
            String before = only + text;
            only = "";
            text.setLength(0);
            text.append(escaped(before));
            hasTags = true;
        }
        String name = local(tag.name());
        open.push(name);
        add('<' + name + '>');
    }

    void close() {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        String name = open.pop();
        if (!VOID.contains(name)) {
            add("</" + name + '>');
        }
    }

    boolean isClosed() {
        return open.isEmpty() && tooDeep == 0;
    }

    boolean hasTags() {
        return hasTags;
    }

    String value() {
        return only.isEmpty() ? text.toString() : only;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
