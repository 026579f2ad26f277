package org.refocusrecord.query.door;

import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Words;
import org.refocusrecord.query.careplan.PlanRating;
import org.refocusrecord.query.careplan.Trail;
import org.refocusrecord.query.changes.OfRating;
import org.refocusrecord.query.door.StoredForm.ShownPayload;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.util.NameTransformer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes views as JSON: texts as the reader may see them, trails flat in their items, standings
 * only where all is asked for, and the answers of a rating only to those with whom it is shared.
 */
public final class ViewJson {

    static final String SIGHT = "sight";
    private static final String ALL = "all";

    /** Their members are shown as members of what holds them. */
    private static final Set<Class<?>> FLAT = Set.of(Trail.class, ShownEvent.class);

    private static final Set<String> OF_A_RATING = Set.of("answers", "scores");

    private static final JsonMapper MAPPER =
            JsonAnswers.configured(JsonMapper.builder()).addModule(views()).build();

    private ViewJson() {}

    /** The bytes of a view, as this reader sees it; the access log is told. */
    public static byte[] bytes(Object view, Sight sight, boolean all) {
        byte[] bytes =
                MAPPER.writer()
                        .withAttribute(SIGHT, sight)
                        .withAttribute(ALL, all)
                        .writeValueAsBytes(view);
        sight.wasUsed();
        return bytes;
    }

    private static SimpleModule views() {
        SimpleModule module = new SimpleModule("views");
        module.addSerializer(Words.class, new WordsWriter());
        module.addSerializer(Answers.class, new AnswersWriter());
        module.addSerializer(OfRating.class, new OfRatingWriter());
        module.addSerializer(Event.class, new EventWriter());
        module.addSerializer(ShownPayload.class, new StoredFormWriter());
        module.setSerializerModifier(new Modifier());
        return module;
    }

    static Sight sight(SerializationContext context) {
        if (context.getAttribute(SIGHT) instanceof Sight sight) {
            return sight;
        }
        throw new IllegalStateException("a view is written for somebody");
    }

    private static final class Modifier extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config,
                BeanDescription.Supplier bean,
                List<BeanPropertyWriter> properties) {
            List<BeanPropertyWriter> changed = new ArrayList<>();
            for (BeanPropertyWriter property : properties) {
                changed.add(changed(bean.getBeanClass(), property));
            }
            return changed;
        }

        private static BeanPropertyWriter changed(Class<?> bean, BeanPropertyWriter property) {
            if (FLAT.contains(property.getType().getRawClass())) {
                return property.unwrappingWriter(NameTransformer.NOP);
            }
            boolean ofRating = bean == PlanRating.class && OF_A_RATING.contains(property.getName());
            boolean standing = property.getName().equals("standing");
            return ofRating || standing ? new Guarded(property) : property;
        }
    }

    /** A property that not everybody sees. */
    private static final class Guarded extends BeanPropertyWriter {
        private static final long serialVersionUID = 1L;

        Guarded(BeanPropertyWriter property) {
            super(property);
        }

        @Override
        public void serializeAsProperty(
                Object bean, JsonGenerator out, SerializationContext context) throws Exception {
            boolean shown =
                    bean instanceof PlanRating rating
                            ? sight(context).showsRating(rating.trail().evidence().entryId())
                            : Boolean.TRUE.equals(context.getAttribute(ALL));
            if (shown) {
                super.serializeAsProperty(bean, out, context);
            }
        }
    }
}
