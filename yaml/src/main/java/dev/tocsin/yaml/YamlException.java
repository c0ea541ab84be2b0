package dev.tocsin.yaml;

/**
 * A YAML file that is not what it should be; the message names file, line and what was expected.
 */
public final class YamlException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String problem;

    /**
     * @param line from 1; 0 where the fault belongs to no line
     */
    public YamlException(String file, int line, String problem) {
        super((line > 0 ? file + ":" + line : file) + ": " + problem);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String problem() {
        return problem;
    }
}
