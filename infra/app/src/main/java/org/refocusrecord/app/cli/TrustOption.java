package org.refocusrecord.app.cli;

import org.refocusrecord.security.TokenRequest;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The trust of a token on the command line, as servers take it. */
public final class TrustOption implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        if (!TokenRequest.isTrust(value)) {
            throw new TypeConversionException(
                    "'%s' is no code of a trust: that is 1 to 40 of A-Z a-z 0-9 _ -"
                            .formatted(value));
        }
        return value;
    }
}
