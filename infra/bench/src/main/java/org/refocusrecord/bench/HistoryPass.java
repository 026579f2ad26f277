package org.refocusrecord.bench;

import com.zaxxer.hikari.HikariDataSource;

import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import javax.sql.DataSource;

/** What is read of history, and the views that lead to it: on a server of its own. */
final class HistoryPass {

    private static final int EVENTS_OF_A_PERSON = 50;
    private static final int LONG_CASES = 3;
    private static final int COMPARED = 64;
    private static final int CONNECTIONS = 8;

    private final Size size;
    private final PrintStream out;
    private final Progress progress;

    HistoryPass(Size size, PrintStream out, Progress progress) {
        this.size = size;
        this.out = out;
        this.progress = progress;
    }

    /**
     * How much of each.
     *
     * @param ids of callers
     * @param stored how many events are stored first
     * @param people how many people have years of care behind them
     * @param longPlan how many events a long case has
     * @param warmUpSeconds how long each works beforehand
     * @param timing how long what is timed call by call
     * @param perSecond how many sessions a second are posted beside a rebuild or exports
     */
    record Size(
            Ids ids,
            long stored,
            int people,
            int longPlan,
            double warmUpSeconds,
            Timing.Rules timing,
            int perSecond) {}

    /** In a folder that nobody has used. */
    void run(Path data, Predicate<String> wanted, Results results) throws Exception {
        try (Product product = Product.started(data, progress);
                HikariDataSource owner = product.pool("public", CONNECTIONS)) {
            Machine.print(product.administrator(), out);
            product.follow(false);
            Cast crowd = Cast.drawn(size.ids());
            Story story = new Story(crowd);
            Ours ours = new Ours(product, story);
            CaseRows rows = stored(product, owner, story, ours);
            long copied = product.part(EventLog.class).head().position();
            People people = recorded(product, crowd, size.people(), EVENTS_OF_A_PERSON);
            if (wanted.test(Names.VIEWS)) {
                views(
                        product,
                        new FoldingViews(product, ours, story, new Copying(owner, rows)),
                        results);
            }
            if (wanted.test(Names.AUDIT)) {
                audit(product, new Auditing(product, people, crowd, owner), results);
            }
            if (wanted.test(Names.HISTORY)) {
                history(product, people, crowd, table(owner, copied));
            }
            if (wanted.test(Names.REBUILD)) {
                rebuild(product, ours, story);
            }
            if (wanted.test(Names.EXPORTS)) {
                exports(product, ours, story, people);
            }
        }
    }

    private CaseRows stored(Product product, HikariDataSource owner, Story story, Ours ours)
            throws Exception {
        Cast crowd = story.cast();
        People.register(product, crowd);
        CaseId first = story.newCase();
        ours.telling(first);
        Template template =
                Template.of(
                        owner,
                        product.part(EventLog.class),
                        "case/" + first,
                        List.of(crowd.team().value(), crowd.worker().value()));
        CaseRows rows = new CaseRows(owner, product.part(MasterKey.class), template, size.ids());
        new Loading(owner, rows).upTo(size.stored(), progress);
        return rows;
    }

    /** Of another team of the same trust. */
    private People recorded(Product product, Cast crowd, int many, int events) throws Exception {
        Cast cast =
                new Cast(
                        crowd.trust(),
                        new TeamId(UUID.randomUUID()),
                        new WorkerId(UUID.randomUUID()),
                        size.ids());
        People people = People.recorded(product, cast, many, events);
        progress.says("recorded %,d people with %,d events each".formatted(many, events));
        Sql.run(product.administrator(), "vacuum (analyze)");
        return people;
    }

    private void views(Product product, FoldingViews views, Results results) throws Exception {
        product.followViews(true);
        product.awaitViews(progress);
        fight(views.bout(product.part(EventLog.class).head().position()), product, results);
        views.sizes().forEach(out::println);
    }

    private void audit(Product product, Auditing auditing, Results results) throws Exception {
        product.followViews(true);
        product.awaitViews(progress);
        Sql.run(product.administrator(), "vacuum (analyze)");
        Bout plans = auditing.plans();
        if (size.warmUpSeconds() > 0) {
            plans.warmUp(size.warmUpSeconds(), progress);
        }
        fight(plans, product, results);
        timed(auditing.firstPages(), true);
    }

    private TemporalTable table(DataSource owner, long copied) throws Exception {
        TemporalTable table = TemporalTable.made(owner);
        table.loadCopies(copied);
        return table;
    }

    private void history(Product product, People people, Cast crowd, TemporalTable table)
            throws Exception {
        product.followViews(false);
        People few = recorded(product, crowd, LONG_CASES, size.longPlan());
        for (People some : List.of(people, few)) {
            for (People.Recorded person : some.recorded()) {
                table.load(person);
            }
        }
        table.index();
        out.printf("temporal table: %,d rows%n", table.rows());
        try (PastPlans plans = new PastPlans(product, people, table);
                PastPlans ofLongCases = new PastPlans(product, few, table)) {
            plans.compare(COMPARED);
            ofLongCases.compare(COMPARED);
            out.println("every plan that was compared is the same in the temporal table");
            read("a case of %,d events".formatted(EVENTS_OF_A_PERSON), plans);
            read("a case of %,d events".formatted(size.longPlan()), ofLongCases);
        }
    }

    private void read(String whose, PastPlans plans) throws Exception {
        boolean first = true;
        for (PastPlan.Clock clock : PastPlan.Clock.values()) {
            for (boolean again : new boolean[] {false, true}) {
                timed(plans.reading(whose, clock, again), first);
                first = false;
            }
        }
    }

    private void rebuild(Product product, Ours ours, Story story) throws Exception {
        product.follow(true);
        product.awaitViews(progress);
        new Rebuilding(product, ours, story, size.perSecond()).print(size.timing(), out, progress);
    }

    private void exports(Product product, Ours ours, Story story, People people) throws Exception {
        product.follow(true);
        product.awaitViews(progress);
        new Exporting(product, ours, story, people, size.perSecond())
                .print(size.timing(), out, progress);
    }

    private void timed(Timing timing, boolean warmUp) throws Exception {
        if (warmUp && size.warmUpSeconds() > 0) {
            timing.warmUp(size.warmUpSeconds(), progress);
        }
        timing.print(size.timing(), out, progress);
    }

    private void fight(Bout bout, Product product, Results results) throws Exception {
        Timing.Rules rules = size.timing();
        bout.fought(
                        new Bout.Rules(
                                rules.rounds(), rules.warmUps(), 1, 1, product.administrator()),
                        progress)
                .forEach((contestant, spread) ->
                        results.add(
                                new Results.Key(
                                        size.stored(),
                                        Bench.STAND,
                                        bout.name(),
                                        bout.callers(),
                                        contestant),
                                spread));
    }
}
