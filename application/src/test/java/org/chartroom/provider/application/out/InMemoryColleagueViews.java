package org.chartroom.provider.application.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.AccountView;
import org.chartroom.provider.application.ColleagueView;
import org.jspecify.annotations.Nullable;

public final class InMemoryColleagueViews implements ColleagueViews {

    private static final Comparator<AccountView> IN_ORDER = Comparator.<AccountView, String>comparing(
                    account -> account.name().lastName(), InMemoryColleagueViews::byCodePoints)
            .thenComparing(account -> account.name().firstName(), InMemoryColleagueViews::byCodePoints)
            .thenComparing(account -> account.id().toString());

    private final InMemoryProviders providers;

    public InMemoryColleagueViews(InMemoryProviders providers) {
        this.providers = providers;
    }

    @Override
    public Optional<Page<ColleagueView, ProviderId>> page(
            Actor by, List<String> words, int limit, @Nullable ProviderId after) {
        var last = after == null
                ? null
                : providers.accounts().stream()
                        .filter(account -> account.id().equals(after))
                        .findAny()
                        .orElse(null);
        if (after != null && last == null) return Optional.empty();
        var rest = providers.accounts().stream()
                .filter(account -> last == null || IN_ORDER.compare(account, last) > 0)
                .filter(account -> account.disabledAt() == null)
                .filter(account -> words.stream().allMatch(word -> begins(account, word)))
                .sorted(IN_ORDER)
                .map(this::view)
                .toList();
        return Optional.of(Page.of(rest, limit, ColleagueView::id));
    }

    private ColleagueView view(AccountView account) {
        var specialty = providers.findView(account.id()).orElseThrow().details().specialty();
        return new ColleagueView(account.id(), account.name(), specialty);
    }

    private static boolean begins(AccountView account, String word) {
        return Stream.of(account.name().firstName(), account.name().lastName())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT)));
    }

    /** The order of UTF-8 bytes, which is the database's, is that of code points; Java's own is another. */
    private static int byCodePoints(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
