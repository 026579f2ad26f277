package org.refocusrecord.app.demo.posting;

import org.refocusrecord.app.demo.trial.Account;

/** Where tokens come from. */
@FunctionalInterface
public interface Tokens {

    /** A bearer token of this account. */
    String tokenOf(Account account);

    /** One token for everything: what it may not do is refused, and counted so. */
    static Tokens only(String token) {
        return account -> token;
    }
}
