SELECT quote_ident(nspname), 'owner ' || pg_get_userbyid(nspowner)
FROM pg_namespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
ORDER BY 1
