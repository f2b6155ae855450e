SELECT i.type || ' ' || i.identity, d.description
FROM pg_description d
CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
WHERE d.objoid >= 16384 AND i.type <> 'extension'
  AND coalesce(i.schema, '') !~ '^pg_' AND coalesce(i.schema, '') <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
ORDER BY 1
