package dev.tocsin.enrich.text;

import java.util.Map;

/** Decodes what HTML escaping is left in a text, also where it was escaped twice. */
final class Entities {

    private static final int LONGEST = 10;
    private static final int ROUNDS = 3;
    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("ndash", "–"),
                    Map.entry("mdash", "—"),
                    Map.entry("hellip", "…"),
                    Map.entry("lsquo", "‘"),
                    Map.entry("rsquo", "’"),
                    Map.entry("ldquo", "“"),
                    Map.entry("rdquo", "”"),
                    Map.entry("laquo", "«"),
                    Map.entry("raquo", "»"),
                    Map.entry("eacute", "é"),
                    Map.entry("egrave", "è"),
                    Map.entry("agrave", "à"),
                    Map.entry("ccedil", "ç"),
                    Map.entry("auml", "ä"),
                    Map.entry("ouml", "ö"),
                    Map.entry("uuml", "ü"),
                    Map.entry("szlig", "ß"),
                    Map.entry("ntilde", "ñ"),
                    Map.entry("aacute", "á"),
                    Map.entry("iacute", "í"),
                    Map.entry("oacute", "ó"),
                    Map.entry("uacute", "ú"),
                    Map.entry("ecirc", "ê"),
                    Map.entry("euml", "ë"),
                    Map.entry("acirc", "â"),
                    Map.entry("icirc", "î"),
                    Map.entry("iuml", "ï"),
                    Map.entry("ocirc", "ô"),
                    Map.entry("ucirc", "û"),
                    Map.entry("ugrave", "ù"),
                    Map.entry("igrave", "ì"),
                    Map.entry("ograve", "ò"),
                    Map.entry("atilde", "ã"),
                    Map.entry("otilde", "õ"),
                    Map.entry("aring", "å"),
                    Map.entry("aelig", "æ"),
                    Map.entry("oslash", "ø"),
                    Map.entry("oelig", "œ"),
                    Map.entry("scaron", "š"),
                    Map.entry("zcaron", "ž"),
                    Map.entry("Eacute", "É"),
                    Map.entry("Agrave", "À"),
                    Map.entry("Ccedil", "Ç"),
                    Map.entry("Auml", "Ä"),
                    Map.entry("Ouml", "Ö"),
                    Map.entry("Uuml", "Ü"),
                    Map.entry("Aacute", "Á"),
                    Map.entry("Iacute", "Í"),
                    Map.entry("Oacute", "Ó"),
                    Map.entry("Uacute", "Ú"),
                    Map.entry("Ntilde", "Ñ"),
                    Map.entry("iexcl", "¡"),
                    Map.entry("iquest", "¿"),
                    Map.entry("middot", "·"),
                    Map.entry("bull", "•"),
                    Map.entry("copy", "©"),
                    Map.entry("reg", "®"),
                    Map.entry("trade", "™"),
                    Map.entry("euro", "€"),
                    Map.entry("pound", "£"),
                    Map.entry("deg", "°"),
                    Map.entry("sbquo", "‚"),
                    Map.entry("bdquo", "„"),
                    Map.entry("lsaquo", "‹"),
                    Map.entry("rsaquo", "›"),
                    Map.entry("ensp", " "),
                    Map.entry("emsp", " "),
                    Map.entry("thinsp", " "),
                    Map.entry("zwnj", "\u200c"),
                    Map.entry("zwj", "\u200d"));

    private Entities() {}

    static String decode(String text) {
        String decoded = text;
        for (int round = 0; round < ROUNDS && decoded.indexOf('&') >= 0; round++) {
            String next = once(decoded);
            if (next.equals(decoded)) {
                return decoded;
            }
            decoded = next;
        }
        return decoded;
    }

    private static String once(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '&' ? end(text, at) : -1;
            String value = end < 0 ? "" : value(text.substring(at + 1, end));
            if (value.isEmpty()) {
                out.append(c);
                at++;
            } else {
                out.append(value);
                at = end + 1;
            }
        }
        return out.toString();
    }

    private static int end(String text, int ampersand) {
        int last = Math.min(text.length(), ampersand + 2 + LONGEST);
        for (int i = ampersand + 1; i < last; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String value(String name) {
        return name.startsWith("#") ? numeric(name) : NAMED.getOrDefault(name, "");
    }

    private static String numeric(String name) {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int codePoint = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(codePoint) && codePoint > 0
                    ? Character.toString(codePoint)
                    : "";
        } catch (NumberFormatException _) {
            return "";
        }
    }
}
