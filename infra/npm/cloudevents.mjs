// CloudEvents by their SDK for JavaScript, each a line of JSON with the key, the headers and the value of a record:
//   node cloudevents.mjs write          writes sessions, as sessions.ndjson has them
//   node cloudevents.mjs read < RECORDS prints the event of each record
import { createInterface } from "node:readline";
import { CloudEvent, Kafka } from "cloudevents";

const worker = { party: "STAFF", id: "b0000000-0000-4000-8000-0000000000c1" };

function session(number) {
    return {
        sessionId: `50000000-0000-4000-8000-0000000000c${number}`,
        caseId: "c0000000-0000-4000-8000-0000000000c1",
        occurredAt: "2012-03-14T10:00:00Z",
        minutes: 50,
        setting: "HOME",
        participants: [{ party: "SERVICE_USER" }, worker],
        recordedBy: worker,
        lateReason: "Brought in from an older record.",
        entries: [
            {
                entryId: `90000000-0000-4000-8000-0000000000c${number}`,
                kind: "GOAL_VOICED",
                goalId: `f0000000-0000-4000-8000-0000000000c${number}`,
                statement: "To cook again.",
            },
        ],
    };
}

function event(number) {
    const data = session(number);
    return new CloudEvent({
        id: `session-${number}`,
        source: "/clinical-system",
        type: "org.refocusrecord.session.v1",
        time: "2012-03-14T12:00:00.000Z",
        datacontenttype: "application/json",
        partitionkey: data.caseId,
        data,
    });
}

function print({ key, headers, value }) {
    // In binary mode the SDK leaves it to whoever sends to write the value.
    console.log(JSON.stringify({ key, headers, value: typeof value === "string" ? value : JSON.stringify(value) }));
}

if (process.argv[2] === "write") {
    print(Kafka.binary(event(1)));
    print(Kafka.structured(event(2)));
} else {
    for await (const line of createInterface({ input: process.stdin })) {
        console.log(JSON.stringify(Kafka.toEvent(JSON.parse(line))));
    }
}
