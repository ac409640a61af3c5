package io.fleetgram.bot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Remembers what was published. */
final class RecordedEvents implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final List<Object> events = new CopyOnWriteArrayList<>();

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        events.add(event.getPayload());
    }

    <T> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
