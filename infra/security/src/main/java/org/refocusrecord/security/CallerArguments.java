package org.refocusrecord.security;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the caller, and the purpose where one was given, as arguments. */
final class CallerArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class
                || parameter.getParameterType() == Purpose.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.getParameterType() == Caller.class ? caller() : purpose(request);
    }

    private static Caller caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
            return token.getPrincipal();
        }
        throw new AccessRefused("token.missing");
    }

    private static @Nullable Purpose purpose(NativeWebRequest request) {
        String[] headers = request.getHeaderValues("Purpose");
        if (headers == null || headers.length == 0) {
            return null;
        }
        if (headers.length > 1) {
            throw new AccessRefused("value.not-allowed", "/Purpose");
        }
        return Purpose.of(headers[0]);
    }
}
