SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname),
       concat_ws(' ', CASE c.relkind WHEN 'm' THEN 'materialized' END, array_to_string(c.reloptions, ', '), 'owner ' || pg_get_userbyid(c.relowner),
                 pg_get_viewdef(c.oid))
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1
