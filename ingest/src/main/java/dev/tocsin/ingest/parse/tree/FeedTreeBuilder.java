package dev.tocsin.ingest.parse.tree;

import dev.tocsin.ingest.parse.address.Addresses;
import dev.tocsin.ingest.parse.text.XmlText;

import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a tree of start tags, texts and end tags, whoever has read them, and bounds it. What has no
 * bearing on entries never gets into it.
 */
final class FeedTreeBuilder {
    private static final int DEEPEST = 128;
    private static final int LONGEST_LEAF = 100_000;
    private static final int LONGEST_ATTRIBUTE = 20_000;
    private static final int MOST_CHILDREN = 1_000;
    private static final int MOST_WORDS = 500;

    private final int mostEntries;
    private final List<Frame> frames = new ArrayList<>();
    private final Map<String, Word> words = new HashMap<>();
    private final Formats formats = new Formats();
    private Scope scope = Scope.OUTERMOST;
    private @Nullable Trunk trunk;
    private @Nullable Element entry;
    private int entryFrame;
    private @Nullable Markup markup;
    private int skipped;
    private int strangers;
    private boolean full;
    private boolean done;

    FeedTreeBuilder(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    /** Nothing that follows can matter. */
    boolean isDone() {
        return done || full;
    }

    /** Whether text at this place is worth handing over. */
    boolean wantsText() {
        return markup != null
                || (skipped == 0
                        && !frames.isEmpty()
                        && frames.getLast().word.kind() == Word.Kind.LEAF);
    }

    void start(Tag tag) {
        if (markup != null) {
            markup.open(tag);
        } else if (skipped > 0) {
            skip();
        } else {
            enter(tag);
        }
    }

    private void skip() {
        skipped++;
        if (frames.size() + skipped > DEEPEST) {
            throw new TooDeepException(DEEPEST);
        }
    }

    private void enter(Tag tag) {
        Scope outer = scope;
        declare(tag);
        Word word = word(tag.name());
        if (trunk == null && !isFirst(tag, word)) {
            backTo(outer);
            strangers++;
            return;
        }
        if (frames.size() >= DEEPEST) {
            throw new TooDeepException(DEEPEST);
        }
        if (word.kind() == Word.Kind.DROPPED || isTooMuch(word) || isOfList()) {
            backTo(outer);
            skip();
            return;
        }
        push(tag, word, outer);
    }

    /** Prefixes mean the same until the next declaration. */
    private Word word(String name) {
        if (words.size() == MOST_WORDS) {
            words.clear();
        }
        return words.computeIfAbsent(name, written -> Words.of(Name.of(written, scope)));
    }

    private void backTo(Scope outer) {
        if (scope != outer) {
            scope = outer;
            words.clear();
        }
    }

    private boolean isFirst(Tag tag, Word word) {
        Optional<Family> family = formats.root(tag, word, scope, strangers == 0);
        family.ifPresent(found -> trunk = new Trunk(found));
        return family.isPresent();
    }

    private boolean isOfList() {
        return formats.isList() && !frames.isEmpty();
    }

    private void push(Tag tag, Word word, Scope outer) {
        String base = base(tag);
        Trunk tree = tree();
        Element element =
                switch (word.kind()) {
                    case ENTRY -> tree.newEntry();
                    case MARKUP -> child(tree.element(word));
                    case LEAF ->
                            Words.NAME.equals(word.canonical()) ? null : child(tree.element(word));
                    case ROOT, HEAD -> tree.head;
                    case TRANSPARENT, DROPPED -> null;
                };
        frames.add(new Frame(word, outer, base, element));
        if (element != null) {
            attributes(tag, element);
        }
        switch (word.kind()) {
            case ENTRY -> openEntry(element);
            case MARKUP -> markup = new Markup();
            case HEAD -> formats.head(tag);
            case ROOT, LEAF, TRANSPARENT, DROPPED -> {}
        }
    }

    private void openEntry(@Nullable Element element) {
        entry = element;
        entryFrame = frames.size();
        formats.entry();
    }

    private Element child(Element element) {
        int depth = frames.size() + 1 - entryFrame;
        if (entry != null && depth > 1) {
            Trunk.addAttribute(element, "depth", Integer.toString(depth));
        }
        (entry == null ? tree().head : entry).addContent(element);
        return element;
    }

    private boolean isTooMuch(Word word) {
        Trunk tree = tree();
        if (word.kind() == Word.Kind.ENTRY) {
            full = tree.entries.size() == mostEntries;
            return full;
        }
        Element parent = entry == null ? tree.head : entry;
        int most = entry == null ? MOST_CHILDREN + tree.entries.size() : MOST_CHILDREN;
        return word.canonical() != null && parent.getContentSize() >= most;
    }

    private void declare(Tag tag) {
        for (int i = 0; i < tag.attributes(); i++) {
            String name = tag.attribute(i);
            if (name.startsWith("xmlns") && (name.length() == 5 || name.charAt(5) == ':')) {
                scope = scope.with(name.length() == 5 ? "" : name.substring(6), tag.value(i));
                words.clear();
            }
        }
    }

    private String base(Tag tag) {
        String outer = frames.isEmpty() ? "" : frames.getLast().base;
        for (int i = 0; i < tag.attributes(); i++) {
            String name = tag.attribute(i);
            if (name.equals("xml:base") || name.equalsIgnoreCase("base")) {
                return Addresses.resolve(outer, capped(tag.value(i)).strip());
            }
        }
        return outer;
    }

    private void attributes(Tag tag, Element element) {
        String base = frames.getLast().base;
        if (!base.isEmpty() && element.getAttribute("base") == null) {
            Trunk.addAttribute(element, "base", base);
        }
        for (int i = 0; i < tag.attributes(); i++) {
            String name = Words.attribute(tag.attribute(i).toLowerCase(Locale.ROOT));
            if (!name.isEmpty()) {
                Trunk.addAttribute(element, name, capped(tag.value(i)));
            }
        }
    }

    private static String capped(String value) {
        return value.length() <= LONGEST_ATTRIBUTE ? value : value.substring(0, LONGEST_ATTRIBUTE);
    }

    void text(String text) {
        if (markup != null) {
            markup.text(text);
        } else if (wantsText()) {
            frames.getLast().text(text, LONGEST_LEAF);
        }
    }

    void end() {
        if (markup != null && !markup.isClosed()) {
            markup.close();
        } else if (skipped > 0) {
            skipped--;
        } else if (frames.isEmpty()) {
            strangers--;
        } else {
            leave(frames.removeLast());
        }
    }

    private void leave(Frame frame) {
        backTo(frame.outerScope);
        if (markup != null && frame.element != null) {
            Texts.close(tree().family, frame.element, markup);
            markup = null;
        } else if (frame.word.kind() == Word.Kind.LEAF) {
            leaf(frame);
        } else if (frame.word.kind() == Word.Kind.ENTRY) {
            entry = null;
        }
        done = frames.isEmpty();
    }

    private void leaf(Frame frame) {
        String text = XmlText.legal(frame.text());
        if (frame.element != null) {
            Trunk.addText(frame.element, text);
        } else {
            author().ifPresent(author -> Texts.name(tree(), author, text));
        }
        if (Words.AUTHOR.equals(frame.word.canonical()) && frame.element != null) {
            Texts.closeAuthor(tree(), frame.element);
        }
        if (Words.CATEGORY.equals(frame.word.canonical()) && frame.element != null) {
            Texts.closeCategory(tree().family, frame.element);
        }
    }

    private Optional<Element> author() {
        return frames.isEmpty() || !Words.AUTHOR.equals(frames.getLast().word.canonical())
                ? Optional.empty()
                : Optional.ofNullable(frames.getLast().element);
    }

    private Trunk tree() {
        if (trunk == null) {
            throw new IllegalStateException("no feed has started");
        }
        return trunk;
    }

    /** How many entries are whole. */
    int wholeEntries() {
        return trunk == null ? 0 : trunk.entries.size() - (entry == null ? 0 : 1);
    }

    /** The tree of a whole document; empty where no feed was in it. */
    Optional<FeedTree> tree(boolean cutOff) {
        if (trunk == null || !formats.isFeed(trunk.head)) {
            return Optional.empty();
        }
        if (cutOff && entry != null) {
            trunk.dropLast();
        }
        return Optional.of(trunk.tree(formats.format(), cutOff || full));
    }
}
