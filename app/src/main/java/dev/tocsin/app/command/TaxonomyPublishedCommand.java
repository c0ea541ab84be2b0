package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.taxonomy.IncompleteVersionException;
import dev.tocsin.app.taxonomy.PublishedTaxonomy;
import dev.tocsin.app.taxonomy.PublishedVersions;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.enrich.codebook.CodebookFiles;
import dev.tocsin.enrich.taxonomy.TaxonomyException;
import dev.tocsin.schemas.PublishedVersion;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "published",
        description = "Lists the taxonomies on Kafka, the newest first, and which is in force.",
        footer = {
            "",
            "The newest is in force for processes with \"taxonomy: kafka\" if it can be used. To go",
            "back: --export an older one into a folder and publish that."
        })
final class TaxonomyPublishedCommand implements Callable<Integer> {
    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private OutputFlag output = new OutputFlag();

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Writes the files of a version into this folder, an empty or new one.")
    private @Nullable Path folder;

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "The version to export. Default: the newest.")
    private @Nullable Integer number;

    @Override
    public Integer call() throws ConfigurationException {
        PublishedVersions versions = PublishedTaxonomy.log(flags.configuration()).read();
        if (folder != null) {
            export(versions, folder);
        } else {
            list(versions);
        }
        return ExitCodes.DONE;
    }

    private void export(PublishedVersions versions, Path target) throws ConfigurationException {
        PublishedVersion version = asked(versions);
        try {
            CodebookFiles files = versions.files(version);
            requireEmpty(target);
            files.writeTo(target);
            Messages.say(
                    "%s: %d files of version %d written"
                            .formatted(target, files.texts().size(), version.getNumber()));
        } catch (IncompleteVersionException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(target + " cannot be written: " + e);
        }
    }

    /** A file that is there already would belong to no version. */
    private static void requireEmpty(Path target) throws IOException {
        if (Files.exists(target)) {
            try (var there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    throw new CommandFailure(target + " is not empty: name another folder");
                }
            }
        }
    }

    private PublishedVersion asked(PublishedVersions versions) throws ConfigurationException {
        if (number == null) {
            return versions.newest()
                    .orElseThrow(() -> new CommandFailure("no taxonomy has been published"));
        }
        return versions.find(number)
                .orElseThrow(() ->
                        new ConfigurationException(
                                "--number %d: expected one of %s"
                                        .formatted(
                                                number,
                                                versions.all().stream()
                                                        .map(PublishedVersion::getNumber)
                                                        .toList())));
    }

    private void list(PublishedVersions versions) {
        Table table = new Table("NUMBER", "PUBLISHED", "TAXONOMY", "ANNOTATIONS", "STATE", "NOTE");
        List<Map<String, Object>> json = new ArrayList<>();
        boolean isUnderForce = false;
        for (PublishedVersion version : versions.all()) {
            String state = isUnderForce ? "" : state(versions, version);
            isUnderForce = isUnderForce || state.equals("in force");
            table.row(
                    version.getNumber(),
                    version.getPublishedAt(),
                    version.getTaxonomyVersion(),
                    version.getAnnotationVersion(),
                    state,
                    version.getNote());
            json.add(json(version, state));
        }
        if (json.isEmpty() && !output.isJson()) {
            System.out.println("nothing is published: the taxonomy that ships is in force");
        } else {
            output.print(json, table.uncut());
        }
    }

    private static String state(PublishedVersions versions, PublishedVersion version) {
        try {
            var unused = Codebook.read(versions.files(version));
            return "in force";
        } catch (TaxonomyException | IncompleteVersionException e) {
            return "cannot be used: " + e.getMessage();
        }
    }

    private static Map<String, Object> json(PublishedVersion version, String state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", version.getNumber());
        json.put("publishedAt", version.getPublishedAt().toString());
        json.put("taxonomyVersion", version.getTaxonomyVersion());
        json.put("annotationVersion", version.getAnnotationVersion());
        json.put("state", state);
        json.put("note", version.getNote());
        json.put("files", version.getFiles().stream().map(file -> file.getPath()).toList());
        return json;
    }
}
