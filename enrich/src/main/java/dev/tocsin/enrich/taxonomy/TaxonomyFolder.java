package dev.tocsin.enrich.taxonomy;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** The folder of the taxonomy that comes with the program, in a jar or not. */
public final class TaxonomyFolder {
    private static final String ANCHOR = "/taxonomy/_context.yaml";

    private TaxonomyFolder() {}

    /** Something done with a folder. */
    @FunctionalInterface
    public interface Use<T> {
        T apply(Path folder) throws TaxonomyException;
    }

    /** Lends the folder; its paths are good until this returns. */
    public static <T> T bundled(Use<T> use) throws TaxonomyException {
        URL anchor = TaxonomyFolder.class.getResource(ANCHOR);
        if (anchor == null) {
            throw new IllegalStateException(ANCHOR + " is missing from the class path");
        }
        try {
            return anchor.getProtocol().equals("jar")
                    ? inJar(anchor, use)
                    : use.apply(Path.of(anchor.toURI()).resolveSibling(""));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the bundled taxonomy cannot be opened: " + e, e);
        }
    }

    private static <T> T inJar(URL anchor, Use<T> use)
            throws TaxonomyException, IOException, URISyntaxException {
        String address = anchor.getPath();
        URI jar = new URI(address.substring(0, address.indexOf("!/")));
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
            return use.apply(files.getPath("taxonomy"));
        }
    }
}
