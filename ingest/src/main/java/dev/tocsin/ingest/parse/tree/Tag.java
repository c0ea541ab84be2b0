package dev.tocsin.ingest.parse.tree;

/** A start tag as its source sees it: names as written, attributes in order. */
interface Tag {
    String name();

    /** How many there are. */
    int attributes();

    String attribute(int index);

    String value(int index);

    /** The value of the first attribute with that name but for case; empty where there is none. */
    default String value(String name) {
        for (int i = 0; i < attributes(); i++) {
            if (attribute(i).equalsIgnoreCase(name)) {
                return value(i);
            }
        }
        return "";
    }
}
