package dev.tocsin.ingest.parse.tree;

import java.util.List;

/** Writes a feed into a tree by hand, in Atom's words; empty values are left out. */
public final class TreeWriter {
    private final FeedTreeBuilder builder;

    public TreeWriter(int mostEntries) {
        builder = new FeedTreeBuilder(mostEntries);
        builder.start(tag("feed"));
    }

    /** Whether there is room for one more. */
    public boolean startEntry() {
        if (!builder.isDone()) {
            builder.start(tag("entry"));
        }
        return !builder.isDone();
    }

    public void endEntry() {
        builder.end();
    }

    /**
     * @param type text or html
     */
    public void text(String name, String type, String value) {
        write(new Written(name, List.of("type"), List.of(type)), value);
    }

    public void leaf(String name, String value) {
        write(tag(name), value);
    }

    private void write(Tag tag, String value) {
        if (!value.isBlank()) {
            builder.start(tag);
            builder.text(value);
            builder.end();
        }
    }

    public void link(String rel, String address) {
        if (!address.isBlank()) {
            builder.start(new Written("link", List.of("rel", "href"), List.of(rel, address)));
            builder.end();
        }
    }

    public FeedTree tree(String format) {
        builder.end();
        FeedTree tree = builder.tree(false).orElseThrow();
        return new FeedTree(
                tree.family(),
                format,
                tree.document(),
                tree.head(),
                tree.entries(),
                tree.truncated());
    }

    private static Tag tag(String name) {
        return new Written(name, List.of(), List.of());
    }

    private record Written(String name, List<String> names, List<String> values) implements Tag {
        @Override
        public int attributes() {
            return names.size();
        }

        @Override
        public String attribute(int index) {
            return names.get(index);
        }

        @Override
        public String value(int index) {
            return values.get(index);
        }
    }
}
