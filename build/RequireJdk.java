import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in one sentence that there is no JDK 25, before Maven's toolchain selection says it in
 * several. Runs on the Java that runs Maven, so it is written for Java 11.
 */
public final class RequireJdk {
    private static final int WANTED = 25;
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("user.home"));
        boolean told = Files.exists(home.resolve(".m2/toolchains.xml"));
        if (!told && candidates(home).stream().noneMatch(RequireJdk::isNewEnough)) {
            System.err.println(
                    "Tocsin needs a JDK 25 and none was found: install one (for example Eclipse"
                            + " Temurin 25) or set JAVA_HOME to one.");
            System.exit(1);
        }
    }

    private static List<Path> candidates(Path home) {
        List<Path> candidates = new ArrayList<>();
        candidates.add(Path.of(System.getProperty("java.home")));
        System.getenv()
                .forEach((name, value) -> {
                    if (name.matches("(JAVA|JDK)_?\\d*_HOME.*") && !value.isBlank()) {
                        candidates.add(Path.of(value));
                    }
                });
        Stream.of("/usr/lib/jvm", "/usr/java", "/opt/java", "C:/Program Files/Java")
                .forEach(folder -> candidates.addAll(inside(Path.of(folder))));
        Stream.of(".jdks", ".sdkman/candidates/java", ".asdf/installs/java", ".jenv/versions")
                .forEach(folder -> candidates.addAll(inside(home.resolve(folder))));
        Stream.of(Path.of("/Library/Java"), home.resolve("Library/Java"))
                .map(folder -> folder.resolve("JavaVirtualMachines"))
                .flatMap(folder -> inside(folder).stream())
                .forEach(jdk -> candidates.add(jdk.resolve("Contents/Home")));
        return candidates;
    }

    private static List<Path> inside(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.collect(Collectors.toList());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isNewEnough(Path jdk) {
        try {
            Matcher version = VERSION.matcher(Files.readString(jdk.resolve("release")));
            return version.find()
                    && Integer.parseInt(version.group(1)) >= WANTED
                    && (Files.exists(jdk.resolve("bin/javac"))
                            || Files.exists(jdk.resolve("bin/javac.exe")));
        } catch (IOException e) {
            return false;
        }
    }
}
