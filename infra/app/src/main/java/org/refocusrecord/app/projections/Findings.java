package org.refocusrecord.app.projections;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;

/** What somebody has to look at, of views as a server tells of them. */
final class Findings {

    private static final Set<String> OF_VIEWS = Set.of("FAILING", "STRANDED");
    private static final Set<String> OF_REBUILDS = Set.of("DIFFERS", "STRANDED");

    private Findings() {}

    static boolean isOne(JsonNode view) {
        return OF_VIEWS.contains(view.path("state").asString(""))
                || OF_REBUILDS.contains(view.at("/rebuild/state").asString(""));
    }

    /** Says of each case that differs how it does, or why it waits though none does. */
    static List<String> differences(JsonNode rebuild) {
        List<String> each =
                rebuild.path("differs").valueStream().map(Findings::difference).toList();
        boolean waits =
                rebuild.path("state").asString("").equals("DIFFERS")
                        && rebuild.path("told").asBoolean();
        return waits && each.isEmpty()
                ? List.of(
                        "no case that you may see; one by an older version waits too where both"
                                + " hold the same")
                : each;
    }

    private static String difference(JsonNode each) {
        String stream = each.path("stream").asString("");
        String table = each.path("table").asString("");
        String rows =
                table.isEmpty()
                        ? ""
                        : ", in %s: %d rows only in what is live, %d only in what was rebuilt"
                                .formatted(
                                        table,
                                        each.path("onlyLive").asLong(),
                                        each.path("onlyRebuilt").asLong());
        return stream + rows + parked(each);
    }

    private static String parked(JsonNode each) {
        boolean live = each.path("parkedLive").asBoolean();
        boolean rebuilt = each.path("parkedRebuilt").asBoolean();
        if (live && rebuilt) {
            return ", parked in both";
        }
        if (live) {
            return ", parked in what is live";
        }
        return rebuilt ? ", parked in what was rebuilt" : "";
    }

    /**
     * How a rebuild ended, or where it waits for somebody; null as long as it goes on by itself.
     */
    static @Nullable String end(JsonNode rebuild) {
        return switch (rebuild.path("state").asString("")) {
            case "LIVE" -> "is live as it was rebuilt";
            case "CANCELLED" -> "was not rebuilt: it was cancelled";
            case "DIFFERS" -> rebuild.path("told").asBoolean() ? "differs" : null;
            case "STRANDED" -> "is not rebuilt: no running server brings that version";
            default -> null;
        };
    }
}
