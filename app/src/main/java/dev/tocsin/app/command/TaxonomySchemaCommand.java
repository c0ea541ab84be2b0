package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.enrich.codebook.FileKind;
import dev.tocsin.yaml.Keys;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

@Command(
        name = "schema",
        description = "Prints the JSON Schema of a kind of file, for editors.",
        footer = {
            "",
            "Save it beside the files and begin each with, for instance,",
            "  # yaml-language-server: $schema=conflict-topic.schema.json",
            "  # yaml-language-server: $schema=../namesakes.schema.json",
            "",
            "KIND: conflict-topic, context (_context.yaml), exclusions (_exclusions.yaml), examples,",
            "event-type, event-exclusions (events/_exclusions.yaml), places, countries",
            "(places/_countries.yaml), namesakes (places/_namesakes.yaml) or actors."
        })
final class TaxonomySchemaCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description = "What the file holds, see below. Default: ${DEFAULT-VALUE}")
    private String kind = FileKind.CONFLICT_TOPIC.title();

    @Override
    public Integer call() throws ConfigurationException {
        List<String> known = Stream.of(FileKind.values()).map(FileKind::title).toList();
        int asked = known.indexOf(kind);
        if (asked < 0) {
            throw new ConfigurationException("KIND: " + Keys.unknown("kind of file", kind, known));
        }
        System.out.print(FileKind.values()[asked].schema());
        return ExitCodes.DONE;
    }
}
