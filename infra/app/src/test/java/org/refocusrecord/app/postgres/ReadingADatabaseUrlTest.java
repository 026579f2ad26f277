package org.refocusrecord.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.refocusrecord.app.data.Hindrance;

class ReadingADatabaseUrlTest {

    @Test
    void the_plain_form_is_taken_apart() {
        GivenUrl url = GivenUrl.of("postgresql://own%40er:p%2Fw+d@db:6543/record?sslmode=require");

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:6543/record?sslmode=require");
        assertThat(url.owner()).isEqualTo(new Login("own@er", "p/w+d"));
        assertThat(url.database()).isEqualTo("record");
    }

    @Test
    void the_short_scheme_and_several_hosts_are_taken_too() {
        assertThat(GivenUrl.of("postgres://owner:word@one:1,two:2/record").jdbcUrl())
                .isEqualTo("jdbc:postgresql://one:1,two:2/record");
    }

    @Test
    void no_password_stays_in_a_jdbc_url() {
        GivenUrl url = GivenUrl.of("jdbc:postgresql://db/record?user=owner&ssl=true&password=word");

        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db/record?ssl=true");
        assertThat(url.owner()).isEqualTo(new Login("owner", "word"));
    }

    @Test
    void anything_else_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> GivenUrl.of("mysql://root:hush@db/record"))
                .isInstanceOf(Hindrance.class)
                .hasMessageContaining("DATABASE_URL is not readable")
                .hasMessageNotContaining("hush");
    }

    @Test
    void a_login_never_shows_its_password() {
        assertThat(new Login("owner", "word")).hasToString("owner");
    }
}
