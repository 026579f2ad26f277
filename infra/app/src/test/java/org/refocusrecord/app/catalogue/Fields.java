package org.refocusrecord.app.catalogue;

import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.Form;
import org.refocusrecord.events.shape.Form.AnswersForm;
import org.refocusrecord.events.shape.Form.CodeForm;
import org.refocusrecord.events.shape.Form.CountForm;
import org.refocusrecord.events.shape.Form.DayForm;
import org.refocusrecord.events.shape.Form.EventForm;
import org.refocusrecord.events.shape.Form.FreeForm;
import org.refocusrecord.events.shape.Form.IdForm;
import org.refocusrecord.events.shape.Form.ListForm;
import org.refocusrecord.events.shape.Form.MomentForm;
import org.refocusrecord.events.shape.Form.NumberForm;
import org.refocusrecord.events.shape.Form.PersonForm;
import org.refocusrecord.events.shape.Form.PersonIdForm;
import org.refocusrecord.events.shape.Form.RecordForm;
import org.refocusrecord.events.shape.Form.TextForm;
import org.refocusrecord.events.shape.Form.TruthForm;
import org.refocusrecord.events.shape.Form.WordsForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tables of members, and what they need explained further down: lists of codes and parts. */
final class Fields {

    private static final int CODES_IN_A_CELL = 5;
    private static final String HEAD = "| member | is | may be absent |\n|---|---|---|\n";

    private final SortedMap<String, Class<?>> codes = new TreeMap<>();
    private final SortedMap<String, String> parts = new TreeMap<>();

    String of(EventShape shape) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Constant constant : shape.constants()) {
            table.append("| `%s` | always `%s` | |\n".formatted(constant.name(), constant.value()));
        }
        return table.append(rows(shape.members())).toString();
    }

    /** The tables of parts, and of the parts of parts. */
    String parts() {
        StringBuilder text = new StringBuilder();
        parts.forEach((name, table) ->
                text.append("\n<a id=\"part-%s\"></a>\n### %s\n\n".formatted(name, name))
                        .append(table));
        return text.toString();
    }

    String codes() {
        StringBuilder table = new StringBuilder("| list | codes |\n|---|---|\n");
        codes.forEach((name, type) ->
                table.append(
                        "| <a id=\"code-%s\"></a>%s | %s |\n".formatted(name, name, inline(type))));
        return table.toString();
    }

    private String rows(RecordShape shape) {
        return shape.members().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Member member) {
        String note = member.derived() ? "; filled in by the record" : "";
        if (member.otherwise() != null) {
            note = "; `" + member.otherwise() + "` where the caller left it out";
        }
        return "| `%s` | %s%s | %s |\n"
                .formatted(
                        member.name(), words(member.form()), note, member.optional() ? "yes" : "");
    }

    private String words(Form form) {
        return switch (form) {
            case IdForm(Class<? extends Id> type, var _) -> id(type);
            case CodeForm(Class<?> type, var _) -> code(type);
            case TextForm text -> text(text);
            case PersonIdForm _ -> "id of the person whose `party` stands beside it";
            case NumberForm number -> number(number);
            case CountForm _ -> "whole number from 0";
            case TruthForm _ -> "`true` or `false`";
            case MomentForm(boolean happened) -> "moment" + happened(happened);
            case DayForm(boolean happened) -> "day" + happened(happened);
            case PersonForm _ -> "[person](stored-forms.md#persons)";
            case WordsForm _ -> "**[Words](stored-forms.md#words)**";
            case AnswersForm _ ->
                    "[answers](stored-forms.md#answers) to an [instrument](#instruments)";
            case FreeForm _ -> "JSON of the caller's own shape";
            case EventForm _ -> "the whole payload of the event that `eventType` names";
            case ListForm(Form element, int min, int max) ->
                    "list of %d to %d: %s".formatted(min, max, words(element));
            case RecordForm(RecordShape shape) -> part(shape);
        };
    }

    private static String id(Class<? extends Id> type) {
        if (type == AnyId.class) {
            return "id of an entry, a session or a command";
        }
        if (type == ItemId.class) {
            return "id of a value, preference, strength, aspiration or voiced goal";
        }
        if (type == CommandId.class) {
            return "id of a session or command";
        }
        String name = type.getSimpleName().replaceFirst("Id$", "");
        String words = name.replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return "id of " + ("aeio".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    private String code(Class<?> type) {
        if (type.getEnumConstants().length <= CODES_IN_A_CELL) {
            return inline(type);
        }
        codes.put(type.getSimpleName(), type);
        return "code of [%s](#code-%s)".formatted(type.getSimpleName(), type.getSimpleName());
    }

    private static String inline(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(code -> "`" + code + "`")
                .collect(Collectors.joining(" "));
    }

    private static String text(TextForm text) {
        return text.pattern() == null
                ? "plain text, at most %,d characters".formatted(text.max())
                : "code such as `" + text.pattern() + "`";
    }

    private static String number(NumberForm number) {
        return number.min() == Integer.MIN_VALUE
                ? "whole number"
                : "whole number, %d to %d".formatted(number.min(), number.max());
    }

    private static String happened(boolean happened) {
        return happened ? ", not in the future" : "";
    }

    private String part(RecordShape shape) {
        String name = shape.type().getSimpleName();
        if (!parts.containsKey(name)) {
            String table = HEAD + rows(shape);
            parts.put(name, table);
        }
        return "[%s](#part-%s)".formatted(name, name);
    }
}
