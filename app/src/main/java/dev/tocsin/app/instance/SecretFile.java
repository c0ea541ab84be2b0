package dev.tocsin.app.instance;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret that a data folder has of its own; nobody but the owner of the file can read it. */
public final class SecretFile {
    private static final int BYTES = 32;
    private static final int SHORTEST = 32;

    private SecretFile() {}

    /**
     * The secret, made if there is none yet.
     *
     * @throws DataFolderException if it can be neither read nor made
     */
    public static String read(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            String secret = Files.readString(file).strip();
            if (secret.length() < SHORTEST) {
                throw new DataFolderException(
                        "%s holds no secret any more; delete it to have a new one made"
                                .formatted(file));
            }
            return secret;
        } catch (IOException e) {
            throw new DataFolderException("the secret %s cannot be used: %s".formatted(file, e));
        }
    }

    /** Complete or not at all. */
    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, onlyForTheOwner());
        Files.writeString(unfinished, HexFormat.of().formatHex(random) + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] onlyForTheOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
