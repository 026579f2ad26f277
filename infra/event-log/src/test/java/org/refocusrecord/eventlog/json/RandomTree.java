package org.refocusrecord.eventlog.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.Random;

/** Trees of every kind of value, deep and odd enough to differ where two writers could. */
final class RandomTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;

    private final Random random;

    RandomTree(Random random) {
        this.random = random;
    }

    JsonNode list() {
        return list(0);
    }

    private JsonNode any(int depth) {
        int kinds = depth < DEEPEST ? 7 : 5;
        return switch (random.nextInt(kinds)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong(-(1L << 53), (1L << 53) + 1));
            case 3 -> NODES.numberNode(new BigDecimal(Double.toString(number())));
            case 4 -> NODES.stringNode(text());
            case 5 -> list(depth + 1);
            default -> object(depth + 1);
        };
    }

    private ArrayNode list(int depth) {
        ArrayNode list = NODES.arrayNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            list.add(any(depth));
        }
        return list;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(8); i > 0; i--) {
            object.set(text(), any(depth));
        }
        return object;
    }

    private double number() {
        double any = random.nextDouble() * Math.pow(10, random.nextInt(-12, 30));
        return random.nextBoolean() ? any : -any;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(codePoint());
        }
        return text.toString();
    }

    private int codePoint() {
        int codePoint =
                switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(0x20);
                    case 1 -> random.nextInt(0x20, 0x80);
                    case 2 -> random.nextInt(0x80, 0x10000);
                    default -> random.nextInt(0x10000, 0x110000);
                };
        return codePoint >= 0xd800 && codePoint < 0xe000 ? 'ö' : codePoint;
    }
}
