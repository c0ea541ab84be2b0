package dev.tocsin.app.taxonomy;

import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.schemas.ContentVersion;
import dev.tocsin.schemas.PublishedFile;
import dev.tocsin.schemas.PublishedVersion;
import dev.tocsin.schemas.TaxonomyRecord;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The versions of a taxonomy that lie on Kafka, with the texts of their files. The newest is in
 * force if all its files are there. Not thread-safe.
 */
public final class PublishedVersions {
    private static final String TEXT = "text/";
    private static final String VERSION = "version/";

    private final NavigableMap<Integer, PublishedVersion> byNumber = new TreeMap<>();
    private final Map<String, String> textsByHash = new HashMap<>();

    PublishedVersions() {}

    static PublishedVersions of(Map<String, TaxonomyRecord> records) {
        PublishedVersions versions = new PublishedVersions();
        records.forEach(versions::apply);
        return versions;
    }

    static String key(PublishedVersion version) {
        return VERSION + version.getNumber();
    }

    static String key(String hash) {
        return TEXT + hash;
    }

    /** Takes in a record; null ends what has that key, and keys of other kinds are passed over. */
    void apply(String key, @Nullable TaxonomyRecord record) {
        if (key.startsWith(TEXT)) {
            applyText(key.substring(TEXT.length()), record);
        } else if (key.matches(VERSION + "[0-9]{1,9}")) {
            int number = Integer.parseInt(key.substring(VERSION.length()));
            byNumber.remove(number);
            Optional.ofNullable(record)
                    .flatMap(TaxonomyRecord::getVersion)
                    .ifPresent(version -> byNumber.put(number, version));
        }
    }

    private void applyText(String hash, @Nullable TaxonomyRecord record) {
        textsByHash.remove(hash);
        Optional.ofNullable(record)
                .flatMap(TaxonomyRecord::getText)
                .filter(text -> ContentVersion.of(text).equals(hash))
                .ifPresent(text -> textsByHash.put(hash, text));
    }

    /** All of them, the newest first. */
    public List<PublishedVersion> all() {
        return List.copyOf(byNumber.descendingMap().values());
    }

    /** The newest, if any has been published. */
    public Optional<PublishedVersion> newest() {
        return all().stream().findFirst();
    }

    /** The one of that number, if it is kept. */
    public Optional<PublishedVersion> find(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /**
     * The files of a version.
     *
     * @throws IncompleteVersionException if the text of one of them is not there
     */
    public CodebookFiles files(PublishedVersion version) throws IncompleteVersionException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (PublishedFile file : version.getFiles()) {
            String text = textsByHash.get(file.getHash());
            if (text == null) {
                throw new IncompleteVersionException(version, file);
            }
            texts.put(file.getPath(), text);
        }
        return new CodebookFiles(texts);
    }

    Set<String> hashes() {
        return Set.copyOf(textsByHash.keySet());
    }
}
