package org.refocusrecord.app.cli;

import org.refocusrecord.web.json.Uuids;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.UUID;

/**
 * An id on the command line: the same form as in the API, since a token with another finds nobody.
 */
final class IdOption implements ITypeConverter<UUID> {

    @Override
    public UUID convert(String value) {
        UUID id = Uuids.uuid(value);
        if (id == null) {
            throw new TypeConversionException(
                    "'" + value + "' is no UUID in lower case other than the nil UUID");
        }
        return id;
    }
}
