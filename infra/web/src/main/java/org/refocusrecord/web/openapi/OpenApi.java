package org.refocusrecord.web.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the OpenAPI 3.1 document of the endpoints that the controllers describe. */
public final class OpenApi {

    private final Map<String, Object> schemas = new TreeMap<>();
    private final Operations operations = new Operations(schemas);

    private OpenApi() {
        CommonSchemas.addTo(schemas);
    }

    /** The document, as a tree of maps and lists. */
    public static Map<String, Object> document(
            String version, List<EndpointDescription> endpoints) {
        return new OpenApi().of(version, endpoints);
    }

    private Map<String, Object> of(String version, List<EndpointDescription> endpoints) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (EndpointDescription endpoint : endpoints) {
            paths.computeIfAbsent(endpoint.path(), path -> new LinkedHashMap<>())
                    .put(endpoint.method().toLowerCase(Locale.ROOT), operations.of(endpoint));
        }
        return Schema.of(
                "openapi",
                "3.1.0",
                "info",
                Schema.of(
                        "title",
                        "Refocus Record",
                        "version",
                        version,
                        "description",
                        "An event-sourced record of recovery-focused mental health care. Absent"
                                + " and null are the same; unknown fields and query parameters are"
                                + " refused.",
                        "license",
                        Schema.of("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(Schema.of("url", "/")),
                "security",
                List.of(Schema.of("token", List.of())),
                "paths",
                paths,
                "components",
                Schema.of(
                        "schemas",
                        schemas,
                        "securitySchemes",
                        Schema.of(
                                "token",
                                Schema.of(
                                        "type",
                                        "http",
                                        "scheme",
                                        "bearer",
                                        "bearerFormat",
                                        "JWT"))));
    }
}
