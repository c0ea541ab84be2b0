package dev.tocsin.enrich.topology;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * A streams group never takes another topology than the one it began with (KIP-1071 leaves that for
 * later), so a version of the program with a new one could not join. Once nobody is in the group it
 * is made anew, with the offsets it had; stores and repartition topics are named after the
 * application and stay. Should the process die between the two steps, the articles are read from
 * the beginning, and the store of known articles keeps them from counting twice.
 */
final class GroupRenewal {
    private static final Logger log = LoggerFactory.getLogger(GroupRenewal.class);
    private static final String REFUSAL = "Topology updates are not supported";

    private final Map<String, Object> kafka;
    private final String group;

    GroupRenewal(Map<String, Object> kafka, String group) {
        this.kafka = kafka;
        this.group = group;
    }

    /** Whether the group was refused for its topology. */
    static boolean isReasonOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRequestException
                    && String.valueOf(cause.getMessage()).contains(REFUSAL)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Makes the group anew if nobody is in it.
     *
     * @return false if somebody is
     */
    boolean renew() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka)) {
            return isEmpty(admin) && renew(admin);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw e;
        }
    }

    private boolean isEmpty(Admin admin) throws InterruptedException, ExecutionException {
        return admin.describeStreamsGroups(List.of(group)).all().get().values().stream()
                .allMatch(described -> described.groupState() == GroupState.EMPTY);
    }

    private boolean renew(Admin admin) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                new HashMap<>(
                        admin.listStreamsGroupOffsets(
                                        Map.of(group, new ListStreamsGroupOffsetsSpec()))
                                .partitionsToOffsetAndMetadata(group)
                                .get());
        offsets.values().removeIf(offset -> offset == null);
        admin.deleteStreamsGroups(List.of(group)).all().get();
        if (!offsets.isEmpty()) {
            admin.alterStreamsGroupOffsets(group, offsets).all().get();
        }
        log.atInfo()
                .addKeyValue("group", group)
                .addKeyValue("partitions", offsets.size())
                .log("the group has a new topology and goes on where it was");
        return true;
    }
}
