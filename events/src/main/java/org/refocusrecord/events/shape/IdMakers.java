package org.refocusrecord.events.shape;

import org.refocusrecord.events.ActionId;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.AspirationId;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.ContractId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.MeasureId;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.ProjectId;
import org.refocusrecord.events.RatingId;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.WorkerId;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What makes a typed id of a UUID. Named one by one, since an event has several: a constructor that
 * is found by reflection would be called through a method handle for each.
 */
final class IdMakers {

    private static final Map<Class<? extends Id>, Function<UUID, Id>> MAKERS =
            Map.ofEntries(
                    Map.entry(CaseId.class, CaseId::new),
                    Map.entry(TeamId.class, TeamId::new),
                    Map.entry(StudyId.class, StudyId::new),
                    Map.entry(ServiceUserId.class, ServiceUserId::new),
                    Map.entry(WorkerId.class, WorkerId::new),
                    Map.entry(CommandId.class, CommandId::new),
                    Map.entry(EntryId.class, EntryId::new),
                    Map.entry(ValueId.class, ValueId::new),
                    Map.entry(PreferenceId.class, PreferenceId::new),
                    Map.entry(StrengthId.class, StrengthId::new),
                    Map.entry(AspirationId.class, AspirationId::new),
                    Map.entry(GoalId.class, GoalId::new),
                    Map.entry(StepId.class, StepId::new),
                    Map.entry(ActionId.class, ActionId::new),
                    Map.entry(ContractId.class, ContractId::new),
                    Map.entry(RatingId.class, RatingId::new),
                    Map.entry(MeasureId.class, MeasureId::new),
                    Map.entry(ProjectId.class, ProjectId::new),
                    Map.entry(ItemId.class, ItemId::new),
                    Map.entry(AnyId.class, AnyId::new),
                    Map.entry(EventId.class, EventId::new));

    private IdMakers() {}

    static Function<UUID, Id> of(Class<? extends Id> type) {
        Function<UUID, Id> maker = MAKERS.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("nothing makes an id of " + type);
        }
        return maker;
    }
}
