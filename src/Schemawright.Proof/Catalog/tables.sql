SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname),
       concat_ws(' ',
                 CASE c.relpersistence WHEN 'u' THEN 'unlogged' END,
                 'partition by ' || pg_get_partkeydef(c.oid),
                 'partition of ' || (SELECT i.inhparent::regclass::text FROM pg_inherits i WHERE i.inhrelid = c.oid AND c.relispartition)
                     || ' ' || pg_get_expr(c.relpartbound, c.oid),
                 CASE WHEN c.relrowsecurity THEN 'row security' END,
                 CASE WHEN c.relforcerowsecurity THEN 'forced' END,
                 array_to_string(c.reloptions, ', '),
                 'owner ' || pg_get_userbyid(c.relowner))
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1
