package dev.tocsin.enrich.codebook;

import dev.tocsin.enrich.annotate.AnnotationKind;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a taxonomy as they are written, wherever they come from: its own alone, none of
 * those that ship.
 *
 * @param texts by path within the taxonomy's folder, parted by slashes; examples are among them
 */
public record CodebookFiles(SortedMap<String, String> texts) {

    private static final Pattern OURS =
            Pattern.compile("((events|places|actors)/|(events/)?examples/)?[^/]+\\.ya?ml");

    public CodebookFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Those of a folder; files of other kinds are left alone.
     *
     * @throws TaxonomyException if the folder or a file cannot be read
     */
    public static CodebookFiles of(Path folder) throws TaxonomyException {
        try (Stream<Path> all = Files.walk(folder)) {
            SortedMap<String, String> texts = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = path(folder.relativize(file));
                if (OURS.matcher(path).matches()) {
                    texts.put(path, Files.readString(file));
                }
            }
            return new CodebookFiles(texts);
        } catch (IOException e) {
            throw new TaxonomyException(folder + " cannot be read: " + e, e);
        }
    }

    private static String path(Path relative) {
        List<String> names = new ArrayList<>();
        relative.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /**
     * Writes all of them, over what is there by the same names.
     *
     * @throws IOException if a file cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> each : texts.entrySet()) {
            if (!OURS.matcher(each.getKey()).matches()) {
                throw new IOException("\"%s\" is no file of a taxonomy".formatted(each.getKey()));
            }
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Files.writeString(file, each.getValue());
        }
    }

    List<YamlFile> topics() throws TaxonomyException {
        return in("");
    }

    Map<AnnotationKind, List<YamlFile>> annotations() throws TaxonomyException {
        Map<AnnotationKind, List<YamlFile>> files = new EnumMap<>(AnnotationKind.class);
        for (AnnotationKind kind : AnnotationKind.values()) {
            files.put(kind, in(kind.folder() + "/"));
        }
        return files;
    }

    private List<YamlFile> in(String folder) throws TaxonomyException {
        List<YamlFile> files = new ArrayList<>();
        try {
            for (Map.Entry<String, String> each : texts.entrySet()) {
                String path = each.getKey();
                if (path.startsWith(folder) && path.indexOf('/', folder.length()) < 0) {
                    files.add(YamlFile.read(path, each.getValue()));
                }
            }
            return files;
        } catch (YamlException e) {
            throw new TaxonomyException(String.valueOf(e.getMessage()), e);
        }
    }
}
