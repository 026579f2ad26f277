package org.refocusrecord.app.demo.trial;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that follows from a seed and a name, so that the same trial is made up everywhere and in
 * whatever order its parts are asked for. One name has one course of chance, whatever others draw.
 */
public final class Chance {

    private static final int VERSION_4 = 0x40;
    private static final int VARIANT = 0x80;

    private final long seed;
    private final String name;
    private final Random random;
    private int ids;

    private Chance(long seed, String name) {
        this.seed = seed;
        this.name = name;
        // The course of java.util.Random is part of its contract, on every JDK.
        this.random = new Random(ByteBuffer.wrap(digest(name)).getLong());
    }

    /** The chance of this name. */
    public static Chance of(long seed, String name) {
        return new Chance(seed, name);
    }

    /** The chance of a part of this, untouched by what was drawn so far. */
    public Chance of(String part) {
        return new Chance(seed, name + "/" + part);
    }

    /** The next id. */
    public UUID id() {
        ids++;
        return id("#" + ids);
    }

    /** The id of this part: always the same one. */
    public UUID id(String part) {
        ByteBuffer bytes = ByteBuffer.wrap(digest(name + "/" + part));
        bytes.put(6, (byte) ((bytes.get(6) & 0x0f) | VERSION_4));
        bytes.put(8, (byte) ((bytes.get(8) & 0x3f) | VARIANT));
        return new UUID(bytes.getLong(0), bytes.getLong(8));
    }

    /** True in so many cases of a hundred. */
    public boolean percent(int ofAHundred) {
        return random.nextInt(100) < ofAHundred;
    }

    /** A number between these two, both included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** One of them. */
    public <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One of them. */
    @SafeVarargs
    public final <T> T oneOf(T first, T... others) {
        int drawn = random.nextInt(others.length + 1);
        return drawn == 0 ? first : others[drawn - 1];
    }

    /** One of these choices, by its weight. */
    public <T extends Weighted> T weighed(List<T> all) {
        int drawn = random.nextInt(all.stream().mapToInt(Weighted::weight).sum());
        for (T each : all) {
            drawn -= each.weight();
            if (drawn < 0) {
                return each;
            }
        }
        throw new IllegalStateException("nothing to draw from");
    }

    /** Some of them, at most so many, in their own order. */
    public <T> List<T> some(List<T> all, int most) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            places.add(place);
        }
        Collections.shuffle(places, random);
        return places.stream().limit(most).sorted(Comparator.naturalOrder()).map(all::get).toList();
    }

    private byte[] digest(String of) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((seed + "/" + of).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
