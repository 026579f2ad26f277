package org.refocusrecord.app.cli;

import picocli.CommandLine.IVersionProvider;

import java.util.Objects;

/** Which version this is, as its build has noted it. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Refocus Record " + number()};
    }

    /** The number alone; "unreleased" where it was not packed. */
    static String number() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "unreleased");
    }
}
