package dev.tocsin.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All YAML files of a folder, by name. */
public final class YamlFolder {

    private YamlFolder() {}

    /**
     * The files ending in {@code .yaml} or {@code .yml}.
     *
     * @param prefix what stands before the name of each in errors, such as {@code places/}
     * @throws YamlException if the folder cannot be listed or a file cannot be read
     */
    public static List<YamlFile> read(Path folder, String prefix) throws YamlException {
        List<YamlFile> read = new ArrayList<>();
        for (Path path : list(folder)) {
            read.add(file(path, prefix + path.getFileName()));
        }
        return read;
    }

    private static YamlFile file(Path path, String name) throws YamlException {
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
