package dev.tocsin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Set;

/** FULL_TRANSITIVE: today's schema reads every release, and every release reads today's. */
class SchemaCompatibilityTest {
    /** Record types that no release has yet. */
    private static final Set<String> NEW =
            Set.of(
                    "FeedEvent",
                    "FeedPush",
                    "Correction",
                    "NewsStory",
                    "StoryPlacement",
                    "TaxonomyRecord",
                    "AlertRule",
                    "Alert");

    @ParameterizedTest
    @EnumSource
    void readsEveryReleaseAndIsReadByEveryRelease(KafkaTopics kafkaTopic) {
        Schema today = SpecificData.get().getSchema(kafkaTopic.valueType());

        var released = ReleasedSchemas.of(today.getName());

        assertThat(released.isEmpty())
                .as("whether %s is new: keep NEW and the released schemas in step", today.getName())
                .isEqualTo(NEW.contains(today.getName()));
        for (Schema release : released) {
            assertCompatible(today, release);
            assertCompatible(release, today);
        }
    }

    private static void assertCompatible(Schema reader, Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(verdict.getType())
                .as(
                        "%s: add fields with a default, never remove or rename; else make a .v2 Kafka"
                                + " topic. %s",
                        reader.getName(), verdict.getResult().getIncompatibilities())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
}
