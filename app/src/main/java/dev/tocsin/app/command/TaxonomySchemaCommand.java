package dev.tocsin.app.command;

import dev.tocsin.enrich.taxonomy.TaxonomyFormat;

import picocli.CommandLine.Command;

@Command(
        name = "schema",
        description = "Prints the JSON Schema of a conflict topic's file, for editors.",
        footer = {
            "",
            "Save it beside the files and begin each with",
            "  # yaml-language-server: $schema=conflict-topic.schema.json"
        })
final class TaxonomySchemaCommand implements Runnable {
    @Override
    public void run() {
        System.out.print(TaxonomyFormat.schema());
    }
}
