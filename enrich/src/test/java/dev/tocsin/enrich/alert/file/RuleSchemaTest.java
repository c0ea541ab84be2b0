package dev.tocsin.enrich.alert.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

class RuleSchemaTest {
    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(RuleFormat.schema(), InputFormat.JSON);

    private List<Error> errors(String yaml) {
        return schema.validate(yaml, InputFormat.YAML);
    }

    @Test
    void it_accepts_all_that_may_be_written() {
        assertThat(errors(RuleFileTest.FULL)).isEmpty();
    }

    @Test
    void it_knows_the_keys_that_the_reader_knows() {
        JsonNode json = new JsonMapper().readTree(RuleFormat.schema());
        assertThat(json.at("/$defs/rule/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(RuleFormat.keys());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    topics: [desert-war]   | topcs: [desert-war]
                    languages: [en, uk]    | languages: [english]
                    origins: 2             | origins: 0
                    cooldown: 1h           | cooldown: an hour
                    quiet: 22:00-07:00     | quiet: nights
                    digest: daily 08:30    | digest: weekly
                    at-most: 5 per hour    | at-most: few
                    kind: volume           | kind: noise
                    deviations: 4.5        | deviations: 0
                    rules:                 | rulez:
                    """)
    void it_refuses_what_the_reader_refuses(String right, String wrong) {
        assertThat(errors(RuleFileTest.FULL.replace(right, wrong))).isNotEmpty();
    }
}
