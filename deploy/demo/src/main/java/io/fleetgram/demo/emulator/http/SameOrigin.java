package io.fleetgram.demo.emulator.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** Keeps web pages of other origins from speaking for people here; programs send no {@code Origin}. */
final class SameOrigin extends Filter {

    @Override
    public String description() {
        return "same origin";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        var origin = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Origin"));
        var host = exchange.getRequestHeaders().getFirst("Host");
        if (origin.isPresent() && !origin.get().equals("http://" + host)) {
            new EndpointHandler(request -> Routes.error(403, "requests from other origins are refused"))
                    .handle(exchange);
        } else {
            chain.doFilter(exchange);
        }
    }
}
