package dev.tocsin.ingest.parse.tree;

import dev.tocsin.ingest.parse.text.XmlText;

import org.jsoup.nodes.Entities;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes every ampersand outside CDATA one that XML understands; drops comments and instructions.
 */
final class EntityRepair {
    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "&(?:#(\\d{1,9})|#[xX]([0-9a-fA-F]{1,8})|([A-Za-z][A-Za-z0-9]{0,31}));");
    private static final Charset WINDOWS_LATIN = Charset.forName("windows-1252");

    private final String xml;
    private final StringBuilder repaired;
    private final Matcher reference;

    private final Map<String, String> declared;

    private EntityRepair(String xml, Map<String, String> declared) {
        this.xml = xml;
        this.declared = declared;
        this.repaired = new StringBuilder(xml.length() + 64);
        this.reference = REFERENCE.matcher(xml);
    }

    /**
     * @param declared what the document's own names stand for, as XML
     */
    static String of(String xml, Map<String, String> declared) {
        return new EntityRepair(xml, declared).run();
    }

    private String run() {
        int at = 0;
        while (at < xml.length()) {
            at = step(at);
        }
        return repaired.toString();
    }

    private int step(int at) {
        char next = xml.charAt(at);
        if (next == '&') {
            return ampersand(at);
        }
        if (next == '<' && xml.startsWith("<![CDATA[", at)) {
            return copy(at, end("]]>", at));
        }
        if (next == '<' && xml.startsWith("<!--", at)) {
            return end("-->", at + 4);
        }
        if (next == '<' && xml.startsWith("<?", at)) {
            return end("?>", at);
        }
        return copy(at, plainEnd(at));
    }

    private int copy(int from, int to) {
        repaired.append(xml, from, to);
        return to;
    }

    private int end(String mark, int from) {
        int end = xml.indexOf(mark, from);
        return end < 0 ? xml.length() : end + mark.length();
    }

    private int plainEnd(int from) {
        int at = from + 1;
        while (at < xml.length() && xml.charAt(at) != '&' && xml.charAt(at) != '<') {
            at++;
        }
        return at;
    }

    private int ampersand(int at) {
        if (!reference.region(at, xml.length()).lookingAt()) {
            repaired.append("&amp;");
            return at + 1;
        }
        if (reference.group(3) != null) {
            named(reference.group(3));
        } else {
            numbered(reference.group(1), reference.group(2));
        }
        return reference.end();
    }

    private void named(String name) {
        if (OF_XML.contains(name)) {
            repaired.append('&').append(name).append(';');
        } else if (declared.containsKey(name)) {
            repaired.append(declared.get(name));
        } else if (Entities.isNamedEntity(name)) {
            repaired.append(escaped(Entities.getByName(name)));
        } else {
            repaired.append("&amp;").append(name).append(';');
        }
    }

    private void numbered(String decimal, String hexadecimal) {
        long number = decimal == null ? Long.parseLong(hexadecimal, 16) : Long.parseLong(decimal);
        if (number >= 0x80 && number <= 0x9F) {
            repaired.append(new String(new byte[] {(byte) number}, WINDOWS_LATIN));
        } else if (number <= Character.MAX_CODE_POINT && XmlText.isLegal((int) number)) {
            repaired.append("&#").append(number).append(';');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
