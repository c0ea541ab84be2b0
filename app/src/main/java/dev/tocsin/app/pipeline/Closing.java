package dev.tocsin.app.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes parts so that one that fails does not keep the others open. */
final class Closing {
    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.atWarn()
                    .addKeyValue("part", part.getClass().getSimpleName())
                    .addKeyValue("error", e.toString())
                    .log("did not close cleanly");
        }
    }
}
