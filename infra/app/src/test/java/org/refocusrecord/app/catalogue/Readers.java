package org.refocusrecord.app.catalogue;

import org.refocusrecord.events.Event;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InterfaceMethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which packages of the query side name an event: found in their class files, so that nobody need
 * keep a list. A package names an event when its class stands in a switch, a test or a call, or
 * when it calls what a family of events has in common.
 */
final class Readers {

    private static final String EVENTS = "org/refocusrecord/events/";
    private static final String VIEWS = "org/refocusrecord/query/";

    private final Map<Class<?>, SortedSet<String>> packages = new HashMap<>();

    Readers() {
        for (ClassModel model : Compiled.classesOf("org/refocusrecord/query")) {
            String name = model.thisClass().asInternalName().substring(VIEWS.length());
            int slash = name.indexOf('/');
            if (slash > 0) {
                for (PoolEntry entry : model.constantPool()) {
                    note(entry, name.substring(0, slash));
                }
            }
        }
    }

    SortedSet<String> of(Class<? extends Event> event) {
        return packages.getOrDefault(event, Collections.emptySortedSet());
    }

    private void note(PoolEntry entry, String view) {
        switch (entry) {
            case ClassEntry named when !type(named).isInterface() -> name(type(named), view);
            case InterfaceMethodRefEntry call -> name(type(call.owner()), view);
            default -> {}
        }
    }

    private void name(Class<?> type, String view) {
        if (type.isInterface() && type.getPermittedSubclasses() != null) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                name(member, view);
            }
        } else {
            packages.computeIfAbsent(type, any -> new TreeSet<>()).add(view);
        }
    }

    /** The class that an entry names if it is of the published language; else Object. */
    private static Class<?> type(ClassEntry entry) {
        String name = entry.asInternalName();
        try {
            return name.startsWith(EVENTS) ? Class.forName(name.replace('/', '.')) : Object.class;
        } catch (ClassNotFoundException e) {
            throw new AssertionError("A view names what is not there: " + name, e);
        }
    }
}
