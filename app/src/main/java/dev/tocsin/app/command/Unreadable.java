package dev.tocsin.app.command;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file could not be read, in words. */
final class Unreadable {
    private Unreadable() {}

    static String text(Path file, Exception failure) {
        Throwable why = failure instanceof UncheckedIOException e ? e.getCause() : failure;
        return switch (why) {
            case NoSuchFileException ignored -> "there is no file " + file;
            case AccessDeniedException ignored -> file + " may not be read by this account";
            case CharacterCodingException ignored -> file + " is no UTF-8 text";
            case Throwable ignored when Files.isDirectory(file) ->
                    file + " is a folder; expected a file";
            default -> file + " cannot be read: " + why;
        };
    }
}
