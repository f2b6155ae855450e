WITH objects AS (
    SELECT 'relation ' || c.oid::regclass::text AS name, coalesce(c.relacl, acldefault('r', c.relowner)) AS acl, c.relnamespace AS namespace
    FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm')
    UNION ALL
    SELECT 'sequence ' || c.oid::regclass::text, coalesce(c.relacl, acldefault('s', c.relowner)), c.relnamespace
    FROM pg_class c WHERE c.relkind = 'S'
    UNION ALL
    SELECT 'column ' || c.oid::regclass::text || '.' || quote_ident(a.attname), a.attacl, c.relnamespace
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attacl IS NOT NULL
    UNION ALL
    SELECT 'schema ' || quote_ident(n.nspname), coalesce(n.nspacl, acldefault('n', n.nspowner)), n.oid
    FROM pg_namespace n
    UNION ALL
    SELECT 'function ' || p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner)), p.pronamespace
    FROM pg_proc p WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'type ' || t.oid::regtype::text, coalesce(t.typacl, acldefault('T', t.typowner)), t.typnamespace
    FROM pg_type t WHERE t.typtype = 'd'
    UNION ALL
    SELECT 'default ' || pg_get_userbyid(d.defaclrole) || ' ' || d.defaclobjtype::text || ' ' || coalesce(d.defaclnamespace::regnamespace::text, '*'), d.defaclacl, 0
    FROM pg_default_acl d
)
SELECT o.name || ' to ' || CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee)::text END,
       string_agg(lower(g.privilege_type) || CASE WHEN g.is_grantable THEN ' with grant option' ELSE '' END, ', ' ORDER BY g.privilege_type)
FROM objects o
CROSS JOIN LATERAL aclexplode(o.acl) g
LEFT JOIN pg_namespace n ON n.oid = o.namespace
WHERE n.oid IS NULL OR (n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
GROUP BY 1
ORDER BY 1
