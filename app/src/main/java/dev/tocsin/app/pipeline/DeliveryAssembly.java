package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.egress.EgressPolicy;
import dev.tocsin.sink.channel.Channels;
import dev.tocsin.sink.postgres.DeliveryQueue;
import dev.tocsin.sink.postgres.OldDeliveries;
import dev.tocsin.sink.targets.CurrentTargets;
import dev.tocsin.sink.worker.DeliverySweep;
import dev.tocsin.sink.worker.DeliveryWorker;
import dev.tocsin.sink.worker.WorkerSettings;

import java.time.Clock;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

/** Puts the delivery of alerts together. */
public final class DeliveryAssembly {
    private static final long LARGEST_ANSWER = 64 * 1024;

    private DeliveryAssembly() {}

    /** What sends, within the bounds of egress; nobody has much to answer. */
    public static Channels channels(Configuration configuration) {
        EgressPolicy policy = IngestAssembly.policy(configuration.egress());
        return new Channels(
                new EgressPolicy(
                        policy.allowedCidrs(),
                        policy.deadline(),
                        LARGEST_ANSWER,
                        policy.userAgent()),
                Clock.systemUTC());
    }

    static DeliveryWorker worker(
            Configuration configuration,
            DataSource store,
            CurrentTargets targets,
            Channels channels) {
        return new DeliveryWorker(
                new DeliveryQueue(store),
                targets,
                channels,
                Clock.systemUTC(),
                RandomGenerator.getDefault(),
                WorkerSettings.of(configuration.egress().deadline()));
    }

    static DeliverySweep sweep(Configuration configuration, DataSource store) {
        return new DeliverySweep(
                new OldDeliveries(store), configuration.deliveries().keep(), Clock.systemUTC());
    }
}
