package dev.tocsin.enrich.alert.rate;

import java.time.Duration;
import java.time.Instant;

/** How long something has lasted, for people. */
final class Lasting {
    private static final int FEW_HOURS = 48;

    private Lasting() {}

    /** As "45 min", "6 h" or "12 d". */
    static String text(Instant from, Instant to) {
        Duration lasted = Duration.between(from, to);
        if (lasted.toHours() >= FEW_HOURS) {
            return lasted.toDays() + " d";
        }
        return lasted.toHours() >= 2
                ? lasted.toHours() + " h"
                : Math.max(1, lasted.toMinutes()) + " min";
    }
}
