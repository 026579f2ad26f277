package org.refocusrecord.command.casefile;

import org.refocusrecord.command.Posting;

import java.util.Set;
import java.util.UUID;

/**
 * Who may correct what. Staff correct their own entries, leaders and systems those of all staff;
 * the person what came by the own door and what he or she disagreed with; an administrator what an
 * administrator recorded. Who may correct a thing may take back corrections of it, too.
 */
public final class Rights {

    private static final Set<String> ONLY_SYSTEMS = Set.of("case.opened", "case.transferred");

    private Rights() {}

    /** Whether it is for administrators to correct: what they recorded, and corrections of it. */
    public static boolean isForAdministrators(CaseState state, UUID target) {
        Fact fact = state.byId().get(target);
        return fact != null && isAdministrators(state.root(fact));
    }

    private static boolean isAdministrators(Fact root) {
        return root.first().type().startsWith("words.");
    }

    static boolean mayCorrect(CaseState state, Posting posting, Fact target) {
        Fact root = state.root(target);
        String type = root.first().type();
        boolean administrators = isAdministrators(root);
        boolean onlySystems = ONLY_SYSTEMS.contains(type);
        return switch (posting.right()) {
            case CLINICAL_SYSTEM -> !administrators;
            case TEAM_LEADER -> !administrators && !onlySystems;
            case WORKER ->
                    !administrators
                            && !onlySystems
                            && (posting.isWorker(target.recordedBy()) || target.ownDoor());
            case SERVICE_USER -> isOfThePerson(state, root);
            case ADMIN -> administrators;
        };
    }

    /** A disagreement is the person's whoever typed it; a reply where the person gave it. */
    private static boolean isOfThePerson(CaseState state, Fact root) {
        boolean bySelf = root.recordedBy().equals(state.person());
        return switch (root.first().type()) {
            case "entry.disagreed-with" -> bySelf || root.first().personsOwn();
            case "entry.disagreement-replied-to" -> bySelf;
            default -> root.ownDoor();
        };
    }
}
