/** The published language of the record. */
module org.refocusrecord.events {
    requires static transitive org.jspecify;

    exports org.refocusrecord.events;
    exports org.refocusrecord.events.careaction;
    exports org.refocusrecord.events.casefile;
    exports org.refocusrecord.events.coaching;
    exports org.refocusrecord.events.correction;
    exports org.refocusrecord.events.goal;
    exports org.refocusrecord.events.log;
    exports org.refocusrecord.events.rating;
    exports org.refocusrecord.events.session;
    exports org.refocusrecord.events.shape;
    exports org.refocusrecord.events.study;
    exports org.refocusrecord.events.team;
    exports org.refocusrecord.events.workingpractice;
}
