SELECT part.relname::text, whole.relname::text
FROM pg_inherits i
JOIN pg_class part ON part.oid = i.inhrelid
JOIN pg_class whole ON whole.oid = i.inhparent
ORDER BY 1
