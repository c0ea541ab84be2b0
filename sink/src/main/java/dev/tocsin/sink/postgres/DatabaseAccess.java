package dev.tocsin.sink.postgres;

/**
 * Where the database is and who we are there.
 *
 * @param jdbcUrl a {@code jdbc:postgresql:} URL
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** The URL fit for people's eyes: without parameters, which may hold secrets. */
    public String shownUrl() {
        return jdbcUrl.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + shownUrl() + ", user=" + user + ", password=***]";
    }
}
