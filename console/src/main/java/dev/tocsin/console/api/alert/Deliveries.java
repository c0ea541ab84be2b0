package dev.tocsin.console.api.alert;

import dev.tocsin.console.api.Reader;
import dev.tocsin.console.api.RefusedException;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/** The messages, and how one is sent again. */
final class Deliveries {
    private static final String NEWEST =
            """
            select %s from delivery
            where (cast(:state as text) is null or state = :state)
                and (cast(:target as text) is null or target = :target)
                and (cast(:before as bigint) is null or id < :before)
            order by id desc limit :limit
            """
                    .formatted(DeliveryRows.COLUMNS);

    private static final String ONE =
            "select %s from delivery where id = :id".formatted(DeliveryRows.COLUMNS);

    /** The attempts stay on record; counting them, and three days of patience, begin anew. */
    private static final String AGAIN =
            """
            update delivery set state = 'WAITING', due_at = now(), attempts = 0,
                tried_since = null, lease = null, lease_until = null, delivered_at = null
            where id = :id and state in ('PARKED', 'DELIVERED')
            """;

    private final Reader reader;
    private final Jdbi jdbi;

    Deliveries(DataSource dataSource) {
        this.reader = new Reader(dataSource);
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Messages, newest first. */
    record Page(List<DeliveryView> deliveries, @Nullable Long next) {}

    Page newest(@Nullable String state, @Nullable String target, @Nullable Long before, int limit) {
        return reader.read(handle -> {
            List<DeliveryView> found =
                    handle.createQuery(NEWEST)
                            .bind("state", state)
                            .bind("target", target)
                            .bind("before", before)
                            .bind("limit", limit + 1)
                            .map((row, _) -> DeliveryRows.view(row, List.of()))
                            .list();
            boolean more = found.size() > limit;
            List<DeliveryView> shown = withItems(handle, more ? found.subList(0, limit) : found);
            return new Page(shown, more ? shown.getLast().id() : null);
        });
    }

    /**
     * Has a message sent once more, whether it was parked or had arrived.
     *
     * @throws RefusedException if there is none, or it has not been sent yet
     */
    DeliveryView sendAgain(long id) {
        int changed =
                jdbi.withHandle(handle -> handle.createUpdate(AGAIN).bind("id", id).execute());
        DeliveryView present = find(id);
        if (changed == 0) {
            throw RefusedException.conflict(
                    "The delivery %d is %s and will be sent by itself, due %s."
                            .formatted(id, present.state(), present.dueAt()));
        }
        return present;
    }

    private DeliveryView find(long id) {
        return reader.read(handle ->
                withItems(
                                handle,
                                handle.createQuery(ONE)
                                        .bind("id", id)
                                        .map((row, _) -> DeliveryRows.view(row, List.of()))
                                        .list())
                        .stream()
                        .findFirst()
                        .orElseThrow(() ->
                                RefusedException.unknown(
                                        "delivery",
                                        "No delivery has this id. Ids come from /api/v1/deliveries.")));
    }

    private static List<DeliveryView> withItems(Handle handle, List<DeliveryView> deliveries) {
        Map<Long, List<DeliveryView.Item>> items =
                DeliveryRows.items(handle, deliveries.stream().map(DeliveryView::id).toList());
        return deliveries.stream()
                .map(each -> each.with(items.getOrDefault(each.id(), List.of())))
                .toList();
    }
}
