SELECT extname, 'installed' FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1
