package org.refocusrecord.query.access;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody asks to be shown something of persons' records. Nobody gets a case without one, and it
 * is got from the {@link AccessLog} alone: so whoever makes a new reader has to say what is read.
 */
public final class Asking {

    /** Of several roles by which a case is in scope it is read in the first. */
    private static final List<Role> IN_ORDER =
            List.of(
                    Role.SERVICE_USER,
                    Role.WORKER,
                    Role.TEAM_LEADER,
                    Role.AUDITOR,
                    Role.CLINICAL_SYSTEM,
                    Role.RESEARCHER,
                    Role.ADMIN);

    private final AccessLog log;
    private final Caller caller;
    private final @Nullable Purpose purpose;
    private final What what;
    private final QueryValues query;

    Asking(AccessLog log, Caller caller, @Nullable Purpose purpose, What what, QueryValues query) {
        this.log = log;
        this.caller = caller;
        this.purpose = purpose;
        this.what = what;
        this.query = query;
    }

    /** Who asks. */
    public Caller caller() {
        return caller;
    }

    /** What for, where that was said. */
    public @Nullable Purpose purpose() {
        return purpose;
    }

    /** The same, asked in these roles alone. */
    public Asking inRoles(Role... roles) {
        Set<Role> some = EnumSet.noneOf(Role.class);
        some.addAll(caller.roles());
        some.retainAll(List.of(roles));
        Caller narrowed =
                new Caller(
                        caller.sub(),
                        some,
                        caller.trust(),
                        caller.teams(),
                        caller.workerId(),
                        caller.serviceUserId(),
                        caller.studies());
        return new Asking(log, narrowed, purpose, what, query);
    }

    /** Cases, with the role in which each is read, that an answer is to show. */
    public Showing showing(Map<CaseId, Role> cases) {
        return new ShownCases(this, cases);
    }

    void shown(Map<CaseId, Role> cases) {
        log.shown(
                cases.entrySet().stream()
                        .map(one -> access(one.getKey(), one.getValue(), Outcome.SHOWN))
                        .toList());
    }

    /** A case is there, and not for this caller. */
    public void refused(CaseId caseId) {
        log.refused(access(caseId, first(caller.roles()), Outcome.REFUSED));
    }

    private Access access(CaseId caseId, Role role, Outcome outcome) {
        return new Access(
                EventIds.next().value(),
                log.now(),
                caller.sub(),
                person(role),
                role,
                caseId,
                what,
                query.get(QueryParameter.AS_OF),
                query.get(QueryParameter.KNOWN_AT),
                purpose,
                outcome);
    }

    private Person person(Role role) {
        if (role == Role.SERVICE_USER && caller.serviceUserId() != null) {
            return new Person(Party.SERVICE_USER, caller.serviceUserId().toString());
        }
        return caller.workerId() == null
                ? new Person(Party.OTHER, caller.sub())
                : new Person(Party.STAFF, caller.workerId().toString());
    }

    /** The role of these in which something is read. */
    public static Role first(Set<Role> roles) {
        return inOrder(roles).getFirst();
    }

    /** The same roles, the one in which something is read before the others. */
    public static List<Role> inOrder(Set<Role> roles) {
        return IN_ORDER.stream().filter(roles::contains).toList();
    }
}
