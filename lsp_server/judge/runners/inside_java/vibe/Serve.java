package vibe;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.*;

/**
 * The loop of the worker: `Serve FOLDER FILE KIND OWNER NAME SHAPE`, or `Serve FOLDER` to run the main method of a program.
 * A payload is `room mutated aside value`: the most characters of a result, the place of the argument that the example
 * speaks of (-1: none), the aside (see judge/arranged.py), and the list of the arguments as wire text. See the docstring of runners/__init__.py for the channel.
 */
public final class Serve {
    private static final String COMMANDS = "/dev/fd/3";
    private static final String REPLIES = "/dev/fd/4";
    private static final int MOST_TEXT = 2000;
    private final Candidate candidate;
    private final String file;
    private final String kind;
    private final String owner;
    private final String name;

    private Serve(String[] arguments) throws IOException {
        candidate = new Candidate(Path.of(arguments[0]));
        file = arguments[1];
        kind = arguments[2];
        owner = arguments[3];
        name = arguments[4];
        Nodes.circular = arguments[5].equals("circle");
    }

    public static void main(String[] arguments) throws Throwable {
        if (arguments.length == 1) program(Path.of(arguments[0]));
        else new Serve(arguments).loop();
    }

    private static void program(Path folder) throws IOException {
        try {
            new Call(new Candidate(folder).main(), List.of(List.of())).run();
        } catch (Throwable error) {
            System.out.flush();
            System.err.print("Exception in thread \"main\" ");
            error.printStackTrace();
            System.exit(1);
        }
    }

    private void loop() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(new FileInputStream(COMMANDS), StandardCharsets.UTF_8));
        OutputStream replies = new FileOutputStream(REPLIES);
        send(replies, "{\"ready\":true}");
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] parts = line.split(" ", 5);
            String reply = answer(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3], parts[4]);
            System.out.flush();
            System.err.flush();
            send(replies, parts[0] + " {" + reply + "}");
        }
        Runtime.getRuntime().halt(0);
    }

    private static void send(OutputStream replies, String line) throws IOException {
        replies.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        replies.flush();
    }

    private String answer(int room, int mutated, String aside, String wire) {
        try {
            Chains.begin(aside);
            List<?> values = (List<?>) new Wire(wire).read();
            return kind.equals("class") ? design(values, room) : call(values, room, mutated, aside.charAt(0));
        } catch (Json.TooLarge error) {
            return "\"too_large\":true";
        } catch (Undefined error) {
            return failure(List.of("NotDefinedError"), error.getMessage(), null);
        } catch (Chains.NotACopy error) {
            return failure(List.of("NotACopy"), error.getMessage(), null);
        } catch (Mismatch error) {
            return failure(List.of("ArgumentMismatch"), error.getMessage(), null);
        } catch (OutOfMemoryError error) {
            return failure(List.of("MemoryError"), "", null);
        } catch (Throwable error) {
            return failure(types(error), String.valueOf(error.getMessage() == null ? "" : error.getMessage()), line(error));
        }
    }

    private String call(List<?> values, int room, int mutated, char aside) throws Throwable {
        Call call = candidate.find(owner, name, values);
        Object result = call.run();
        if (aside == 'p') return "\"value\":" + Chains.place(result) + ",\"ms\":" + call.milliseconds;
        if (aside == 'w') return "\"value\":" + Json.of(Chains.whole(), room) + ",\"ms\":" + call.milliseconds;
        if (aside == 'n') Chains.refuseShared(result, call.arguments);
        String reply = "\"value\":" + json(result, call.returns(), room);
        if (result == null && !call.arguments.isEmpty()) reply += ",\"first\":" + argument(call, 0, room);
        if (mutated >= 0 && mutated < call.arguments.size()) reply += ",\"mutated\":" + argument(call, mutated, room);
        return reply + ",\"ms\":" + call.milliseconds;
    }

    private static String argument(Call call, int place, int room) {
        return json(call.arguments.get(place), call.parameter(place), room);
    }

    private static String json(Object value, Class<?> type, int room) {
        return value == null && Nodes.isNode(type) ? Json.ofNodes(type, room) : Json.of(value, room);
    }

    /** The first operation makes the object, the others are called on it in order. */
    private String design(List<?> script, int room) throws Throwable {
        List<?> operations = (List<?>) script.get(0);
        List<?> arguments = (List<?>) script.get(1);
        Class<?> kind = candidate.named(name);
        Object subject = null;
        double milliseconds = 0;
        List<Object> results = new ArrayList<>();
        for (int k = 0; k < operations.size(); k++) {
            List<?> values = (List<?>) arguments.get(k);
            String operation = (String) operations.get(k);
            Call call = k == 0 ? Candidate.make(kind, values)
                : Candidate.fitting(Candidate.methods(kind, operation), operation, values);
            Object result = call.on(subject);
            milliseconds += call.milliseconds;
            results.add(k == 0 ? null : result);
            subject = k == 0 ? result : subject;
        }
        return "\"value\":" + Json.of(results, room) + ",\"ms\":" + milliseconds;
    }

    private static List<String> types(Throwable error) {
        List<String> names = new ArrayList<>();
        for (Class<?> kind = error.getClass(); kind != Object.class; kind = kind.getSuperclass()) names.add(kind.getSimpleName());
        return names;
    }

    private Integer line(Throwable error) {
        for (StackTraceElement element : error.getStackTrace()) {
            if (file.equals(element.getFileName()) && element.getLineNumber() > 0) return element.getLineNumber();
        }
        return null;
    }

    private static String failure(List<String> types, String text, Integer line) {
        String told = text.substring(0, Math.min(text.length(), MOST_TEXT));
        String data = Json.of(types, Integer.MAX_VALUE) + ",\"text\":" + Json.of(told, Integer.MAX_VALUE);
        return "\"error\":{\"types\":" + data + ",\"line\":" + line + "}";
    }
}
