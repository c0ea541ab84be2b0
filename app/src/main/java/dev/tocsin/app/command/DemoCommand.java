package dev.tocsin.app.command;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.config.ConfigurationException;
import dev.tocsin.app.demo.DemoAlerts;
import dev.tocsin.app.demo.DemoServer;
import dev.tocsin.app.demo.DemoWeek;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.pipeline.FeedSource;
import dev.tocsin.app.pipeline.Part;
import dev.tocsin.app.pipeline.PipelineOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "demo",
        description =
                "Shows Tocsin at work on a week of invented news, without network or account.",
        footer = {
            "",
            "Its data folder is .tocsin/demo unless --data names another: delete it to see the week",
            "again from the start."
        })
final class DemoCommand implements Callable<Integer> {
    /** The week happened once and for all, and should ring all the same. */
    private static final Duration LONG_AGO = Duration.ofDays(36_500);

    private static final String BANNER =
            "Demo: a week of invented news by invented outlets, written for Tocsin.";

    @Mixin private SettingFlags flags = new SettingFlags();
    @Mixin private PortFlag port = new PortFlag();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the last five days of the week take. Default: 120.")
    private int seconds = 120;

    @Override
    public Integer call() throws ConfigurationException {
        if (seconds < 1) {
            throw new ConfigurationException("--seconds " + seconds + ": expected at least 1");
        }
        Configuration configuration =
                forDemo(flags.configuration(Optional.of(Path.of(".tocsin", "demo")), port));
        DataFolder folder = SettingFlags.folder(configuration);
        DemoAlerts.writeOnce(folder.alerts());
        Duration takes = Duration.ofSeconds(seconds);
        try (DemoServer server =
                DemoServer.start(DemoWeek.load(), folder.demoStart(), takes, Clock.systemUTC())) {
            PipelineOptions options =
                    PipelineOptions.of(Part.all(), new FeedSource.Fixed(server.feeds()))
                            .withBanner(BANNER);
            return UpCommand.serve(configuration, folder, options);
        }
    }

    /**
     * Polls often, and on loopback, where the demo's feeds are. Broker, database and alert rules
     * are its own, whatever is configured: invented news has no place among the real, and wakes
     * nobody.
     */
    private static Configuration forDemo(Configuration base) {
        Configuration.Polling often =
                new Configuration.Polling(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(15),
                        Duration.ZERO,
                        16);
        Configuration.Egress loopback =
                new Configuration.Egress(
                        List.of("127.0.0.1/32"),
                        base.egress().deadline(),
                        base.egress().maxBytes(),
                        base.egress().contact());
        return new Configuration(
                base.data(),
                base.feeds(),
                base.taxonomy(),
                Optional.empty(),
                base.console(),
                new Configuration.Kafka(
                        Optional.empty(), base.kafka().partitions(), Optional.empty(), Map.of()),
                new Configuration.Postgres(Optional.empty(), "", ""),
                often,
                loopback,
                Configuration.WebSub.OFF,
                base.enrich(),
                new Configuration.Stories(
                        base.stories().window(),
                        base.stories().mostArticles(),
                        base.stories().partitions(),
                        LONG_AGO),
                base.deliveries());
    }
}
