package org.refocusrecord.eventlog.words;

/**
 * A text as the log keeps it.
 *
 * @param c base64 of nonce, ciphertext and tag over salt and text
 * @param d lower-case hex of SHA-256 over salt and text: what proofs rest on, and what is left when
 *     the key is gone
 */
public record SealedText(String c, String d) {}
