package io.fleetgram.bot.telegram.config;

import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.security.Operators;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Housekeeping;
import io.fleetgram.bot.telegram.LiveScreens;
import io.fleetgram.bot.telegram.Messages;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Search;
import io.fleetgram.bot.telegram.app.ChatHousekeeping;
import io.fleetgram.bot.telegram.app.ChatKit;
import io.fleetgram.bot.telegram.app.ChatStore;
import io.fleetgram.bot.telegram.app.Languages;
import io.fleetgram.bot.telegram.app.OperatorMessages;
import io.fleetgram.bot.telegram.app.Registry;
import io.fleetgram.bot.telegram.texts.BundleFiles;
import io.fleetgram.bot.telegram.texts.TextBundles;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The chat, put together from every screen, act and dialog that there is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
class ChatConfiguration {

    @Bean
    Languages languages(InstantSource time) {
        return new TextBundles(BundleFiles.read(), time);
    }

    @Bean
    Messages messages(ChatStore store, Operators operators, Languages languages, InstantSource time) {
        return new OperatorMessages(store, operators, languages, time);
    }

    @Bean
    Housekeeping housekeeping(ChatStore store, InstantSource time) {
        return new ChatHousekeeping(store, time);
    }

    /** Screens may want to redraw others, so this knows the kit only when it is used. */
    @Bean
    LiveScreens liveScreens(ObjectProvider<ChatRun> run) {
        return address -> run.getObject().liveScreens().changed(address);
    }

    @Bean
    ChatKit chatKit(
            ChatStore store,
            ObjectProvider<Screen> screens,
            ObjectProvider<Act> acts,
            ObjectProvider<Dialog> dialogs,
            ObjectProvider<Search> search,
            Languages languages,
            Operators operators,
            Messages messages,
            RandomKeys keys,
            InstantSource time) {
        var registry = new Registry(
                screens.stream().toList(),
                acts.stream().toList(),
                dialogs.stream().toList());
        var found = Optional.ofNullable(search.getIfAvailable());
        return new ChatKit(store, registry, languages, operators, messages, found, keys, time);
    }

    @Bean
    ChatRun chatRun(TelegramSettings settings, ChatKit kit, Leases leases, Messages messages, InstantSource time) {
        return new ChatRun(settings, kit, leases, messages, time);
    }
}
