package dev.tocsin.bench.latency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

/** What became of articles whose webhook did not come, by what the tables say of them. */
final class Fates {
    private static final String SQL =
            """
            select asked.url,
                   case
                     when article.id is null then 'never stored'
                     when placed.story_id is null then 'in no story'
                     when alert.id is null then 'no alert for its story'
                     when story.articles > 1 then 'joined a story that had its alert'
                     else 'alert ' || coalesce(delivery.state, 'without a delivery')
                   end as fate
            from unnest(?) as asked(url)
            left join article on article.url = asked.url
            left join story_article placed on placed.article_id = article.id
            left join story on story.id = placed.story_id
            left join alert on alert.subject = placed.story_id
            left join delivery_item item on item.alert_id = alert.id
            left join delivery on delivery.id = item.delivery_id
            order by asked.url
            """;

    private final DataSource store;

    Fates(DataSource store) {
        this.store = store;
    }

    /** Addresses of articles by what became of them. */
    Map<String, List<String>> of(List<String> urls) throws SQLException {
        Map<String, List<String>> fates = new TreeMap<>();
        try (Connection connection = store.getConnection();
                PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setArray(1, connection.createArrayOf("text", urls.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    fates.computeIfAbsent(rows.getString("fate"), _ -> new ArrayList<>())
                            .add(rows.getString("url"));
                }
            }
        }
        return fates;
    }
}
