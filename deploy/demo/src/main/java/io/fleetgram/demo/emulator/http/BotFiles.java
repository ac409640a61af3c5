package io.fleetgram.demo.emulator.http;

import io.fleetgram.demo.emulator.botapi.Refusal;
import io.fleetgram.demo.emulator.chat.World;

/** Serves {@code /file/bot<token>/<file_path>}. */
record BotFiles(World world, String token) implements Endpoint {

    @Override
    public Answer serve(WebRequest request) throws InterruptedException {
        var prefix = "/file/bot" + token + "/";
        if (!request.path().startsWith(prefix)) {
            return Answer.refused(Refusal.of(401, "Unauthorized"));
        }
        return world.turn(() -> world.files()
                .at(request.path().substring(prefix.length()))
                .flatMap(file -> world.files().content(file))
                .map(content -> Answer.file("application/octet-stream", content))
                .orElseGet(() -> Answer.refused(Refusal.of(404, "Not Found"))));
    }
}
