package dev.tocsin.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({"Linux,amd64", "Linux,x86_64", "Linux,aarch64", "Darwin,aarch64"})
    void shipsForTheMachinesThatTheReadmeNames(String system, String machine) throws IOException {
        try (InputStream archive = PostgresBinaries.open(system, machine)) {
            assertThat(archive.readNBytes(6)).startsWith(0xFD, '7', 'z', 'X', 'Z');
        }
    }

    @Test
    void saysWhatToDoWhereNoneShips() {
        assertThatThrownBy(() -> PostgresBinaries.open("Windows", "amd64"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Windows")
                .hasMessageContaining("postgres.url");
    }
}
