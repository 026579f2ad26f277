package org.refocusrecord.security;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads who is calling from the claims of a token. A claim that is there and cannot be read spoils
 * the token: a set of teams that was lost on the way must not read as all teams. An account that
 * could not be sent as the id of a person spoils it too, for it may come to be recorded as one.
 * Roles that we do not know belong to somebody else's service and give nothing here.
 */
final class Claims {

    private static final Pattern TRUST = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Not the nil UUID, which is the id of nothing. */
    private static final Pattern ID =
            Pattern.compile(
                    "(?!00000000-0000-0000-0000-000000000000)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** What comes by a message inbox is posted under this name, and nobody else's is. */
    private static final String OF_AN_INBOX = "kafka:";

    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values())
                    .collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));

    private final Map<String, Object> claims;

    private Claims(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** The caller, or nobody where the claims cannot be read. */
    static Optional<Caller> read(Map<String, Object> claims) {
        try {
            return Optional.of(new Claims(claims).caller());
        } catch (NotReadable notReadable) {
            return Optional.empty();
        }
    }

    private static final class NotReadable extends RuntimeException {
        NotReadable() {
            super(null, null, false, false);
        }
    }

    static boolean isAccount(String text) {
        return Person.ACCOUNT.matcher(text).matches() && !text.startsWith(OF_AN_INBOX);
    }

    static boolean isTrust(String text) {
        return TRUST.matcher(text).matches();
    }

    private Caller caller() {
        String sub = text("sub", Person.ACCOUNT);
        if (sub == null || !isAccount(sub)) {
            throw new NotReadable();
        }
        Set<TeamId> teams = claims.get("teams") == null ? null : ids("teams", TeamId::new);
        UUID workerId = id("workerId");
        UUID serviceUserId = id("serviceUserId");
        return new Caller(
                sub,
                roles(),
                text("trust", TRUST),
                teams,
                workerId == null ? null : new WorkerId(workerId),
                serviceUserId == null ? null : new ServiceUserId(serviceUserId),
                ids("studies", StudyId::new));
    }

    private Set<Role> roles() {
        Set<Role> roles = new LinkedHashSet<>();
        for (String name : texts("roles")) {
            Role role = ROLES.get(name);
            if (role != null) {
                roles.add(role);
            }
        }
        return Set.copyOf(roles);
    }

    private <T> Set<T> ids(String claim, Function<UUID, T> maker) {
        Set<T> ids = new LinkedHashSet<>();
        for (String text : texts(claim)) {
            ids.add(maker.apply(uuid(text)));
        }
        return Set.copyOf(ids);
    }

    private @Nullable UUID id(String claim) {
        String text = text(claim, ID);
        return text == null ? null : UUID.fromString(text);
    }

    private static UUID uuid(String text) {
        if (!ID.matcher(text).matches()) {
            throw new NotReadable();
        }
        return UUID.fromString(text);
    }

    private @Nullable String text(String claim, Pattern pattern) {
        Object value = claims.get(claim);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && pattern.matcher(text).matches()) {
            return text;
        }
        throw new NotReadable();
    }

    private List<String> texts(String claim) {
        return switch (claims.get(claim)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(Claims::text).toList();
            default -> throw new NotReadable();
        };
    }

    private static String text(Object element) {
        if (element instanceof String text) {
            return text;
        }
        throw new NotReadable();
    }
}
