package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The OpenAPI document against the doors that are really there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribingTheDoorsTest {

    private static final Story STORY = Story.begun();
    private static final JsonNode DOCUMENT = STORY.service.get("/openapi.json", "").found().body();

    /** A method and a path, as the document or a controller has it. */
    record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        /** Whether a route of the document is one of this pattern's. */
        boolean covers(Route described) {
            String pattern = path.replaceAll("\\{[^}]+}", "[^/]+");
            return method.equals(described.method()) && Pattern.matches(pattern, described.path());
        }
    }

    @Test
    void what_one_form_of_an_answer_says_more_than_another_is_described() {
        JsonNode events =
                DOCUMENT.path("paths").path("/api/v1/cases/{id}/events").at("/get/responses/200");
        assertThat(events.path("headers").propertyNames()).containsExactly("X-Position", "Link");
        assertThat(events.path("description").asString()).contains("the header Link");
    }

    static Stream<Route> described() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
            path.getValue()
                    .propertyNames()
                    .forEach(method -> routes.add(new Route(method, path.getKey())));
        }
        return routes.stream();
    }

    /** What controllers take under the base path. */
    static Stream<Route> taken() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("org.refocusrecord").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(Objects::nonNull)
                .map(DescribingTheDoorsTest::controller)
                .flatMap(DescribingTheDoorsTest::routes)
                .filter(route -> route.path().startsWith("/api/v1"));
    }

    private static Class<?> controller(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static Stream<Route> routes(Class<?> controller) {
        List<String> prefixes = paths(MergedAnnotations.from(controller).get(RequestMapping.class));
        return Arrays.stream(controller.getDeclaredMethods())
                .flatMap(method -> routes(prefixes, method));
    }

    private static Stream<Route> routes(List<String> prefixes, Method method) {
        MergedAnnotation<RequestMapping> mapping =
                MergedAnnotations.from(method).get(RequestMapping.class);
        if (!mapping.isPresent()) {
            return Stream.empty();
        }
        List<String> methods =
                Arrays.stream(mapping.getEnumArray("method", RequestMethod.class))
                        .map(name -> name.name().toLowerCase(Locale.ROOT))
                        .toList();
        return prefixes.stream()
                .flatMap(prefix -> paths(mapping).stream().map(path -> prefix + path))
                .flatMap(path -> methods.stream().map(name -> new Route(name, path)));
    }

    private static List<String> paths(MergedAnnotation<RequestMapping> mapping) {
        List<String> paths =
                mapping.isPresent() ? List.of(mapping.getStringArray("path")) : List.of();
        return paths.isEmpty() ? List.of("") : paths;
    }

    @ParameterizedTest
    @MethodSource("taken")
    void every_door_is_described(Route taken) {
        assertThat(described().anyMatch(taken::covers)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("described")
    void every_described_door_is_there(Route described) {
        Answer answer =
                STORY.service.send(
                        STORY.service
                                .request(
                                        described.path().replaceAll("\\{[^}]+}", Story.id()),
                                        STORY.system)
                                .header("Content-Type", "application/json")
                                .method(
                                        described.method().toUpperCase(Locale.ROOT),
                                        BodyPublishers.ofString(
                                                described.method().equals("get") ? "" : "{}")));
        assertThat(answer.status()).as(answer.asText()).isLessThan(500).isNotEqualTo(405);
        assertThat(answer.code()).isNotEqualTo("path.unknown");
    }

    @ParameterizedTest
    @MethodSource("described")
    void every_described_door_lets_in_the_roles_that_it_names_and_no_others(Route route) {
        JsonNode door = DOCUMENT.path("paths").path(route.path()).path(route.method());
        Set<String> named = new HashSet<>();
        door.path("x-roles").forEach(role -> named.add(role.asString()));
        Set<String> refused = new HashSet<>();
        for (Role role : Role.values()) {
            if (knocked(route, STORY.service.token(TokenRequest.of(role)))
                    .equals("role.not-enough")) {
                refused.add(role.name());
            }
        }
        Set<String> let = new HashSet<>();
        Arrays.stream(Role.values()).map(Role::name).forEach(let::add);
        let.removeAll(refused);
        boolean open = door.path("security").isArray();
        assertThat(named.isEmpty() || open ? refused : let)
                .isEqualTo(named.isEmpty() || open ? Set.of() : named);
    }

    private static String knocked(Route route, String token) {
        String body = route.method().equals("get") ? "" : "{}";
        return STORY.service
                .send(
                        STORY.service
                                .request(route.path().replaceAll("\\{[^}]+}", Story.id()), token)
                                .header("Content-Type", "application/json")
                                .method(
                                        route.method().toUpperCase(Locale.ROOT),
                                        BodyPublishers.ofString(body)))
                .code();
    }

    @ParameterizedTest
    @MethodSource("described")
    void every_described_door_says_what_it_takes_and_answers(Route route) {
        JsonNode door = DOCUMENT.path("paths").path(route.path()).path(route.method());
        assertThat(door.path("summary").asString()).isNotBlank();
        assertThat(door.path("responses")).isNotEmpty();
        assertThat(route.method().equals("get") && door.has("requestBody")).isFalse();
        Pattern.compile("\\{([^}]+)}")
                .matcher(route.path())
                .results()
                .forEach(name ->
                        assertThat(door.path("parameters").findValuesAsString("name"))
                                .contains(name.group(1)));
    }

    @Test
    void it_is_of_openapi_3_1_and_every_reference_leads_somewhere() {
        assertThat(DOCUMENT.path("openapi").asString()).startsWith("3.1");
        List<String> references = DOCUMENT.findValuesAsString("$ref");
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(reference).startsWith("#/");
            assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        }
    }
}
