package org.refocusrecord.command.coaching;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.OwnDoor;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.command.Rule;
import org.refocusrecord.command.Speaking;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingContractAmended;
import org.refocusrecord.events.coaching.CoachingContractEnded;
import org.refocusrecord.events.coaching.CoachingContractReviewed;
import org.refocusrecord.events.coaching.CoachingConversationHeld;
import org.refocusrecord.events.coaching.CoachingEvent;

import java.util.List;

/**
 * Coaching contracts: always between the person and one worker, and agreed by both. One sentence is
 * a contract.
 */
public final class Coaching {

    private static final String ID = "/contractId";

    private Coaching() {}

    /** What an entry about coaching brings and names. */
    public static Bearing bearing(CoachingEvent event) {
        return switch (event) {
            case CoachingContractAgreed e ->
                    Bearing.of().bringsContract(ID, e.contractId(), e.worker()).done();
            case CoachingContractAmended e ->
                    Bearing.of().names(ID, ItemKind.CONTRACT, e.contractId()).done();
            case CoachingContractReviewed e ->
                    Bearing.of().names(ID, ItemKind.CONTRACT, e.contractId()).done();
            case CoachingContractEnded e ->
                    Bearing.of().names(ID, ItemKind.CONTRACT, e.contractId()).done();
            case CoachingConversationHeld e ->
                    Bearing.of().names(ID, ItemKind.CONTRACT, e.contractId()).done();
        };
    }

    /** What speaks against an entry about coaching, apart from what it names. */
    public static List<Refusal> refusals(CoachingEvent event, Speaking speaking) {
        return switch (event) {
            case CoachingContractAgreed e -> needsBoth(e.agreedBy(), e.worker(), speaking);
            case CoachingContractAmended e ->
                    needsBoth(
                            e.agreedBy(),
                            speaking.workerOf().apply(e.contractId().value()),
                            speaking);
            case CoachingContractEnded e -> OwnDoor.only(speaking, "/endedBy", e.endedBy());
            case CoachingContractReviewed _ -> List.of();
            case CoachingConversationHeld _ -> List.of();
        };
    }

    /** Somebody who could not be told is refused as such. */
    private static List<Refusal> needsBoth(
            List<Person> agreedBy, @Nullable Person worker, Speaking speaking) {
        boolean allNamed =
                agreedBy.stream().allMatch(Person::isNamed) && (worker == null || worker.isNamed());
        boolean both =
                agreedBy.contains(speaking.person())
                        && (worker == null || agreedBy.contains(worker));
        return both || !allNamed ? List.of() : List.of(Rule.CONTRACT_NEEDS_BOTH.at("/agreedBy"));
    }
}
