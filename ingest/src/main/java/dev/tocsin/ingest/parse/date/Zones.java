package dev.tocsin.ingest.parse.date;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/** The names of time zones that stand in feeds. Where two zones share a name, news decides. */
final class Zones {
    private static final Map<String, Duration> NAMES = new HashMap<>();

    static {
        String table =
                """
                ut 0 utc 0 gmt 0 z 0 wet 0 a -60 n 60 m -720 y 720
                adt -180 ast -240 at -240 edt -240 est -300 et -300 cdt -300 cst -360 ct -360
                mdt -360 mst -420 mt -420 pdt -420 pst -480 pt -480 akdt -480 akst -540 hst -600
                nst -210 ndt -150 brt -180 brst -120 art -180 clt -240 clst -180 cot -300 pet -300 vet -240
                west 60 bst 60 cet 60 met 60 mez 60 wat 60 cest 120 mest 120 mesz 120 eet 120 cat 120
                sast 120 eest 180 idt 180 msk 180 msd 240 eat 180 trt 180 irst 210 gst 240
                aft 270 pkt 300 uzt 300 ist 330 npt 345 bdt 360 mmt 390 ict 420 wib 420 hkt 480 sgt 480
                pht 480 myt 480 wita 480 awst 480 jst 540 kst 540 wit 540 acst 570 acdt 630 aest 600
                aedt 660 nzst 720 nzdt 780
                """;
        String[] words = table.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            NAMES.put(words[i], Duration.ofMinutes(Long.parseLong(words[i + 1])));
        }
    }

    private Zones() {}

    static boolean isName(String name) {
        return name.contains("/") || NAMES.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Distance from UTC of a name such as {@code CEST} or {@code Europe/Paris}, east positive. */
    static Optional<Duration> named(String name, LocalDateTime at) {
        Duration known = NAMES.get(name.toLowerCase(Locale.ROOT));
        return known == null && name.contains("/") ? region(name, at) : Optional.ofNullable(known);
    }

    private static Optional<Duration> region(String name, LocalDateTime at) {
        try {
            ZoneId zone = TimeZone.getTimeZone(name).toZoneId();
            int seconds = zone.getRules().getOffset(at).getTotalSeconds();
            return Optional.of(Duration.ofSeconds(seconds));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
