package dev.tocsin.enrich.place;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The codes that a country may have. */
public final class CountryCodes {

    /** ISO 3166-1 alpha-2, and XK, by which CLDR and the United Nations know Kosovo. */
    public static final Set<String> ALL = all();

    private CountryCodes() {}

    private static Set<String> all() {
        Set<String> codes =
                new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        codes.add("XK");
        return Set.copyOf(codes);
    }
}
