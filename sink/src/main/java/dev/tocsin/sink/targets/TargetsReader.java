package dev.tocsin.sink.targets;

import dev.tocsin.egress.MailServer;
import dev.tocsin.yaml.Keys;
import dev.tocsin.yaml.YamlException;
import dev.tocsin.yaml.YamlFile;
import dev.tocsin.yaml.YamlNode;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the targets of alerts.yaml; the rules beside them are for others. */
public final class TargetsReader {
    private static final String TARGETS = "targets";
    private static final List<String> PARTS = List.of("rules", TARGETS);
    private static final List<String> COMMON = List.of("kind", "concurrency");
    private static final Map<String, List<String>> KINDS = kinds();
    private static final int CONCURRENCY = 4;
    private static final String KEY = "whsec_";

    private final Map<String, String> environment;

    /**
     * @param environment that {@code env:NAME} is looked up in
     */
    public TargetsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("webhook", List.of("url", "secret"));
        kinds.put("slack", List.of("url"));
        kinds.put("mattermost", List.of("url"));
        kinds.put("discord", List.of("url"));
        kinds.put("teams", List.of("url"));
        kinds.put("ntfy", List.of("url", "topic", "token", "priority", "tags"));
        kinds.put("telegram", List.of("url", "token", "chat"));
        kinds.put("matrix", List.of("url", "room", "token"));
        kinds.put(
                "email",
                List.of(
                        "host",
                        "port",
                        "security",
                        "user",
                        "password",
                        "from",
                        "to",
                        "unsubscribe"));
        return kinds;
    }

    /**
     * Reads a file; one that is not there names nobody.
     *
     * @throws YamlException with file, line, what is wrong and what to do
     */
    public Targets read(Path file) throws YamlException {
        return Files.exists(file) ? read(YamlFile.read(file), file) : Targets.NONE;
    }

    private Targets read(YamlFile yaml, Path file) throws YamlException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Map<String, Target> targets = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        Set<Path> files = new HashSet<>(Set.of(file));
        for (YamlNode.Field item : items(yaml)) {
            Fields fields = fields(yaml, item, folder);
            if (targets.putIfAbsent(item.key(), target(item.key(), fields)) != null) {
                throw yaml.error(item.line(), "target \"" + item.key() + "\" stands here twice");
            }
            warnings.addAll(fields.warnings());
            files.addAll(fields.files());
        }
        return new Targets(targets, warnings, files);
    }

    private static List<YamlNode.Field> items(YamlFile yaml) throws YamlException {
        Keys parts = yaml.keys(PARTS);
        return switch (parts.find(TARGETS).orElse(null)) {
            case null -> List.of();
            case YamlNode.Mapping mapping -> mapping.fields();
            case YamlNode.Scalar empty when empty.text().isBlank() -> List.of();
            case YamlNode other ->
                    throw yaml.error(
                            other.line(),
                            "targets: expected a name with its fields below, not " + other.kind());
        };
    }

    /** The kind decides which keys there may be, so it is read first. */
    private Fields fields(YamlFile yaml, YamlNode.Field item, Path folder) throws YamlException {
        if (!(item.value() instanceof YamlNode.Mapping mapping)) {
            throw yaml.error(
                    item.line(),
                    "\"%s\": expected its fields (\"kind: ...\"), not %s"
                            .formatted(item.key(), item.value().kind()));
        }
        if (!item.key().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}")) {
            throw yaml.error(
                    item.line(),
                    "\"%s\": expected a name of up to 64 letters, digits, spaces, dots, dashes or underlines"
                            .formatted(item.key()));
        }
        List<String> known = Stream.concat(COMMON.stream(), own(yaml, mapping).stream()).toList();
        return new Fields(Keys.of(yaml, mapping, known), folder, environment);
    }

    private static List<String> own(YamlFile yaml, YamlNode.Mapping mapping) throws YamlException {
        List<String> kinds = List.copyOf(KINDS.keySet());
        for (YamlNode.Field field : mapping.fields()) {
            if (field.key().equals("kind") && field.value() instanceof YamlNode.Scalar word) {
                List<String> own = KINDS.get(word.text().strip());
                if (own == null) {
                    throw yaml.error(word.line(), Keys.unknown("kind", word.text().strip(), kinds));
                }
                return own;
            }
        }
        throw yaml.error(mapping.line(), "\"kind\" is missing: one of " + String.join(", ", kinds));
    }

    private static Target target(String name, Fields fields) throws YamlException {
        int concurrency = fields.number("concurrency", CONCURRENCY, 1, 64);
        String kind = fields.required("kind", "");
        return switch (kind) {
            case "webhook" -> webhook(name, concurrency, fields);
            case "ntfy" -> ntfy(name, concurrency, fields);
            case "telegram" -> telegram(name, concurrency, fields);
            case "matrix" -> matrix(name, concurrency, fields);
            case "email" -> email(name, concurrency, fields);
            default -> chat(name, concurrency, kind, fields);
        };
    }

    private static Target webhook(String name, int concurrency, Fields fields)
            throws YamlException {
        Secret url = fields.address("url", "the address that takes the alerts");
        List<Secret> keys = fields.secrets("secret");
        if (keys.isEmpty() || keys.size() > 2) {
            throw fields.error(
                    "secret",
                    "expected one key, or a list of two while the receiver changes to another; make"
                            + " one with: echo whsec_$(openssl rand -base64 24)");
        }
        for (Secret key : keys) {
            check(key, fields);
        }
        return new Target.Webhook(name, concurrency, fields.url("url", url.reveal()), keys);
    }

    private static void check(Secret key, Fields fields) throws YamlException {
        if (key.reveal().startsWith(KEY)) {
            try {
                int bytes = Base64.getDecoder().decode(key.reveal().substring(KEY.length())).length;
                if (bytes >= 24 && bytes <= 64) {
                    return;
                }
            } catch (IllegalArgumentException _) {
                // answered below, like a key of another length
            }
        }
        throw fields.error(
                "secret",
                "expected whsec_ and 24 to 64 bytes in Base64; make one with: echo whsec_$(openssl"
                        + " rand -base64 24)");
    }

    private static Target chat(String name, int concurrency, String kind, Fields fields)
            throws YamlException {
        Secret url = fields.secret("url", "the address of the incoming webhook");
        fields.url("url", url.reveal());
        return new Target.Chat(
                name, concurrency, Target.ChatKind.valueOf(kind.toUpperCase(Locale.ROOT)), url);
    }

    private static Target ntfy(String name, int concurrency, Fields fields) throws YamlException {
        return new Target.Ntfy(
                name,
                concurrency,
                fields.url("url", fields.optional("url").orElse("https://ntfy.sh")),
                fields.address("topic", "the topic that the phones have subscribed to"),
                fields.optionalSecret("token"),
                fields.number("priority", 3, 1, 5),
                fields.list("tags"));
    }

    private static Target telegram(String name, int concurrency, Fields fields)
            throws YamlException {
        Secret token = fields.secret("token", "what BotFather gave you for the bot");
        if (!token.reveal().matches("[0-9]+:[A-Za-z0-9_-]+")) {
            throw fields.error("token", "expected a bot's token, such as 123456:ABC-def");
        }
        String url = fields.optional("url").orElse("https://api.telegram.org");
        String chat = fields.required("chat", "the id of the chat, or @name of a channel");
        return new Target.Telegram(name, concurrency, fields.url("url", url), token, chat);
    }

    private static Target matrix(String name, int concurrency, Fields fields) throws YamlException {
        String room = fields.required("room", "the id of the room, which begins with !");
        if (!room.startsWith("!")) {
            throw fields.error(
                    "room",
                    "expected the internal id such as !abc:example.org, from the room's settings");
        }
        String url = fields.required("url", "the address of the homeserver");
        Secret token = fields.secret("token", "the access token of the account that writes");
        return new Target.Matrix(name, concurrency, fields.url("url", url), room, token);
    }

    private static Target email(String name, int concurrency, Fields fields) throws YamlException {
        MailServer server = server(fields);
        List<String> to = fields.list("to");
        if (to.isEmpty()) {
            throw fields.error("to", "expected one address or a list of them");
        }
        Optional<String> unsubscribe = fields.optional("unsubscribe");
        if (unsubscribe.isPresent() && !unsubscribe.get().matches("(https://|mailto:)[!-;=?-~]+")) {
            throw fields.error(
                    "unsubscribe", "expected mailto:address or an address with https://");
        }
        String from = fields.required("from", "the address that the mail comes from");
        return new Target.Email(name, concurrency, server, from, to, unsubscribe.map(URI::create));
    }

    private static MailServer server(Fields fields) throws YamlException {
        String word = fields.optional("security").orElse("starttls");
        MailServer.Security security =
                switch (word) {
                    case "starttls" -> MailServer.Security.STARTTLS;
                    case "tls" -> MailServer.Security.TLS;
                    case "none" -> MailServer.Security.NONE;
                    default ->
                            throw fields.error(
                                    "security",
                                    Keys.unknown(
                                            "security", word, List.of("starttls", "tls", "none")));
                };
        int port = security == MailServer.Security.TLS ? 465 : 587;
        return new MailServer(
                fields.required("host", "the server that takes the mail"),
                fields.number("port", port, 1, 65_535),
                security,
                fields.optional("user"),
                fields.optionalSecret("password").map(Secret::reveal).orElse(""));
    }
}
