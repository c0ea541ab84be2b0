package dev.tocsin.app.command;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Why a file could not be read, in words. */
final class Unreadable {
    private Unreadable() {}

    static String text(Path file, Exception failure) {
        Throwable why =
                failure instanceof UncheckedIOException e
                        ? Objects.requireNonNullElse(e.getCause(), e)
                        : failure;
        return switch (why) {
            case NoSuchFileException _ -> "there is no file " + file;
            case AccessDeniedException _ -> file + " may not be read by this account";
            case CharacterCodingException _ -> file + " is no UTF-8 text";
            case Throwable _ when Files.isDirectory(file) -> file + " is a folder; expected a file";
            default -> file + " cannot be read: " + why;
        };
    }
}
