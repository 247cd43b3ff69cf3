package org.chartroom.jdbc;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Everything that the migrations put into a database, as sorted lines of text. Names only, never an oid or a position,
 * so that two databases, or two major versions of PostgreSQL, can be compared. Left out are Flyway's own schema, the
 * not-null constraints that PostgreSQL 18 lists beside the columns' own mark, the short names of a view's tables, which
 * PostgreSQL 15 writes before each column, and what an owner may do with its own.
 */
record Catalogue(List<String> lines) {

    private static final String LINES = """
            with space as (
                select oid, nspname, nspowner, nspacl
                  from pg_namespace
                 where nspname not in ('information_schema', 'flyway')
                   and nspname !~ '^pg_'
            ), relation as (
                select c.*, format('%I.%I', nspname, relname) as name
                  from pg_class c join space s on s.oid = c.relnamespace
            ), routine as (
                select p.*, p.oid::regprocedure::text as name
                  from pg_proc p join space s on s.oid = p.pronamespace
                 where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            ), line (text) as (
                select format('schema %I of %s', nspname, nspowner::regrole)
                  from space
                union all
                select format('relation %s: kind %s, of %s, row security %s, forced %s%s',
                              name, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity,
                              E'\\n' || regexp_replace(pg_get_viewdef(oid), '\\m[a-z]\\.', '', 'g'))
                  from relation
                 where relkind in ('r', 'v', 'm', 'S', 'p', 'f')
                union all
                select format('column %s.%I: %s%s%s%s', name, attname, format_type(atttypid, atttypmod),
                              case when attnotnull then ' not null' end,
                              ' default ' || pg_get_expr(adbin, adrelid),
                              ' ' || nullif(concat(attidentity, attgenerated), ''))
                  from relation r join pg_attribute a on a.attrelid = r.oid
                  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                 where relkind in ('r', 'p', 'f')
                   and attnum > 0
                   and not attisdropped
                union all
                select format('constraint %I on %s: %s', conname, name, pg_get_constraintdef(c.oid))
                  from relation r join pg_constraint c on c.conrelid = r.oid
                 where contype <> 'n'
                union all
                select pg_get_indexdef(oid)
                  from relation
                 where relkind in ('i', 'I')
                union all
                select format('%s%s', pg_get_triggerdef(t.oid), case when tgenabled <> 'O' then concat(' (', tgenabled, ')') end)
                  from relation r join pg_trigger t on t.tgrelid = r.oid
                 where not tgisinternal
                union all
                select format('policy on %s: %s', tablename, to_jsonb(p))
                  from pg_policies p
                union all
                select format('function %s of %s: %s', name, proowner::regrole, pg_get_functiondef(oid))
                  from routine
                 where prokind in ('f', 'p')
                union all
                select format('enum %s: %s', enumtypid::regtype, string_agg(enumlabel, ', ' order by enumsortorder))
                  from pg_enum
                 group by enumtypid
                union all
                select format('extension %s', extname)
                  from pg_extension
                union all
                select format('grant %s on %s to %s', acl.privilege_type, object, coalesce(nullif(acl.grantee, 0)::regrole::text, 'public'))
                  from (select format('schema %I', nspname), nspowner, coalesce(nspacl, acldefault('n', nspowner)) from space
                        union all
                        select name, relowner, relacl from relation
                        union all
                        select format('%s (%I)', name, attname), relowner, attacl from relation r join pg_attribute a on a.attrelid = r.oid
                        union all
                        select name, proowner, coalesce(proacl, acldefault('f', proowner)) from routine
                       ) granted (object, owner, acls),
                       aclexplode(acls) as acl
                 where acl.grantee <> owner
                union all
                select format('default grant in %s: %s', defaclnamespace::regnamespace, defaclacl)
                  from pg_default_acl
                union all
                select format('comment on %s: %s', pg_describe_object(classoid, objoid, objsubid), description)
                  from pg_description
                 where (classoid = 'pg_class'::regclass     and objoid in (select oid from relation))
                    or (classoid = 'pg_namespace'::regclass and objoid in (select oid from space where nspname <> 'public'))
                    or (classoid = 'pg_proc'::regclass      and objoid in (select oid from routine))
            )
            select text
              from line
             order by text collate "C"
            """;

    static Catalogue of(DataSource database) {
        try (var connection = database.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // definitions print instants in the session's zone, and leave out what its path makes superfluous
            jdbc.sql("select set_config('timezone', 'UTC', false), set_config('search_path', '', false)")
                    .query()
                    .singleRow();
            return new Catalogue(
                    jdbc.sql(LINES).query((row, _) -> row.getString(1)).list());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
