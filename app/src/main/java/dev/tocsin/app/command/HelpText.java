package dev.tocsin.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets the help flow: lines that are broken in the sources become one paragraph, which is wrapped
 * where it is shown. A list of commands shows the first line of a description only, so that has to
 * be all of it.
 */
final class HelpText {
    private HelpText() {}

    /** Of the command and of all below it. */
    static void flow(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.description(String.join(" ", usage.description()));
        usage.footer(paragraphs(usage.footer()).toArray(String[]::new));
        command.getSubcommands().values().forEach(HelpText::flow);
    }

    /** Empty lines part paragraphs; what is indented stays a line of its own. */
    private static List<String> paragraphs(String[] lines) {
        List<String> flowing = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            boolean text = !line.isEmpty() && !line.startsWith(" ");
            if (open && text) {
                flowing.add(flowing.removeLast() + " " + line);
            } else {
                flowing.add(line);
            }
            open = text;
        }
        return flowing;
    }
}
