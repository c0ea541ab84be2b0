package dev.tocsin.app.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class SecretFileTest {
    @TempDir Path folder;

    @Test
    void aSecretIsMadeOnceAndStays() {
        String secret = SecretFile.read(folder.resolve("secret"));

        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(SecretFile.read(folder.resolve("secret"))).isEqualTo(secret);
        assertThat(SecretFile.read(folder.resolve("other"))).isNotEqualTo(secret);
    }

    @Test
    void nobodyButItsOwnerCanReadIt() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        SecretFile.read(folder.resolve("secret"));

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretThatWasEmptiedIsAnErrorThatSaysWhatToDo() throws IOException {
        Path emptied = Files.createFile(folder.resolve("secret"));

        assertThatThrownBy(() -> SecretFile.read(emptied))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining(emptied.toString())
                .hasMessageContaining("delete it");
    }
}
