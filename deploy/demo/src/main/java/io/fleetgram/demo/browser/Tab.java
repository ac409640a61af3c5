package io.fleetgram.demo.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One page, used as a person uses it: by what is written on it. Mouse and keys are real input to the browser. What does not
 * appear in time is an {@link AssertionError} that says what is on the page.
 */
public final class Tab {

    /** How long a person waits for something to appear. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How the page is looked at. */
    public record Look(int width, int height, boolean dark, boolean touch) {
        public static final Look DESKTOP = new Look(1280, 860, false, false);
        public static final Look PHONE = new Look(390, 844, false, true);

        public Look inTheDark() {
            return new Look(width, height, true, touch);
        }
    }

    private static final String EYES = resource("/browser/eyes.js");

    private final DevTools tools;
    private final String session;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Tab(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
    }

    static Tab open(DevTools tools, String session, URI page, Look look) throws InterruptedException {
        var tab = new Tab(tools, session);
        tools.listen(session, tab::hear);
        for (var domain : List.of("Page", "Runtime", "Log")) {
            tab.call(domain + ".enable", DevTools.parameters());
        }
        tab.call("Page.addScriptToEvaluateOnNewDocument", DevTools.parameters().put("source", EYES));
        tab.appear(look);
        tab.call("Page.navigate", DevTools.parameters().put("url", page.toString()));
        if (!tab.loaded.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(page + " did not load");
        }
        return tab;
    }

    /** Changes how the page is looked at. */
    public void appear(Look look) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                DevTools.parameters()
                        .put("width", look.width())
                        .put("height", look.height())
                        .put("deviceScaleFactor", look.touch() ? 2 : 1)
                        .put("mobile", look.touch()));
        var media = DevTools.parameters();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", look.dark() ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media);
    }

    private void hear(String event, JsonNode parameters) {
        switch (event) {
            case "Page.loadEventFired" -> loaded.countDown();
            case "Runtime.exceptionThrown" ->
                complaints.add(parameters.path("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                var entry = parameters.path("entry");
                if (entry.path("level").asText().equals("error")) {
                    complaints.add(entry.path("text").asText() + " "
                            + entry.path("url").asText());
                }
            }
            default -> {}
        }
    }

    /** Errors the page has caused: exceptions, refused resources, breaches of its content security policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Clicks what bears this label, the newest if there are several, as soon as there is one. */
    public void click(String label) throws InterruptedException {
        var place = look("place(" + quoted(label) + ")", "nothing to click says “" + label + "”");
        for (var kind : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    DevTools.parameters()
                            .put("type", kind)
                            .put("x", place.path("x").asDouble())
                            .put("y", place.path("y").asDouble())
                            .put("button", kind.equals("mouseMoved") ? "none" : "left")
                            .put("clickCount", 1));
        }
    }

    /** Types into the field with this label, in place of what is in it. */
    public void type(String field, String text) throws InterruptedException {
        look("focus(" + quoted(field) + ")", "there is no field “" + field + "”");
        call("Input.insertText", DevTools.parameters().put("text", text));
    }

    /** Presses a key that has a name, e.g. {@code Enter} or {@code Escape}. */
    public void press(String key) throws InterruptedException {
        int code = key.equals("Enter") ? 13 : key.equals("Escape") ? 27 : 0;
        for (var kind : List.of("keyDown", "keyUp")) {
            var parameters = DevTools.parameters()
                    .put("type", kind)
                    .put("key", key)
                    .put("code", key)
                    .put("windowsVirtualKeyCode", code);
            if (key.equals("Enter") && kind.equals("keyDown")) {
                parameters.put("text", "\r");
            }
            call("Input.dispatchKeyEvent", parameters);
        }
    }

    /** Waits until this text can be read on the page. */
    public void sees(String text) throws InterruptedException {
        look("reads(" + quoted(text) + ")", "the page does not say “" + text + "”");
    }

    /** Waits until this text can no longer be read on the page. */
    public void seesNoMore(String text) throws InterruptedException {
        look("!eyes.reads(" + quoted(text) + ")", "the page still says “" + text + "”");
    }

    /** Waits until an element fits this CSS selector and all its pictures are drawn. */
    public void finds(String selector) throws InterruptedException {
        look("drawn(" + quoted(selector) + ")", "the page has no " + selector);
    }

    /** The value of a JavaScript expression, a promise's included. */
    public JsonNode evaluate(String expression) throws InterruptedException {
        var parameters = DevTools.parameters()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true)
                .put("userGesture", true);
        var answer = call("Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** All that can be read on the page. */
    public String text() throws InterruptedException {
        return evaluate("document.body.innerText").asText();
    }

    /** What was copied last. */
    public String clipboard() throws InterruptedException {
        var permissions = DevTools.parameters();
        permissions.putArray("permissions").add("clipboardReadWrite").add("clipboardSanitizedWrite");
        tools.call("", "Browser.grantPermissions", permissions);
        return evaluate("navigator.clipboard.readText()").asText();
    }

    /** Takes a picture of what is to be seen, as PNG. */
    public Path picture(Path file) throws InterruptedException {
        var answer = call("Page.captureScreenshot", DevTools.parameters().put("format", "png"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(
                    file, Base64.getDecoder().decode(answer.path("data").asText()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private JsonNode look(String condition, String otherwise) throws InterruptedException {
        var call = condition.startsWith("!") ? condition : "eyes." + condition;
        var seen = evaluate("eyes.until(() => " + call + ", " + PATIENCE.toMillis() + ")");
        if (seen.isNull() || seen.isMissingNode()) {
            throw new AssertionError(otherwise + " within " + PATIENCE.toSeconds() + " s; it says:\n" + text()
                    + (complaints.isEmpty() ? "" : "\nand complains: " + complaints));
        }
        return seen;
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private JsonNode call(String method, ObjectNode parameters) throws InterruptedException {
        return tools.call(session, method, parameters);
    }

    private static String resource(String name) {
        try (var stream = Tab.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
