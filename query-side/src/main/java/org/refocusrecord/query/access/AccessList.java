package org.refocusrecord.query.access;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Who read the records of some cases, the latest read first. */
public final class AccessList {

    /** Case by case along the key, so that it costs as much as it shows. */
    private static final String ACCESSES =
            """
            select found.* from unnest(:cases::uuid[]) as asked (of_case)
             cross join lateral (
                select id, at, account, person, role, case_id, what, as_of, known_at, purpose,
                       purpose_words, outcome
                  from refocus_access.access
                 where case_id = asked.of_case and at >= :from and at <= :to
                   and (at, id) < (:at, :id)
                   and (:by::text is null or account = :by or person = 'STAFF/' || :by)
                 order by at desc, id desc limit :limit) as found
             order by at desc, id desc limit :limit\
            """;

    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final DataSource reader;

    /** Read through these connections. */
    public AccessList(DataSource reader) {
        this.reader = reader;
    }

    /**
     * What of the log is asked for.
     *
     * @param by the account, or the worker; null: anybody
     */
    public record Filter(@Nullable Instant from, @Nullable Instant to, @Nullable String by) {}

    /**
     * One read as it is told. Codes are as they are stored, since a later program may have more of
     * them.
     *
     * @param account whose token it was
     * @param by who that is
     * @param role in which it was read
     * @param purpose what for; null: that was not said
     * @param purposeWords a few words about it, if there were any
     * @param outcome SHOWN; REFUSED: the caller was told that there is no such case
     */
    public record Accessed(
            UUID id,
            Instant at,
            CaseId caseId,
            Person by,
            String account,
            String role,
            String what,
            @Nullable Instant asOf,
            @Nullable Instant knownAt,
            @Nullable String purpose,
            @Nullable String purposeWords,
            String outcome) {}

    /**
     * The reads of these cases, the latest first.
     *
     * @param before the place of the last one that was told; null: from the latest on
     */
    public List<Accessed> list(
            Collection<CaseId> cases, Filter filter, @Nullable List<String> before, int limit) {
        Instant at = before == null ? NEVER : Instant.parse(before.getFirst());
        UUID id = before == null ? LAST : UUID.fromString(before.get(1));
        try {
            return JdbcClient.create(reader)
                    .sql(ACCESSES)
                    .param("cases", cases.stream().map(CaseId::value).toArray(UUID[]::new))
                    .param("from", utc(filter.from() == null ? EVER : filter.from()))
                    .param("to", utc(filter.to() == null ? NEVER : filter.to()))
                    .param("at", utc(at))
                    .param("id", id)
                    .param("by", filter.by(), Types.VARCHAR)
                    .param("limit", limit)
                    .query((row, _) -> accessed(row))
                    .list();
        } catch (DataAccessException failed) {
            throw failed.getRootCause() instanceof SQLException cause
                    ? new AccessNotKept(cause)
                    : failed;
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Accessed accessed(ResultSet row) throws SQLException {
        return new Accessed(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                new CaseId(row.getObject(6, UUID.class)),
                person(row.getString(4)),
                row.getString(3),
                row.getString(5),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }

    private static Person person(String text) {
        int slash = text.indexOf('/');
        return new Person(Party.valueOf(text.substring(0, slash)), text.substring(slash + 1));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
