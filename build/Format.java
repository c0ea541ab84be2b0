import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java source of the project, or checks that it is formatted.
 *
 * <p>Maven runs this with the JDK that compiles the project, so that the formatter understands the
 * same Java even when Maven itself runs on an older one: {@code mvn validate -Dformat=apply}.
 */
public final class Format {
    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    public static void main(String[] arguments) throws IOException {
        String mode = arguments.length == 0 ? "check" : arguments[0];
        switch (mode) {
            case "skip" -> {}
            case "apply" -> unformatted().forEach(Format::rewrite);
            case "check" -> check();
            default -> fail("-Dformat=" + mode + " is unknown: use check, apply or skip");
        }
    }

    private static void check() throws IOException {
        List<Path> files = unformatted();
        if (!files.isEmpty()) {
            files.forEach(file -> System.err.println("not formatted: " + file));
            fail("run: mvn -N validate -Dformat=apply");
        }
    }

    private static List<Path> unformatted() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("."))) {
            return files.filter(Format::isOurs)
                    .parallel()
                    .filter(Format::isUnformatted)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.toString();
        return name.endsWith(".java") && !name.contains("/target/") && !name.contains("/.git/");
    }

    private static boolean isUnformatted(Path file) {
        String source = read(file);
        return !formatted(file, source).equals(source);
    }

    private static void rewrite(Path file) {
        try {
            Files.writeString(file, formatted(file, read(file)));
            System.err.println("formatted " + file);
        } catch (IOException e) {
            fail(file + ": " + e);
        }
    }

    private static String formatted(Path file, String source) {
        try {
            String imports =
                    ImportOrderer.reorderImports(
                            RemoveUnusedImports.removeUnusedImports(source), Style.AOSP);
            return FORMATTER.formatSource(imports);
        } catch (FormatterException e) {
            fail(file + ": " + e.getMessage());
            return source;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            fail(file + ": " + e);
            return "";
        }
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
