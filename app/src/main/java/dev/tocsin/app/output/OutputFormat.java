package dev.tocsin.app.output;

/** How results are printed: for people or for machines. */
public enum OutputFormat {
    TABLE,
    JSON
}
