package org.refocusrecord.web.openapi;

import java.util.List;

/** What a module's controllers offer; each module that has some makes a bean of this. */
@FunctionalInterface
public interface EndpointDescriptions {

    /** The endpoints. */
    List<EndpointDescription> endpoints();
}
