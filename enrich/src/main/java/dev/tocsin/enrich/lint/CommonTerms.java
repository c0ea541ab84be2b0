package dev.tocsin.enrich.lint;

import dev.tocsin.enrich.match.Role;
import dev.tocsin.enrich.text.Tokenizer;
import dev.tocsin.enrich.text.Tokens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that would be found in news about anything. */
final class CommonTerms {
    private static final String RESOURCE = "common-words.txt";
    private static final Set<String> WORDS = load();
    private static final int SHORT = 3;

    private CommonTerms() {}

    static List<Finding> check(ListedTerm listed) {
        if (!listed.isName()
                || listed.role() == Role.PAIR_SECOND
                || listed.term().caseSensitive()) {
            return List.of();
        }
        Tokens tokens = Tokenizer.tokenize(listed.term().text());
        String word = tokens.folded(0);
        if (tokens.count() > 1 || !isAlphabetic(word)) {
            return List.of();
        }
        if (WORDS.contains(word)) {
            return List.of(listed.warning("is an everyday word; make it longer or capitals count"));
        }
        if (word.length() <= SHORT && word.chars().allMatch(Character::isLetter)) {
            return List.of(
                    listed.warning(
                            listed.isBeginning()
                                    ? "begins very many words; write more letters"
                                    : "is short and found in any case; \"!\" makes capitals count"));
        }
        return List.of();
    }

    /** In scripts that write few letters for a word, short says nothing. */
    private static boolean isAlphabetic(String word) {
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        return script == UnicodeScript.LATIN
                || script == UnicodeScript.CYRILLIC
                || script == UnicodeScript.GREEK;
    }

    private static Set<String> load() {
        try (InputStream resource = CommonTerms.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split(" ", -1)).stream())
                    .map(word -> Tokenizer.tokenize(word))
                    .filter(tokens -> tokens.count() == 1)
                    .map(tokens -> tokens.folded(0))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
