package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.embedded.LocalPostgres;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.instance.RunningInstance;
import dev.tocsin.app.output.Table;
import dev.tocsin.app.pipeline.EnrichAssembly;
import dev.tocsin.enrich.codebook.Codebook;
import dev.tocsin.ingest.feed.FeedList;
import dev.tocsin.schemas.Feed;
import dev.tocsin.sink.postgres.Database;
import dev.tocsin.sink.postgres.DatabaseAccess;

import org.apache.kafka.clients.admin.Admin;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

@Command(name = "doctor", description = "Checks everything Tocsin needs and says what is wrong.")
final class DoctorCommand implements Callable<Integer> {
    private static final long ROOM_BYTES = 2L << 30;

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private FeedsFlag feedList = new FeedsFlag();
    @Mixin private PortFlag port = new PortFlag();
    @Mixin private AllowFlag allowed = new AllowFlag();
    @Mixin private OutputFlag output = new OutputFlag();

    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param ok false: has to be put right
     */
    record Finding(String what, boolean ok, String text) {}

    @Override
    public Integer call() throws ConfigurationException {
        Configuration configuration = flags.configuration(feedList, port, allowed);
        DataFolder folder = SettingFlags.folder(configuration);
        check("java", () -> Runtime.version() + " on " + System.getProperty("os.name"));
        check("data folder", () -> room(folder));
        check("feed list", () -> feeds(configuration, folder));
        check("taxonomy", () -> taxonomy(configuration));
        check("kafka", () -> kafka(configuration));
        check("postgres", () -> postgres(configuration));
        check("page", () -> page(configuration, folder));
        check("contact", () -> contact(configuration));
        print();
        return findings.stream().allMatch(Finding::ok) ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private void check(String what, Callable<String> examination) {
        try {
            findings.add(new Finding(what, true, examination.call()));
        } catch (Exception e) {
            findings.add(new Finding(what, false, String.valueOf(e.getMessage())));
        }
    }

    private static String room(DataFolder folder) throws IOException {
        FileStore store = Files.getFileStore(folder.root());
        String free = "%s, %d GiB free".formatted(folder.root(), store.getUsableSpace() >> 30);
        if (store.getUsableSpace() < ROOM_BYTES) {
            throw new CommandFailure(free + ": at least 2 GiB are needed");
        }
        return free;
    }

    private static String feeds(Configuration configuration, DataFolder folder) {
        FeedList list = FeedListFile.readWithoutMaking(configuration, folder);
        long enabled = list.feeds().stream().filter(Feed::getEnabled).count();
        return "%d feeds, %d of them on, %d warnings"
                .formatted(list.feeds().size(), enabled, list.warnings().size());
    }

    private static String taxonomy(Configuration configuration) throws ConfigurationException {
        Codebook codebook = EnrichAssembly.codebook(configuration);
        return "version %s, %d conflict topics; event types, places and actors version %s"
                .formatted(
                        codebook.taxonomy().version(),
                        codebook.taxonomy().conflictTopics().size(),
                        codebook.annotations().version());
    }

    private static String kafka(Configuration configuration) throws Exception {
        if (configuration.kafka().bootstrap().isEmpty()) {
            return "its own broker";
        }
        String bootstrap = configuration.kafka().bootstrap().get();
        Map<String, Object> properties = new HashMap<>(configuration.kafka().properties());
        properties.put("bootstrap.servers", bootstrap);
        properties.put("default.api.timeout.ms", 5_000);
        properties.put("request.timeout.ms", 5_000);
        try (Admin admin = Admin.create(properties)) {
            int nodes = admin.describeCluster().nodes().get(6, TimeUnit.SECONDS).size();
            return "%s answers, %d brokers".formatted(bootstrap, nodes);
        } catch (Exception e) {
            throw new CommandFailure(bootstrap + " does not answer: " + e);
        }
    }

    private static String postgres(Configuration configuration) {
        Configuration.Postgres settings = configuration.postgres();
        if (settings.url().isEmpty()) {
            LocalPostgres.check();
            return "its own server";
        }
        DatabaseAccess access =
                new DatabaseAccess(settings.url().get(), settings.user(), settings.password());
        try (Database ignored = Database.open(access)) {
            return access.shownUrl() + " answers";
        }
    }

    private static String page(Configuration configuration, DataFolder folder) {
        var running = RunningInstance.find(folder);
        if (running.isPresent()) {
            return "process %d runs here, page %s"
                    .formatted(running.get().pid(), running.get().page());
        }
        int port = configuration.console().port();
        try (ServerSocket socket =
                new ServerSocket(port, 1, InetAddress.getByName(configuration.console().bind()))) {
            return "port %d is free".formatted(socket.getLocalPort());
        } catch (IOException e) {
            throw new CommandFailure(
                    "port %d is taken by another program: choose another with --port"
                            .formatted(port));
        }
    }

    private static String contact(Configuration configuration) {
        return configuration
                .egress()
                .contact()
                .orElse(
                        "none given; optional: with egress.contact publishers can reach you before they"
                                + " shut you out");
    }

    private void print() {
        Table table = new Table("what", "ok", "").uncut();
        findings.forEach(
                finding -> table.row(finding.what(), finding.ok() ? "yes" : "NO", finding.text()));
        output.print(findings, table);
    }
}
