package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.web.json.JsonPlace;
import org.refocusrecord.web.problem.ProblemCode;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads persons: a party and an id, or the bare word of a party. Who is meant where no id was sent
 * is for the rules to find out; an interpreter takes part, and does nothing else.
 */
final class Persons {

    private static final Map<String, Party> PARTIES =
            Arrays.stream(Party.values())
                    .filter(party -> party != Party.INTERPRETER)
                    .collect(Collectors.toUnmodifiableMap(Party::name, party -> party));

    private final Faults faults;
    private final Texts texts;

    Persons(Faults faults) {
        this.faults = faults;
        this.texts = new Texts(faults);
    }

    @Nullable Person person(JsonPlace at, JsonNode node) {
        if (node.isString()) {
            Party party = party(at, node);
            return party == null ? null : Person.theOnly(party);
        }
        if (!node.isObject()) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A party, or an object with one.");
            return null;
        }
        int before = faults.count();
        for (String name : node.propertyNames()) {
            if (!name.equals("party") && !name.equals("id")) {
                faults.add(at.member(name), ProblemCode.FIELD_UNKNOWN);
            }
        }
        Party party = null;
        if (isAbsent(node.path("party"))) {
            faults.add(at.member("party"), ProblemCode.FIELD_MISSING);
        } else {
            party = party(at.member("party"), node.path("party"));
        }
        JsonNode sent = node.path("id");
        String id =
                isAbsent(sent)
                        ? Person.withoutId(Party.OTHER).id()
                        : id(at.member("id"), sent, party);
        return party == null || id == null || faults.count() > before
                ? null
                : new Person(party, id);
    }

    /** The id beside a party that stands in an object of its own. */
    @Nullable String idBeside(JsonPlace at, JsonNode node, JsonNode party) {
        boolean account = party.isString() && party.stringValue().equals(Party.OTHER.name());
        return id(at, node, account ? Party.OTHER : Party.STAFF);
    }

    private @Nullable String id(JsonPlace at, JsonNode node, @Nullable Party party) {
        if (party == null) {
            return texts.string(at, node);
        }
        if (party == Party.OTHER) {
            return texts.code(at, node, Person.ACCOUNT);
        }
        UUID id = texts.uuid(at, node);
        return id == null ? null : id.toString();
    }

    private @Nullable Party party(JsonPlace at, JsonNode node) {
        if (!node.isString()) {
            faults.add(at, ProblemCode.FIELD_WRONG_TYPE, "A string is expected.");
            return null;
        }
        Party party = PARTIES.get(node.stringValue());
        if (party == null) {
            faults.add(
                    at,
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "SERVICE_USER, STAFF, CARER, ADVOCATE, RESEARCHER or OTHER.");
        }
        return party;
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
