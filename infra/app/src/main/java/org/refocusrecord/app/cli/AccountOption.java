package org.refocusrecord.app.cli;

import org.refocusrecord.security.TokenRequest;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The account of a token on the command line, as servers take it. */
final class AccountOption implements ITypeConverter<String> {

    @Override
    public String convert(String value) {
        if (!TokenRequest.isAccount(value)) {
            throw new TypeConversionException(
                    "'%s' is no account: that is 1 to 100 of A-Z a-z 0-9 . _ : / - without kafka: in front"
                            .formatted(value));
        }
        return value;
    }
}
