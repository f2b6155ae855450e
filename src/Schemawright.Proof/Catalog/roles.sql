SELECT quote_ident(r.rolname),
       concat_ws(' ',
                 CASE WHEN r.rolsuper THEN 'superuser' END,
                 CASE WHEN r.rolcanlogin THEN 'login' ELSE 'nologin' END,
                 CASE WHEN r.rolbypassrls THEN 'bypassrls' ELSE 'nobypassrls' END,
                 CASE WHEN r.rolcreaterole THEN 'createrole' END,
                 CASE WHEN r.rolcreatedb THEN 'createdb' END,
                 'in ' || (SELECT string_agg(quote_ident(g.rolname), ', ' ORDER BY g.rolname)
                           FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid))
FROM pg_roles r
WHERE r.rolname !~ '^pg_' AND r.rolname <> current_user
ORDER BY 1
