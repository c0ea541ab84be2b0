package dev.tocsin.enrich.taxonomy;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One YAML file as nodes with line numbers, and the errors in it. */
record YamlFile(String name, YamlNode.Mapping root) {

    private static final YAMLFactory YAML = new YAMLFactory();

    static YamlFile read(Path path) throws TaxonomyException {
        String name = String.valueOf(path.getFileName());
        String text = text(path, name);
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw error(name, 1, "expected \"key: value\" lines");
            }
            return new YamlFile(name, mapping(parser));
        } catch (JacksonException e) {
            throw error(name, line(e.getLocation()), "not YAML: " + e.getOriginalMessage());
        }
    }

    /** An error at a line of this file. */
    TaxonomyException error(int line, String problem) {
        return error(name, line, problem);
    }

    private static TaxonomyException error(String name, int line, String problem) {
        return new TaxonomyException(name + ":" + line + ": " + problem);
    }

    private static String text(Path path, String name) throws TaxonomyException {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new TaxonomyException(name + ":1: not UTF-8; save the file as UTF-8", e);
        } catch (IOException e) {
            throw new TaxonomyException(name + ": cannot be read: " + e, e);
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
