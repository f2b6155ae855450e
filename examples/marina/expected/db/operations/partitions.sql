-- Partitions of Berthline: makes those ahead, drops those past their time.
-- Run it daily as the job runner: a missed partition refuses rows, and there is no default partition that would catch them.

SET lock_timeout = '5s';
SELECT app.ensure_partitions('audit.audit_logs', 'month', false, 3);
SELECT app.drop_expired_partitions('audit.audit_logs', INTERVAL '7 years');
