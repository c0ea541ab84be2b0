package dev.tocsin.app.pipeline;

import dev.tocsin.app.config.Configuration;
import dev.tocsin.app.instance.DataFolder;
import dev.tocsin.app.instance.SecretFile;
import dev.tocsin.egress.EgressClient;
import dev.tocsin.ingest.push.PushKeys;
import dev.tocsin.ingest.push.PushSettings;
import dev.tocsin.ingest.push.WebSub;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Puts the push side of ingest together. */
final class WebSubAssembly {
    private WebSubAssembly() {}

    /** Empty where no callback is configured. */
    static Optional<WebSub> assemble(
            Configuration configuration, DataFolder folder, Ground ground, EgressClient egress) {
        Configuration.WebSub settings = configuration.webSub();
        return settings.callback()
                .map(callback ->
                        new PushSettings(
                                callback,
                                settings.bind(),
                                settings.port(),
                                keys(settings, folder),
                                configuration.polling().hostSpacing()))
                .map(push ->
                        new WebSub(
                                push, ground.kafka(), ground.serdes(), egress, Clock.systemUTC()));
    }

    private static PushKeys keys(Configuration.WebSub settings, DataFolder folder) {
        String secret = settings.secret().orElseGet(() -> SecretFile.read(folder.webSubSecret()));
        return new PushKeys(secret.getBytes(StandardCharsets.UTF_8));
    }
}
