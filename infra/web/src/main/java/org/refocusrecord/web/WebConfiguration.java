package org.refocusrecord.web;

import org.refocusrecord.web.json.JsonAnswers;
import org.refocusrecord.web.openapi.EndpointDescriptions;
import org.refocusrecord.web.openapi.OpenApiController;
import org.refocusrecord.web.problem.BrokenAnswers;
import org.refocusrecord.web.problem.ProblemAdvice;
import org.refocusrecord.web.problem.ProblemErrorController;
import org.refocusrecord.web.problem.ProblemPages;
import org.refocusrecord.web.problem.ProblemTranslator;
import org.refocusrecord.web.problem.Problems;
import org.refocusrecord.web.problem.TomcatProblems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;

/** Everything here, for the server that puts it together. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return JsonAnswers.mapper();
    }

    @Bean
    Problems problems(ObjectProvider<ProblemTranslator> translators) {
        return new Problems(translators.orderedStream().toList());
    }

    @Bean
    ProblemAdvice problemAdvice(Problems problems) {
        return new ProblemAdvice(problems);
    }

    @Bean
    BrokenAnswers brokenAnswers(Problems problems) {
        return new BrokenAnswers(problems);
    }

    @Bean
    ProblemErrorController problemErrorController(Problems problems) {
        return new ProblemErrorController(problems);
    }

    @Bean
    ProblemPages problemPages() {
        return new ProblemPages();
    }

    @Bean
    TomcatProblems tomcatProblems() {
        return new TomcatProblems();
    }

    @Bean
    SilentSenders silentSenders(
            @Value("${server.tomcat.keep-alive-timeout:20s}") Duration patience) {
        return new SilentSenders(patience);
    }

    @Bean
    OpenApiController openApiController(
            @Value("${refocus.version:unreleased}") String version,
            ObjectProvider<EndpointDescriptions> modules) {
        return new OpenApiController(
                version,
                modules.orderedStream().flatMap(module -> module.endpoints().stream()).toList());
    }
}
