-- Seed: 002_development.sql
-- Product: Quiet Shelf
-- Made-up rows for development and tests; never for production.
-- It can be run again: rows already there stay as they are.

BEGIN;
SET LOCAL lock_timeout = '5s';

SET ROLE quiet_shelf_owner;

INSERT INTO app.members (id, card_number, first_name, last_name, email, role, birth_date, is_active, joined_on) VALUES
    ('01941f29-7c00-737e-8248-100000000001', 'card number', 'member 1 first name', 'member 1 last name', 'member1@example.com', 'librarian', '2025-05-09', true, '2025-05-11')
ON CONFLICT DO NOTHING;

INSERT INTO app.subjects (id, name) VALUES
    ('01941f29-7c00-714a-8438-740000000001', 'subject 1'),
    ('01941f29-7c00-714a-8438-740000000002', 'subject 2')
ON CONFLICT DO NOTHING;

RESET ROLE;

COMMIT;
