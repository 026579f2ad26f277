package org.refocusrecord.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Evidence checked a second time, straight from the contract, RFC 9162, RFC 8785, the notes of C2SP
 * and docs/stored-forms.md, with nothing of the program in it. The plan it leaves aside.
 */
final class SecondVerifier {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, byte[]> parts;
    private final String key;
    private long size;
    private byte[] root = new byte[0];

    private SecondVerifier(Map<String, byte[]> parts, String key) {
        this.parts = parts;
        this.key = key;
    }

    /** What is wrong first; empty: nothing. Whatever cannot be read is wrong too. */
    static Optional<String> firstFault(Map<String, byte[]> parts, String key) {
        try {
            new SecondVerifier(parts, key).check();
            return Optional.empty();
        } catch (Exception wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private void check() throws Exception {
        checkpoint();
        List<JsonNode> events = lines("events.ndjson");
        List<JsonNode> proofs = lines("proofs.ndjson");
        require(events.size() == proofs.size(), "counts");
        Map<String, JsonNode> payloads = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            proven(event, proofs.get(i));
            require(event.path("sequence").asLong() == i, "sequence " + i);
            require(event.path("stream").equals(events.getFirst().path("stream")), "stream");
            payloads.put(
                    event.path("eventId").asString(),
                    JSON.readTree(event.path("payload").asString()));
        }
        head(events.getLast());
        for (JsonNode disclosed : lines("disclosures.ndjson")) {
            String eventId = disclosed.path("eventId").asString();
            text(disclosed, payloads.getOrDefault(eventId, JSON.createObjectNode()));
        }
    }

    private void checkpoint() throws Exception {
        String note = new String(parts.get("checkpoint.txt"), UTF_8);
        int blank = note.lastIndexOf("\n\n");
        String text = note.substring(0, blank + 1);
        String[] signature = note.substring(blank + 2).strip().split(" ", 3);
        String[] vkey = key.strip().split("\\+", 3);
        byte[] material = Base64.getDecoder().decode(vkey[2]);
        byte[] signed = Base64.getDecoder().decode(signature[2]);
        require(signature[1].equals(vkey[0]), "name");
        require(hex(Arrays.copyOf(signed, 4)).equals(vkey[1]), "key");
        require(hex(sha256((vkey[0] + "\n").getBytes(UTF_8), material)).startsWith(vkey[1]), "id");
        Signature verifier = Signature.getInstance("Ed25519");
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + 32);
        System.arraycopy(material, 1, encoded, prefix.length, 32);
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        verifier.update(text.getBytes(UTF_8));
        require(verifier.verify(Arrays.copyOfRange(signed, 4, signed.length)), "signature");
        String[] lines = text.split("\n", -1);
        require(lines[0].equals(vkey[0]), "origin");
        size = Long.parseLong(lines[1]);
        root = Base64.getDecoder().decode(lines[2]);
    }

    private void proven(JsonNode event, JsonNode proof) {
        String payload = event.path("payload").asString();
        Map<String, Object> leaf = new TreeMap<>();
        for (String name :
                List.of(
                        "commandId",
                        "eventId",
                        "occurredAt",
                        "postedBy",
                        "recordedAt",
                        "recordedBy",
                        "stream",
                        "type")) {
            leaf.put(name, event.path(name).asString());
        }
        leaf.put("revision", event.path("revision").asLong());
        leaf.put("sequence", event.path("sequence").asLong());
        leaf.put("payloadSha256", hex(sha256(payload.getBytes(UTF_8))));
        require(
                leaf.get("payloadSha256").equals(event.path("payloadSha256").asString()),
                "payload of " + leaf.get("eventId"));
        byte[] hash = sha256(new byte[] {0}, JSON.writeValueAsBytes(leaf));
        List<byte[]> path = hashes(proof.path("path"));
        require(
                hex(hash).equals(proof.path("leafHash").asString()),
                "leaf of " + leaf.get("eventId"));
        require(proof.path("eventId").equals(event.path("eventId")), "proof");
        require(
                Arrays.equals(root, reached(hash, proof.path("position").asLong() - 1, size, path)),
                "place of " + leaf.get("eventId"));
    }

    /** From the definition of PATH in RFC 9162, 2.1.3.1, backwards. */
    private static byte[] reached(byte[] leaf, long m, long n, List<byte[]> path) {
        if (n == 1) {
            require(path.isEmpty() && m == 0, "path");
            return leaf;
        }
        long k = Long.highestOneBit(n - 1);
        byte[] last = path.getLast();
        List<byte[]> rest = path.subList(0, path.size() - 1);
        return m < k
                ? sha256(new byte[] {1}, reached(leaf, m, k, rest), last)
                : sha256(new byte[] {1}, last, reached(leaf, m - k, n - k, rest));
    }

    private void head(JsonNode last) {
        JsonNode heads = JSON.readTree(parts.get("heads.json"));
        proven(heads.path("noted"), heads.path("proof"));
        JsonNode note = JSON.readTree(heads.path("noted").path("payload").asString());
        require(heads.path("noted").path("stream").asString().equals("log/heads"), "note");
        require(heads.path("noted").path("type").asString().equals("log.heads-noted"), "note");
        require(heads.path("stream").equals(last.path("stream")), "stream of the head");
        require(heads.path("sequence").equals(last.path("sequence")), "last event withheld");
        String leaf =
                "{\"sequence\":%d,\"stream\":\"%s\"}"
                        .formatted(
                                heads.path("sequence").asLong(), heads.path("stream").asString());
        byte[] at = sha256(new byte[] {0}, leaf.getBytes(UTF_8));
        byte[] place = sha256(heads.path("stream").asString().getBytes(UTF_8));
        List<byte[]> path = hashes(heads.path("path"));
        for (int bit = path.size() - 1; bit >= 0; bit--) {
            boolean right = (place[bit / 8] & (0x80 >> (bit % 8))) != 0;
            at =
                    right
                            ? sha256(new byte[] {1}, path.get(bit), at)
                            : sha256(new byte[] {1}, at, path.get(bit));
        }
        require(hex(at).equals(note.path("root").asString()), "head");
    }

    private static void text(JsonNode disclosed, JsonNode payload) {
        byte[] salted =
                sha256(
                        HexFormat.of().parseHex(disclosed.path("salt").asString()),
                        disclosed.path("text").asString().getBytes(UTF_8));
        require(
                digests(payload, disclosed.path("n").asLong()).equals(List.of(hex(salted))),
                "text of " + disclosed.path("eventId").asString());
    }

    private static List<String> digests(JsonNode node, long n) {
        List<String> found = new ArrayList<>();
        if (node.has("d") && node.has("c") && node.path("n").asLong() == n) {
            found.add(node.path("d").asString());
        }
        node.forEach(child -> found.addAll(digests(child, n)));
        return found;
    }

    private List<JsonNode> lines(String part) {
        return new String(parts.get(part), UTF_8).lines().map(JSON::readTree).toList();
    }

    private static List<byte[]> hashes(JsonNode list) {
        return list.valueStream().map(hash -> HexFormat.of().parseHex(hash.asString())).toList();
    }

    private static byte[] sha256(byte[]... bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] some : bytes) {
                digest.update(some);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void require(boolean so, String what) {
        if (!so) {
            throw new IllegalArgumentException(what);
        }
    }
}
