package dev.tocsin.enrich.place;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The codes that a country may have. */
public final class CountryCodes {

    /** ISO 3166-1 alpha-2, and XK, by which CLDR and the United Nations know Kosovo; sorted. */
    public static final Set<String> ALL = all();

    private CountryCodes() {}

    private static Set<String> all() {
        Set<String> codes =
                new TreeSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
        codes.add("XK");
        return Collections.unmodifiableSet(codes);
    }
}
