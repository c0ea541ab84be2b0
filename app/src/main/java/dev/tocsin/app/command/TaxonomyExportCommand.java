package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.enrich.taxonomy.TaxonomyFolder;
import dev.tocsin.yaml.Keys;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

@Command(
        name = "export",
        description = {
            "Writes files of the taxonomy that ships into a folder, to be edited there: all conflict",
            "topics with their examples, or the files named."
        },
        footer = {
            "",
            "Files that are there stay as they are. Name the folder as \"taxonomy\" in the",
            "configuration. Of events, places and actors only copy what you mean to change: the",
            "others are read from what ships, and get better with it."
        })
final class TaxonomyExportCommand implements Callable<Integer> {
    private static final String ANNOTATION = "(events|places|actors)/.*";

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder to write to.")
    private Path folder = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "Such as events/ceasefire.yaml; a folder stands for all in it.")
    private List<String> wanted = new ArrayList<>();

    private int written;
    private int kept;

    @Override
    public Integer call() throws ConfigurationException {
        List<String> unknown = new ArrayList<>();
        try {
            var unused =
                    TaxonomyFolder.bundled(shipped -> {
                        unknown.addAll(export(shipped));
                        return shipped;
                    });
        } catch (TaxonomyException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(String.join("; ", unknown));
        }
        Messages.say("%s: %d files written, %d there already".formatted(folder, written, kept));
        return ExitCodes.DONE;
    }

    /** What was asked for and does not exist; then nothing is written. */
    private List<String> export(Path shipped) {
        try (Stream<Path> all = Files.walk(shipped)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            List<String> names =
                    files.stream().map(file -> shipped.relativize(file).toString()).toList();
            List<String> unknown =
                    wanted.stream()
                            .filter(each -> names.stream().noneMatch(name -> isIn(name, each)))
                            .map(each -> Keys.unknown("file", each, names))
                            .toList();
            if (unknown.isEmpty()) {
                for (Path file : files) {
                    copy(file, shipped.relativize(file).toString());
                }
            }
            return unknown;
        } catch (IOException e) {
            throw new CommandFailure(folder + " cannot be written: " + e);
        }
    }

    private void copy(Path file, String name) throws IOException {
        boolean asked =
                wanted.isEmpty()
                        ? !name.matches(ANNOTATION)
                        : wanted.stream().anyMatch(each -> isIn(name, each));
        if (!asked) {
            return;
        }
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            kept++;
            return;
        }
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(target, Files.readAllBytes(file));
        written++;
    }

    private static boolean isIn(String name, String wanted) {
        String plain = wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted;
        return name.equals(plain) || name.startsWith(plain + "/");
    }
}
