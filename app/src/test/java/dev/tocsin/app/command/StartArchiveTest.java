package dev.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

class StartArchiveTest {
    @TempDir Path folder;

    @Test
    void isDueWhereThereIsNoneOrTheProgramIsNewer() throws Exception {
        Path program = Files.createFile(folder.resolve("tocsin.jar"));
        Path archive = folder.resolve("tocsin.jsa");
        List<String> asked =
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);

        assertThat(StartArchive.isDue(asked, program)).isTrue();

        Files.createFile(archive);
        Files.setLastModifiedTime(program, FileTime.fromMillis(0));
        assertThat(StartArchive.isDue(asked, program)).isFalse();

        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
        Files.setLastModifiedTime(program, FileTime.fromMillis(1_000));
        assertThat(StartArchive.isDue(asked, program)).isTrue();
    }

    @Test
    void isNotDueWhereNobodyAskedForIt() {
        Path archive = folder.resolve("tocsin.jsa");

        assertThat(StartArchive.isDue(List.of("-XX:SharedArchiveFile=" + archive), archive))
                .isFalse();
    }
}
