package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.postgres.DueListener;
import dev.tocsin.sink.postgres.PostgresSink;
import dev.tocsin.sink.postgres.SinkSettings;
import dev.tocsin.sink.targets.CurrentTargets;
import dev.tocsin.sink.worker.DeliverySweep;
import dev.tocsin.sink.worker.DeliveryWorker;

import java.time.Clock;

import javax.sql.DataSource;

/** Starts what stores records, delivers alerts and watches rates. */
final class SinkAssembly {
    private SinkAssembly() {}

    static void start(
            Configuration configuration,
            Ground ground,
            DataSource store,
            CurrentTargets targets,
            Running running) {
        DeliveryWorker worker = delivery(configuration, ground, store, targets, running);
        PostgresSink sink =
                new PostgresSink(
                        new SinkSettings(ground.kafka("sink")),
                        store,
                        ground.serdes(),
                        Clock.systemUTC(),
                        worker::wake);
        sink.start();
        running.add(sink);
        running.watch(() -> Healths.of(sink.health()));
        running.add(
                RateRuleWatch.start(
                        RateRules.inForce(store),
                        ground.kafka(),
                        ground.serdes(),
                        Clock.systemUTC()));
    }

    private static DeliveryWorker delivery(
            Configuration configuration,
            Ground ground,
            DataSource store,
            CurrentTargets targets,
            Running running) {
        Channels channels = running.add(DeliveryAssembly.channels(configuration));
        DeliveryWorker worker = DeliveryAssembly.worker(configuration, store, targets, channels);
        worker.start();
        running.add(worker);
        DeliverySweep sweep = DeliveryAssembly.sweep(configuration, store);
        sweep.start();
        running.add(sweep);
        running.watch(() -> Healths.of(worker.health(), sweep.health()));
        DueListener listener = new DueListener(ground.database(), worker::wake, Clock.systemUTC());
        listener.start();
        running.add(listener);
        return worker;
    }
}
