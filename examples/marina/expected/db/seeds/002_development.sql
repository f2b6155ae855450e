-- Seed: 002_development.sql
-- Product: Berthline
-- Made-up rows for development and tests; never for production.
-- It can be run again: rows already there stay as they are.

BEGIN;
SET LOCAL lock_timeout = '5s';

SET ROLE berthline_owner;
SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000001', true);

INSERT INTO app.marinas (id, name, subdomain, country, time_zone, settings) VALUES
    ('01941f29-7c00-77a0-8098-f80000000001', 'marina 1', 'marina 1 subdomain', 'NL', 'UTC', '{}')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000002', true);

INSERT INTO app.marinas (id, name, subdomain, country, time_zone, settings) VALUES
    ('01941f29-7c00-77a0-8098-f80000000002', 'marina 2', 'marina 2 subdomain', 'NL', 'UTC', '{}')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000001', true);

INSERT INTO app.berths (id, marina_id, code, length_m, max_draught_m, has_power, day_rate, currency) VALUES
    ('01941f29-7c00-71ff-8305-bb0000000001', '01941f29-7c00-77a0-8098-f80000000001', 'rth 1 code', '4', '1', false, '1', 'EUR'),
    ('01941f29-7c00-71ff-8305-bb0000000002', '01941f29-7c00-77a0-8098-f80000000001', 'rth 2 code', '5', '2', false, '2', 'EUR')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000002', true);

INSERT INTO app.berths (id, marina_id, code, length_m, max_draught_m, has_power, day_rate, currency) VALUES
    ('01941f29-7c00-71ff-8305-bb0000000003', '01941f29-7c00-77a0-8098-f80000000002', 'rth 3 code', '3', '3', false, '3', 'EUR'),
    ('01941f29-7c00-71ff-8305-bb0000000004', '01941f29-7c00-77a0-8098-f80000000002', 'rth 4 code', '4', '4', false, '4', 'EUR')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000001', true);

INSERT INTO app.users (id, marina_id, email, password_hash, role, first_name, last_name, phone, passport_number_ciphertext, passport_number_key_id, status) VALUES
    ('01941f29-7c00-75e7-8cc5-130000000001', '01941f29-7c00-77a0-8098-f80000000001', 'user1@example.com', 'user 1 password hash', 'guest', 'user 1 first name', 'user 1 last name', '+15550000001', '\x5eed', 'user 1 passport number key id', 'active'),
    ('01941f29-7c00-75e7-8cc5-130000000002', '01941f29-7c00-77a0-8098-f80000000001', 'user2@example.com', 'user 2 password hash', 'harbour_master', 'user 2 first name', 'user 2 last name', '+15550000002', '\x5eed', 'user 2 passport number key id', 'active'),
    ('01941f29-7c00-75e7-8cc5-130000000003', '01941f29-7c00-77a0-8098-f80000000001', 'user3@example.com', 'user 3 password hash', 'clerk', 'user 3 first name', 'user 3 last name', '+15550000003', '\x5eed', 'user 3 passport number key id', 'active'),
    ('01941f29-7c00-75e7-8cc5-130000000004', '01941f29-7c00-77a0-8098-f80000000001', 'user4@example.com', 'user 4 password hash', 'accountant', 'user 4 first name', 'user 4 last name', '+15550000004', '\x5eed', 'user 4 passport number key id', 'active')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000002', true);

INSERT INTO app.users (id, marina_id, email, password_hash, role, first_name, last_name, phone, passport_number_ciphertext, passport_number_key_id, status) VALUES
    ('01941f29-7c00-75e7-8cc5-130000000005', '01941f29-7c00-77a0-8098-f80000000002', 'user5@example.com', 'user 5 password hash', 'guest', 'user 5 first name', 'user 5 last name', '+15550000005', '\x5eed', 'user 5 passport number key id', 'active'),
    ('01941f29-7c00-75e7-8cc5-130000000006', '01941f29-7c00-77a0-8098-f80000000002', 'user6@example.com', 'user 6 password hash', 'harbour_master', 'user 6 first name', 'user 6 last name', '+15550000006', '\x5eed', 'user 6 passport number key id', 'active'),
    ('01941f29-7c00-75e7-8cc5-130000000007', '01941f29-7c00-77a0-8098-f80000000002', 'user7@example.com', 'user 7 password hash', 'clerk', 'user 7 first name', 'user 7 last name', '+15550000007', '\x5eed', 'user 7 passport number key id', 'active'),
    ('01941f29-7c00-75e7-8cc5-130000000008', '01941f29-7c00-77a0-8098-f80000000002', 'user8@example.com', 'user 8 password hash', 'accountant', 'user 8 first name', 'user 8 last name', '+15550000008', '\x5eed', 'user 8 passport number key id', 'active')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000001', true);

INSERT INTO app.boats (id, marina_id, owner_id, name, registration, length_m, draught_m) VALUES
    ('01941f29-7c00-7fc8-8408-180000000001', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-75e7-8cc5-130000000001', 'boat 1', 'boat 1 registration', '1', '1'),
    ('01941f29-7c00-7fc8-8408-180000000002', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-75e7-8cc5-130000000002', 'boat 2', 'boat 2 registration', '2', '2')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000002', true);

INSERT INTO app.boats (id, marina_id, owner_id, name, registration, length_m, draught_m) VALUES
    ('01941f29-7c00-7fc8-8408-180000000003', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-75e7-8cc5-130000000005', 'boat 3', 'boat 3 registration', '3', '3'),
    ('01941f29-7c00-7fc8-8408-180000000004', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-75e7-8cc5-130000000006', 'boat 4', 'boat 4 registration', '4', '4')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000001', true);

INSERT INTO app.consents (id, marina_id, user_id, purpose, given_at, wording_version, source) VALUES
    ('01941f29-7c00-7d76-8e18-4a0000000001', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-75e7-8cc5-130000000001', 'newsletters', '2025-05-05 09:00:00+00', 'consent 1 wording version', 'consent 1 source'),
    ('01941f29-7c00-7d76-8e18-4a0000000002', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-75e7-8cc5-130000000002', 'newsletters', '2025-07-04 09:00:00+00', 'consent 2 wording version', 'consent 2 source')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000002', true);

INSERT INTO app.consents (id, marina_id, user_id, purpose, given_at, wording_version, source) VALUES
    ('01941f29-7c00-7d76-8e18-4a0000000003', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-75e7-8cc5-130000000005', 'newsletters', '2025-09-02 09:00:00+00', 'consent 3 wording version', 'consent 3 source'),
    ('01941f29-7c00-7d76-8e18-4a0000000004', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-75e7-8cc5-130000000006', 'newsletters', '2025-11-01 09:00:00+00', 'consent 4 wording version', 'consent 4 source')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000001', true);

INSERT INTO app.bookings (id, marina_id, berth_id, boat_id, guest_id, arrival, departure, price, currency, notes, status) VALUES
    ('01941f29-7c00-7943-85a3-190000000001', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-71ff-8305-bb0000000001', '01941f29-7c00-7fc8-8408-180000000001', '01941f29-7c00-75e7-8cc5-130000000001', 'tomorrow', '2190-03-05 09:00:00+00', '1', 'EUR', 'booking 1 notes', 'requested'),
    ('01941f29-7c00-7943-85a3-190000000002', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-71ff-8305-bb0000000002', '01941f29-7c00-7fc8-8408-180000000002', '01941f29-7c00-75e7-8cc5-130000000002', 'tomorrow', '2190-05-04 09:00:00+00', '2', 'EUR', 'booking 2 notes', 'requested')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000002', true);

INSERT INTO app.bookings (id, marina_id, berth_id, boat_id, guest_id, arrival, departure, price, currency, notes, status) VALUES
    ('01941f29-7c00-7943-85a3-190000000003', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-71ff-8305-bb0000000003', '01941f29-7c00-7fc8-8408-180000000003', '01941f29-7c00-75e7-8cc5-130000000005', 'tomorrow', '2190-07-03 09:00:00+00', '3', 'EUR', 'booking 3 notes', 'requested'),
    ('01941f29-7c00-7943-85a3-190000000004', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-71ff-8305-bb0000000004', '01941f29-7c00-7fc8-8408-180000000004', '01941f29-7c00-75e7-8cc5-130000000006', 'tomorrow', '2190-09-01 09:00:00+00', '4', 'EUR', 'booking 4 notes', 'requested')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000001', true);

INSERT INTO app.invoices (id, marina_id, booking_id, number, issued_on, due_on, net_amount, tax_amount, currency, status)
SELECT made.id::uuid, made.marina_id::uuid, made.booking_id::uuid, made.number::text, made.issued_on::date, made.due_on::date, made.net_amount::numeric, made.tax_amount::numeric, made.currency::app.currency_code, made.status::text
FROM (VALUES
    ('01941f29-7c00-7f44-894e-d90000000001', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-7943-85a3-190000000001', 'invoice 1 number', '2025-05-05', '2025-05-06', '1', '1', 'EUR', 'draft'),
    ('01941f29-7c00-7f44-894e-d90000000002', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-7943-85a3-190000000002', 'invoice 2 number', '2025-07-04', '2025-07-05', '2', '2', 'EUR', 'draft')
) AS made (id, marina_id, booking_id, number, issued_on, due_on, net_amount, tax_amount, currency, status)
WHERE NOT EXISTS (SELECT FROM app.invoices AS there WHERE there.marina_id = made.marina_id::uuid AND there.id = made.id::uuid);

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000002', true);

INSERT INTO app.invoices (id, marina_id, booking_id, number, issued_on, due_on, net_amount, tax_amount, currency, status)
SELECT made.id::uuid, made.marina_id::uuid, made.booking_id::uuid, made.number::text, made.issued_on::date, made.due_on::date, made.net_amount::numeric, made.tax_amount::numeric, made.currency::app.currency_code, made.status::text
FROM (VALUES
    ('01941f29-7c00-7f44-894e-d90000000003', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-7943-85a3-190000000003', 'invoice 3 number', '2025-09-02', '2025-09-03', '3', '3', 'EUR', 'draft'),
    ('01941f29-7c00-7f44-894e-d90000000004', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-7943-85a3-190000000004', 'invoice 4 number', '2025-11-01', '2025-11-02', '4', '4', 'EUR', 'draft')
) AS made (id, marina_id, booking_id, number, issued_on, due_on, net_amount, tax_amount, currency, status)
WHERE NOT EXISTS (SELECT FROM app.invoices AS there WHERE there.marina_id = made.marina_id::uuid AND there.id = made.id::uuid);

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000001', true);

INSERT INTO app.payments (id, marina_id, invoice_id, amount, currency, paid_at, method, reference) VALUES
    ('01941f29-7c00-7ca3-89f6-260000000001', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-7f44-894e-d90000000001', '1', 'EUR', '2025-05-06 09:00:00+00', 'card', 'payment 1 reference'),
    ('01941f29-7c00-7ca3-89f6-260000000002', '01941f29-7c00-77a0-8098-f80000000001', '01941f29-7c00-7f44-894e-d90000000002', '2', 'EUR', '2025-07-05 09:00:00+00', 'transfer', 'payment 2 reference')
ON CONFLICT DO NOTHING;

SELECT set_config('app.tenant_id', '01941f29-7c00-77a0-8098-f80000000002', true);

INSERT INTO app.payments (id, marina_id, invoice_id, amount, currency, paid_at, method, reference) VALUES
    ('01941f29-7c00-7ca3-89f6-260000000003', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-7f44-894e-d90000000003', '3', 'EUR', '2025-09-03 09:00:00+00', 'cash', 'payment 3 reference'),
    ('01941f29-7c00-7ca3-89f6-260000000004', '01941f29-7c00-77a0-8098-f80000000002', '01941f29-7c00-7f44-894e-d90000000004', '4', 'EUR', '2025-11-02 09:00:00+00', 'card', 'payment 4 reference')
ON CONFLICT DO NOTHING;

RESET ROLE;

COMMIT;
