package dev.tocsin.sink.postgres;

import dev.tocsin.schemas.AlertEvidence;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/** What rate rules look at: volumes of conflict topics, silences of feeds, alerts told before. */
public final class RateQueries {
    private static final int MOST_EVIDENCE = 20;

    private final DataSource dataSource;

    public RateQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * How much there is on a conflict topic.
     *
     * @param formerWeeks stories in the same hours of each of the eight weeks before in which
     *     articles were collected while they were new, the last one first
     */
    public record StoredVolume(
            String conflictTopic,
            int stories,
            int articles,
            int independentOrigins,
            Instant firstSeen,
            List<Integer> formerWeeks) {
        public StoredVolume {
            formerWeeks = List.copyOf(formerWeeks);
        }
    }

    /**
     * A time in which a feed brings nothing.
     *
     * @param end null while it lasts
     * @param relief null while it lasts
     */
    public record StoredSilence(
            String feedId,
            String url,
            String title,
            @Nullable String publisher,
            boolean fails,
            Instant since,
            String reason,
            @Nullable Instant end,
            @Nullable String relief) {}

    /** A feed that may fall silent. */
    public record ListedFeed(String id, String url, @Nullable String publisher) {}

    /** An alert as it was stored last. */
    public record ToldAlert(
            String id,
            int sequence,
            String subject,
            Instant raisedAt,
            Instant updatedAt,
            int articles,
            int independentOrigins,
            boolean isOver) {}

    /**
     * The conflict topics that have any article in the window that ends now, by what was collected
     * until then.
     *
     * @param topics slugs; empty for all
     * @throws DatabaseUnavailableException if the database cannot be read
     */
    public List<StoredVolume> volumes(
            List<String> topics, boolean confirmedOnly, int hours, Instant now) {
        return query(
                RateSql.VOLUMES,
                parameters ->
                        parameters
                                .time(now)
                                .number(hours)
                                .time(now)
                                .time(now)
                                .flag(confirmedOnly)
                                .flag(topics.isEmpty())
                                .array(topics),
                RateQueries::volume);
    }

    /** The latest article of each of the latest stories on a conflict topic in the window. */
    public List<AlertEvidence> evidence(
            String topic, boolean confirmedOnly, int hours, Instant now) {
        return query(
                RateSql.EVIDENCE,
                parameters ->
                        parameters
                                .text(topic)
                                .flag(confirmedOnly)
                                .time(now)
                                .number(hours)
                                .time(now)
                                .number(MOST_EVIDENCE),
                RateQueries::evidence);
    }

    /** Silences of listed feeds that began after that time, the earliest first. */
    public List<StoredSilence> silences(Instant after) {
        return query(RateSql.SILENCES, parameters -> parameters.time(after), RateQueries::silence);
    }

    /** The feeds that are listed and polled, by address. */
    public List<ListedFeed> feeds() {
        return query(RateSql.FEEDS, parameters -> {}, RateQueries::feed);
    }

    /** The alert of that id, if it is stored. */
    public Optional<ToldAlert> told(String id) {
        return query(RateSql.TOLD, parameters -> parameters.text(id), RateQueries::told).stream()
                .findFirst();
    }

    /** The alert of the rule that was updated last among those whose subject begins so. */
    public Optional<ToldAlert> lastTold(String ruleId, String subjectPrefix) {
        return query(
                        RateSql.LAST_TOLD,
                        parameters -> parameters.text(ruleId).text(subjectPrefix),
                        RateQueries::told)
                .stream()
                .findFirst();
    }

    /** The alerts of the rule that were updated after that time and are not over. */
    public List<ToldAlert> underWay(String ruleId, Instant after) {
        return query(
                RateSql.UNDER_WAY,
                parameters -> parameters.text(ruleId).time(after),
                RateQueries::told);
    }

    @FunctionalInterface
    private interface Binding {
        void bind(Parameters parameters) throws SQLException;
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Binding binding, Row<T> row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(new Parameters(statement));
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(row.read(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "rates of topics and feeds cannot be read: " + Reasons.of(e), e);
        }
    }

    private static StoredVolume volume(ResultSet row) throws SQLException {
        Object[] weeks = (Object[]) row.getArray("former_weeks").getArray();
        return new StoredVolume(
                row.getString("conflict_topic"),
                row.getInt("stories"),
                row.getInt("articles"),
                row.getInt("origins"),
                time(row, "first_seen"),
                Arrays.stream(weeks).map(week -> ((Number) week).intValue()).toList());
    }

    private static AlertEvidence evidence(ResultSet row) throws SQLException {
        return AlertEvidence.newBuilder()
                .setArticleId(row.getString("id"))
                .setTitle(row.getString("title"))
                .setUrl(row.getString("url"))
                .setPublisher(row.getString("publisher"))
                .setOrigin(row.getString("origin"))
                .setIsCopy(row.getBoolean("is_copy"))
                .setLanguage(row.getString("language"))
                .setEventAt(time(row, "event_at"))
                .build();
    }

    private static StoredSilence silence(ResultSet row) throws SQLException {
        OffsetDateTime end = row.getObject("end_at", OffsetDateTime.class);
        return new StoredSilence(
                row.getString("feed_id"),
                row.getString("feed_url"),
                row.getString("title"),
                row.getString("publisher"),
                row.getString("kind").equals("FAILING"),
                time(row, "at"),
                row.getString("event_text"),
                end == null ? null : end.toInstant(),
                row.getString("relief"));
    }

    private static ListedFeed feed(ResultSet row) throws SQLException {
        return new ListedFeed(
                row.getString("id"), row.getString("url"), row.getString("publisher"));
    }

    private static ToldAlert told(ResultSet row) throws SQLException {
        return new ToldAlert(
                row.getString("id"),
                row.getInt("sequence"),
                row.getString("subject"),
                time(row, "raised_at"),
                time(row, "updated_at"),
                row.getInt("articles"),
                row.getInt("independent_origins"),
                row.getBoolean("is_over"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
