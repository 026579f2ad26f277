package org.refocusrecord.app.demo.trial;

import java.util.List;
import java.util.function.Supplier;

/** Posts that have to come in their order, made up only when they are wanted. */
public record Line(String name, Supplier<List<Post>> posts) {}
