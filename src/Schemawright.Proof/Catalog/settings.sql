SELECT concat_ws(' ', CASE WHEN s.setdatabase <> 0 THEN 'database' END, 'role ' || pg_get_userbyid(nullif(s.setrole, 0)), split_part(c, '=', 1)), c
FROM pg_db_role_setting s
CROSS JOIN LATERAL unnest(s.setconfig) c
WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
ORDER BY 1
