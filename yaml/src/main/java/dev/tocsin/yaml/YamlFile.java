package dev.tocsin.yaml;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One YAML file as nodes with line numbers, and the errors in it.
 *
 * @param problems what becomes of errors that need not end the reading
 */
public record YamlFile(String name, YamlNode.Mapping root, Problems problems) {

    private static final YAMLFactory YAML = new YAMLFactory();

    /** Something read from a file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws YamlException;
    }

    /** A file whose first error ends the reading. */
    public YamlFile(String name, YamlNode.Mapping root) {
        this(name, root, Problems.THROWN);
    }

    /**
     * Reads a file.
     *
     * @throws YamlException if it cannot be read, is not UTF-8, not YAML or not a mapping
     */
    public static YamlFile read(Path path) throws YamlException {
        return read(path.toString(), text(path));
    }

    /**
     * Reads a text.
     *
     * @param name the file's name for error messages
     * @throws YamlException if it is not YAML or not a mapping
     */
    public static YamlFile read(String name, String text) throws YamlException {
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return new YamlFile(name, new YamlNode.Mapping(1, List.of()));
            }
            if (first != JsonToken.START_OBJECT) {
                throw new YamlException(name, 1, "expected \"key: value\" lines");
            }
            return new YamlFile(name, mapping(parser));
        } catch (JacksonException e) {
            throw new YamlException(
                    name, line(e.getLocation()), Complaint.of(e.getOriginalMessage()));
        }
    }

    /** The name without folder and ending. */
    public String stem() {
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
    }

    /** The keys of the whole file. */
    public Keys keys(List<String> known) throws YamlException {
        return Keys.of(this, root, known);
    }

    /** An error at a line of this file. */
    public YamlException error(int line, String problem) {
        return new YamlException(name, line, problem);
    }

    /** What is read; something else instead if it is wrong and the reading goes on. */
    public <T> T attempt(T instead, Reading<? extends T> reading) throws YamlException {
        try {
            return reading.read();
        } catch (YamlException e) {
            problems.tell(e);
            return instead;
        }
    }

    private static String reason(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return "is a folder, expected a file";
        }
        return e instanceof AccessDeniedException
                ? "this user may not read it"
                : "cannot be read: " + e.getMessage();
    }

    private static String text(Path path) throws YamlException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new YamlException(path.toString(), 1, "not UTF-8; save the file as UTF-8");
        } catch (NoSuchFileException e) {
            throw new YamlException(path.toString(), 0, "there is no such file");
        } catch (IOException e) {
            throw new YamlException(path.toString(), 0, reason(path, e));
        }
    }

    private static YamlNode node(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(parser);
        }
        return token == JsonToken.START_ARRAY ? sequence(parser) : scalar(parser);
    }

    private static YamlNode.Mapping mapping(JsonParser parser) {
        int line = line(parser);
        List<YamlNode.Field> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int keyLine = line(parser);
            String key = parser.currentName();
            parser.nextToken();
            fields.add(new YamlNode.Field(keyLine, key, node(parser)));
        }
        return new YamlNode.Mapping(line, fields);
    }

    private static YamlNode.Sequence sequence(JsonParser parser) {
        int line = line(parser);
        List<YamlNode> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY && token != null) {
            items.add(node(parser));
            token = parser.nextToken();
        }
        return new YamlNode.Sequence(line, items);
    }

    private static YamlNode.Scalar scalar(JsonParser parser) {
        boolean empty = parser.currentToken() == JsonToken.VALUE_NULL;
        return new YamlNode.Scalar(line(parser), empty ? "" : parser.getString());
    }

    private static int line(JsonParser parser) {
        return line(parser.currentTokenLocation());
    }

    private static int line(@Nullable TokenStreamLocation location) {
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }
}
