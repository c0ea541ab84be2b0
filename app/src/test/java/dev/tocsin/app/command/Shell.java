package dev.tocsin.app.command;

import dev.tocsin.app.output.Json;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs commands as a shell would and keeps what they print. */
final class Shell {
    private Shell() {}

    record Run(int exitCode, String out, String err) {
        /** What was printed on standard output. */
        JsonNode json() {
            return Json.read(out);
        }
    }

    static Run run(String... arguments) {
        return runWith("", arguments);
    }

    /** With something on standard input. */
    static Run runWith(String input, String... arguments) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        InputStream inBefore = System.in;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int exitCode = TocsinCommand.execute(arguments);
            return new Run(
                    exitCode,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
            System.setIn(inBefore);
        }
    }
}
