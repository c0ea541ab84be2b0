package dev.tocsin.yaml;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All YAML files of a folder, by name. */
public final class YamlFolder {

    private YamlFolder() {}

    /**
     * The files ending in {@code .yaml} or {@code .yml}; their names in errors are without the
     * folder.
     *
     * @throws YamlException if the folder cannot be listed or a file cannot be read
     */
    public static List<YamlFile> read(Path folder) throws YamlException {
        List<YamlFile> read = new ArrayList<>();
        for (Path path : list(folder)) {
            read.add(file(path));
        }
        return read;
    }

    /**
     * The same for a folder on the class path.
     *
     * @param anchor a file in the folder, as {@code /events/_shared.yaml}
     */
    public static List<YamlFile> bundled(Class<?> owner, String anchor) throws YamlException {
        URL address = owner.getResource(anchor);
        if (address == null) {
            throw new YamlException(anchor, 0, "is missing from the class path");
        }
        try {
            return address.getProtocol().equals("jar")
                    ? fromJar(address, anchor)
                    : read(Path.of(address.toURI()).resolveSibling(""));
        } catch (IOException | URISyntaxException e) {
            throw new YamlException(anchor, 0, "cannot be read: " + e);
        }
    }

    private static List<YamlFile> fromJar(URL address, String anchor)
            throws IOException, URISyntaxException, YamlException {
        String path = address.getPath();
        URI jar = new URI(path.substring(0, path.indexOf("!/")));
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
            return read(files.getPath(anchor).resolveSibling(""));
        }
    }

    private static YamlFile file(Path path) throws YamlException {
        String name = String.valueOf(path.getFileName());
        try {
            return new YamlFile(name, YamlFile.read(path).root());
        } catch (YamlException e) {
            throw new YamlException(name, e.line(), e.problem());
        }
    }

    private static List<Path> list(Path folder) throws YamlException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(YamlFolder::isYaml).sorted().toList();
        } catch (IOException e) {
            throw new YamlException(folder.toString(), 0, "cannot be listed: " + e);
        }
    }

    private static boolean isYaml(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
