package dev.tocsin.app.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The class data archive that the launcher has the JVM write when it ends: it makes the next start
 * quicker, and takes its time.
 */
final class StartArchive {
    private static final String AUTO = "-XX:+AutoCreateSharedArchive";
    private static final String FILE = "-XX:SharedArchiveFile=";

    private StartArchive() {}

    /** Says so, if the JVM is about to write it. */
    static void announce() {
        List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
        if (isDue(arguments, Path.of(System.getProperty("java.class.path")))) {
            Messages.say("Saving an archive that makes the next start quicker ...");
        }
    }

    /** Whether there is none yet, or the program is newer than it. */
    static boolean isDue(List<String> arguments, Path program) {
        return arguments.contains(AUTO)
                && arguments.stream()
                        .filter(argument -> argument.startsWith(FILE))
                        .map(argument -> Path.of(argument.substring(FILE.length())))
                        .anyMatch(archive -> isMissing(archive, program));
    }

    private static boolean isMissing(Path archive, Path program) {
        try {
            return !Files.exists(archive)
                    || Files.getLastModifiedTime(archive)
                                    .compareTo(Files.getLastModifiedTime(program))
                            < 0;
        } catch (IOException e) {
            return false;
        }
    }
}
