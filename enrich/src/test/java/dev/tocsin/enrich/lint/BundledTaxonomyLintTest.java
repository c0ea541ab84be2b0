package dev.tocsin.enrich.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Objects;

class BundledTaxonomyLintTest {
    @Test
    void theBundledTaxonomyHasNoErrorAndFewDoubts() throws Exception {
        var folder = Objects.requireNonNull(getClass().getResource("/taxonomy"));
        var findings = TaxonomyLint.check(Path.of(folder.toURI()));

        assertThat(findings)
                .filteredOn(each -> each.severity() == Finding.Severity.ERROR)
                .isEmpty();
        assertThat(findings).hasSizeLessThan(20);
    }
}
