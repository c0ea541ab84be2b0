package dev.tocsin.app.command;

import dev.tocsin.enrich.alert.file.RuleFormat;

import picocli.CommandLine.Command;

@Command(
        name = "schema",
        description = "Prints the JSON Schema of the file of alert rules, for editors.",
        footer = {
            "",
            "Save it beside the file and begin that with",
            "  # yaml-language-server: $schema=alerts.schema.json"
        })
final class AlertsSchemaCommand implements Runnable {
    @Override
    public void run() {
        System.out.print(RuleFormat.schema());
    }
}
