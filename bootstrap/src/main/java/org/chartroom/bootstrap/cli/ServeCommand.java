package org.chartroom.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.chartroom.ChartroomApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "serve",
        description = {
            "Serves the clinic until it is told to stop (SIGTERM, Ctrl-C).",
            "Takes every setting of the application, such as --server.port=8081."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var application = new SpringApplication(ChartroomApplication.class);
        application.addListeners((ApplicationListener<ContextClosedEvent>) _ -> stopped.countDown());
        application.run(settings.toArray(String[]::new));
        stopped.await();
        return 0;
    }
}
