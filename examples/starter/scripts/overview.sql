-- What is in this database: every table with its rows and its size, partitions counted with their parent.
select
  n.nspname as schema,
  c.relname as "table",
  case c.relkind when 'p' then 'partitioned table' when 'm' then 'materialized view' else 'table' end as kind,
  (xpath(
    '/row/n/text()',
    query_to_xml(format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, '')
  ))[1]::text::bigint as rows,
  pg_size_pretty(coalesce(
    (select sum(pg_total_relation_size(part.relid)) from pg_partition_tree(c.oid) as part),
    pg_total_relation_size(c.oid)
  )) as size
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm')
  and not c.relispartition
  and n.nspname !~ '^(pg_|information_schema$|plumb$)'
order by n.nspname, c.relname;
