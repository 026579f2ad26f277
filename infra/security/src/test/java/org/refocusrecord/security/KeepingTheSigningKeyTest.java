package org.refocusrecord.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingTheSigningKeyTest {

    @Test
    void it_is_drawn_once_and_kept_for_its_owner_alone(@TempDir Path data) throws Exception {
        String token = LocalIssuer.in(data).token(TokenRequest.of(Role.ADMIN), Instant.now());
        assertThat(LocalIssuer.in(data).decoder().decode(token).getSubject())
                .isEqualTo("local:admin");
        Path file = data.resolve("keys/token-signing.jwk");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void two_that_start_at_once_have_one_key(@TempDir Path data) throws Exception {
        Callable<String> start = () -> SigningKey.in(data).getKeyID();
        Set<String> keys;
        try (ExecutorService starts = Executors.newFixedThreadPool(4)) {
            List<String> ids = new ArrayList<>();
            for (Future<String> started : starts.invokeAll(List.of(start, start, start, start))) {
                ids.add(started.get());
            }
            keys = Set.copyOf(ids);
        }
        assertThat(keys).hasSize(1);
    }

    @Test
    void a_spoiled_key_is_no_reason_to_draw_another(@TempDir Path data) throws Exception {
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/token-signing.jwk"), "spoiled");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> LocalIssuer.in(data));
    }

    @Test
    void a_key_of_another_kind_is_told_of_and_left_where_it_is(@TempDir Path data)
            throws Exception {
        Path file = data.resolve("keys/token-signing.jwk");
        Files.createDirectories(file.getParent());
        String another = new RSAKeyGenerator(2048).generate().toJSONString();
        Files.writeString(file, another);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> LocalIssuer.in(data))
                .withMessageContaining("none of P-256")
                .withMessageContaining(file.toString());
        assertThat(file).hasContent(another);
    }

    @Test
    void it_signs_no_token_that_it_would_not_take(@TempDir Path data) throws Exception {
        LocalIssuer issuer = LocalIssuer.in(data);
        TokenRequest mail = TokenRequest.of(Role.ADMIN).subject("somebody@example.org");
        assertThatIllegalArgumentException().isThrownBy(() -> issuer.token(mail, Instant.now()));
    }
}
