package dev.tocsin.sink.postgres;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import javax.sql.DataSource;

/** Brings the tables to the form this version needs; never drops what is there. */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing; does nothing the second time.
     *
     * @throws DatabaseUnavailableException if the database refuses a step
     */
    public static void apply(DataSource dataSource) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailableException(sentence(e), e);
        }
    }

    private static String sentence(FlywayException e) {
        return "The tables cannot be brought up to date: %s. Nothing was lost; the user needs the right to create tables in its schema, and a newer version of this program must not have been here before."
                .formatted(Reasons.of(e));
    }
}
