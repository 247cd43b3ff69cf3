package org.chartroom.provider.persistence;

import static org.chartroom.jdbc.Columns.uuid;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.ColleagueView;
import org.chartroom.provider.application.out.ColleagueViews;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcColleagueViews implements ColleagueViews {

    private final JdbcClient jdbc;

    JdbcColleagueViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Page<ColleagueView, ProviderId>> page(
            Actor by, List<String> words, int limit, @Nullable ProviderId after) {
        if (after == null) return Optional.of(page(words, limit, Place.FIRST));
        return place(after).map(place -> page(words, limit, place));
    }

    /** A clinic has some dozens of providers, so no index serves the search. */
    private Page<ColleagueView, ProviderId> page(List<String> words, int limit, Place after) {
        var upToOneMore = jdbc.sql("""
                select p.id, p.first_name, p.last_name, p.specialty
                  from clinic.provider p
                 where (p.last_name, p.first_name, p.id) > (:lastName, :firstName, :id)
                   and not exists (select from access.disabled_provider d where d.provider_id = p.id)
                   and not exists (
                           select
                             from unnest(:words::text[]) word
                            where not starts_with(lower(p.first_name), lower(word))
                              and not starts_with(lower(p.last_name), lower(word)))
                 order by p.last_name, p.first_name, p.id
                 limit :limit
                """)
                .param("lastName", after.lastName())
                .param("firstName", after.firstName())
                .param("id", after.id().value())
                .param("words", words.toArray(String[]::new))
                .param("limit", limit + 1)
                .query((row, _) -> new ColleagueView(
                        new ProviderId(uuid(row, "id")),
                        new PersonName(row.getString("first_name"), row.getString("last_name")),
                        row.getString("specialty")))
                .list();
        return Page.of(upToOneMore, limit, ColleagueView::id);
    }

    /** Looked up anew, so that no cursor has to carry a name. */
    private Optional<Place> place(ProviderId id) {
        return jdbc.sql("""
                select last_name, first_name
                  from clinic.provider
                 where id = :id
                """)
                .param("id", id.value())
                .query((row, _) -> new Place(row.getString("last_name"), row.getString("first_name"), id))
                .optional();
    }

    /** Where a page begins in the order of the list: behind these. */
    @Phi
    private record Place(String lastName, String firstName, ProviderId id) {

        /** No name is blank, so everybody comes behind it. */
        static final Place FIRST = new Place("", "", new ProviderId(new UUID(0, 0)));

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
