package dev.tocsin.console.browser;

import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Chromium without a window. */
public final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Process process;
    private final DevTools tools;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /** The browser's program, if this machine has one. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a profile of its own. */
    public static Browser start(Path program, Path profile) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank"));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Browser browser = new Browser(process, DevTools.connect(page(port(profile))));
        browser.tools.listen(browser::complain);
        browser.tools.call("Runtime.enable", Map.of());
        browser.tools.call("Log.enable", Map.of());
        browser.tools.call("Page.enable", Map.of());
        return browser;
    }

    /** Chromium leaves a note with the port in its profile. */
    private static int port(Path profile) throws IOException {
        Path note = profile.resolve("DevToolsActivePort");
        await("the browser")
                .atMost(PATIENCE)
                .until(() -> Files.exists(note) && Files.size(note) > 0);
        return Integer.parseInt(Files.readAllLines(note).getFirst());
    }

    private static URI page(int port) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json")).build();
        JsonNode targets = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        return targets.valueStream()
                .filter(target -> target.path("type").asString("").equals("page"))
                .map(target -> URI.create(target.path("webSocketDebuggerUrl").asString()))
                .findFirst()
                .orElseThrow();
    }

    /** Goes to an address of the page. */
    public void open(String address) {
        tools.call("Page.navigate", Map.of("url", address));
    }

    /** The value of an expression of JavaScript. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                tools.call(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "returnByValue",
                                true,
                                "awaitPromise",
                                true));
        JsonNode exception = answer.path("exceptionDetails");
        if (!exception.isMissingNode()) {
            throw new AssertionError(expression + ": " + exception);
        }
        return answer.path("result").path("value");
    }

    /** Waits until the expression holds. */
    public void until(String expression) {
        await(expression)
                .atMost(PATIENCE)
                .until(() -> evaluate("Boolean(" + expression + ")").asBoolean());
    }

    /** Clicks on the first element that fits, once there is one. */
    public void click(String selector) {
        until(one(selector));
        evaluate(one(selector) + ".click()");
    }

    /** Types into the field, as a person does: with the events of it. */
    public void type(String selector, String text) {
        until(one(selector));
        evaluate(one(selector) + ".focus()");
        evaluate(one(selector) + ".value = ''");
        tools.call("Input.insertText", Map.of("text", text));
    }

    /** Presses a key. */
    public void press(String key) {
        Map<String, Object> pressed =
                key.length() == 1
                        ? Map.of("type", "keyDown", "key", key, "text", key)
                        : Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code(key));
        tools.call("Input.dispatchKeyEvent", pressed);
        tools.call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    /** The visible text of the first element that fits, once there is one. */
    public String text(String selector) {
        until(one(selector));
        return evaluate(one(selector) + ".innerText").asString();
    }

    /** Errors of scripts, and whatever the browser refused to load or to run. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Forgets what it has complained about so far. */
    public void forgive() {
        complaints.clear();
    }

    @Override
    public void close() {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        tools.call("Browser.close", Map.of());
        tools.close();
        await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static String one(String selector) {
        return "document.querySelector(" + JSON.writeValueAsString(selector) + ")";
    }

    private static int code(String key) {
        return switch (key) {
            case "Escape" -> 27;
            case "Enter" -> 13;
            default -> 0;
        };
    }

    private void complain(JsonNode event) {
        @Nullable String complaint =
                switch (event.path("method").asString("")) {
                    case "Runtime.exceptionThrown" ->
                            event.path("params").path("exceptionDetails").toString();
                    case "Log.entryAdded" -> event.path("params").path("entry").toString();
                    case "Page.javascriptDialogOpening" -> "a dialog: " + event.path("params");
                    default -> null;
                };
        if (complaint != null) {
            complaints.add(complaint);
        }
    }
}
