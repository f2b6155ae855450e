-- Migration: 001_create_initial_schema.sql
-- Product: Berthline
-- Run: psql -X -v ON_ERROR_STOP=1 -f db/migrations/001_create_initial_schema.sql, in the order of the names, as a superuser or as the database's owner with CREATEROLE.
-- Extensions, roles, schemas, domains, base functions, tables, foreign keys and indexes.

BEGIN;
SET LOCAL lock_timeout = '5s';

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_owner') THEN
        CREATE ROLE berthline_owner NOLOGIN;
        COMMENT ON ROLE berthline_owner IS 'Owns every object; nobody logs in as it (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_migrator') THEN
        CREATE ROLE berthline_migrator LOGIN;
        COMMENT ON ROLE berthline_migrator IS 'Runs migrations as the owner (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_application') THEN
        CREATE ROLE berthline_application LOGIN;
        COMMENT ON ROLE berthline_application IS 'The product''s own connection: reads and writes the rows of the current tenant (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_readonly') THEN
        CREATE ROLE berthline_readonly LOGIN;
        COMMENT ON ROLE berthline_readonly IS 'Reports and support: reads everything that is neither personal nor secret (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_auditor') THEN
        CREATE ROLE berthline_auditor LOGIN;
        COMMENT ON ROLE berthline_auditor IS 'Reads the audit log (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_job_runner') THEN
        CREATE ROLE berthline_job_runner LOGIN;
        COMMENT ON ROLE berthline_job_runner IS 'Runs the retention and timeout jobs through their functions (decision D11-roles)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_reporter') THEN
        CREATE ROLE berthline_reporter NOLOGIN BYPASSRLS;
        COMMENT ON ROLE berthline_reporter IS 'Owns the materialised views and fills them for all tenants; nobody can act as it (decision D05-reporter)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_accountant') THEN
        CREATE ROLE berthline_accountant NOLOGIN;
        COMMENT ON ROLE berthline_accountant IS 'What people acting as accountant may do (BUSINESS_RULES.md:104, PRD.md:9, PRD.md:51)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_clerk') THEN
        CREATE ROLE berthline_clerk NOLOGIN;
        COMMENT ON ROLE berthline_clerk IS 'What people acting as clerk may do (BUSINESS_RULES.md:95, PRD.md:9, PRD.md:51)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_guest') THEN
        CREATE ROLE berthline_guest NOLOGIN;
        COMMENT ON ROLE berthline_guest IS 'What people acting as guest may do (BUSINESS_RULES.md:91, PRD.md:9, PRD.md:51)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

DO $role$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'berthline_harbour_master') THEN
        CREATE ROLE berthline_harbour_master NOLOGIN;
        COMMENT ON ROLE berthline_harbour_master IS 'What people acting as harbour_master may do (BUSINESS_RULES.md:99, PRD.md:9, PRD.md:51)';
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another session made it at the same moment
END
$role$;

GRANT berthline_owner TO berthline_migrator;

DO $role$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = CURRENT_USER) THEN
        GRANT berthline_owner TO CURRENT_USER;
    END IF;
END
$role$;

CREATE SCHEMA app AUTHORIZATION berthline_owner;
CREATE SCHEMA audit AUTHORIZATION berthline_owner;
SET ROLE berthline_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE berthline_owner REVOKE ALL ON TABLES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE berthline_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;

CREATE DOMAIN app.email AS text
    CONSTRAINT email_check CHECK (length(VALUE) <= 254 AND position('@' in VALUE) BETWEEN 2 AND 65
        AND VALUE ~ '^[a-z0-9!#$%&''*+/=?^_`{|}~.-]+@[a-z0-9.-]+[.](?:[a-z][a-z]+|xn--[a-z0-9-]*[a-z0-9])$'
        AND VALUE !~ '^[.]|[.][.]|[.]@|@[.-]|@.*(?:-[.]|[.]-)'
        AND (length(VALUE) < 64 OR VALUE !~ '@.*[a-z0-9-]{64}'));

CREATE DOMAIN app.phone AS text
    CONSTRAINT phone_check CHECK (VALUE ~ '^\+[1-9][0-9]{6,14}$');

CREATE DOMAIN app.currency_code AS text
    CONSTRAINT currency_code_check CHECK (VALUE IN (
        'AED', 'AFN', 'ALL', 'AMD', 'ANG', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BGN', 'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP',
        'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CLF', 'CLP', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR',
        'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD', 'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY', 'KES',
        'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR',
        'MWK', 'MXN', 'MXV', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF',
        'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS',
        'UAH', 'UGX', 'USD', 'USN', 'UYI', 'UYU', 'UYW', 'UZS', 'VED', 'VES', 'VND', 'VUV', 'WST', 'XAF', 'XCD', 'XCG', 'XOF', 'XPF', 'YER', 'ZAR', 'ZMW', 'ZWG'));

CREATE DOMAIN app.country_code AS text
    CONSTRAINT country_code_check CHECK (VALUE IN (
        'AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI',
        'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN',
        'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK',
        'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM',
        'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN',
        'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK',
        'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP',
        'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW',
        'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF',
        'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI',
        'VN', 'VU', 'WF', 'WS', 'XK', 'YE', 'YT', 'ZA', 'ZM', 'ZW'));

CREATE DOMAIN app.time_zone AS text
    CONSTRAINT time_zone_check CHECK (VALUE IN (
        'Africa/Abidjan', 'Africa/Accra', 'Africa/Addis_Ababa', 'Africa/Algiers', 'Africa/Asmara', 'Africa/Asmera', 'Africa/Bamako', 'Africa/Bangui',
        'Africa/Banjul', 'Africa/Bissau', 'Africa/Blantyre', 'Africa/Brazzaville', 'Africa/Bujumbura', 'Africa/Cairo', 'Africa/Casablanca', 'Africa/Ceuta',
        'Africa/Conakry', 'Africa/Dakar', 'Africa/Dar_es_Salaam', 'Africa/Djibouti', 'Africa/Douala', 'Africa/El_Aaiun', 'Africa/Freetown', 'Africa/Gaborone',
        'Africa/Harare', 'Africa/Johannesburg', 'Africa/Juba', 'Africa/Kampala', 'Africa/Khartoum', 'Africa/Kigali', 'Africa/Kinshasa', 'Africa/Lagos',
        'Africa/Libreville', 'Africa/Lome', 'Africa/Luanda', 'Africa/Lubumbashi', 'Africa/Lusaka', 'Africa/Malabo', 'Africa/Maputo', 'Africa/Maseru',
        'Africa/Mbabane', 'Africa/Mogadishu', 'Africa/Monrovia', 'Africa/Nairobi', 'Africa/Ndjamena', 'Africa/Niamey', 'Africa/Nouakchott', 'Africa/Ouagadougou',
        'Africa/Porto-Novo', 'Africa/Sao_Tome', 'Africa/Timbuktu', 'Africa/Tripoli', 'Africa/Tunis', 'Africa/Windhoek', 'America/Adak', 'America/Anchorage',
        'America/Anguilla', 'America/Antigua', 'America/Araguaina', 'America/Argentina/Buenos_Aires', 'America/Argentina/Catamarca', 'America/Argentina/ComodRivadavia', 'America/Argentina/Cordoba', 'America/Argentina/Jujuy',
        'America/Argentina/La_Rioja', 'America/Argentina/Mendoza', 'America/Argentina/Rio_Gallegos', 'America/Argentina/Salta', 'America/Argentina/San_Juan', 'America/Argentina/San_Luis', 'America/Argentina/Tucuman', 'America/Argentina/Ushuaia',
        'America/Aruba', 'America/Asuncion', 'America/Atikokan', 'America/Atka', 'America/Bahia', 'America/Bahia_Banderas', 'America/Barbados', 'America/Belem',
        'America/Belize', 'America/Blanc-Sablon', 'America/Boa_Vista', 'America/Bogota', 'America/Boise', 'America/Buenos_Aires', 'America/Cambridge_Bay', 'America/Campo_Grande',
        'America/Cancun', 'America/Caracas', 'America/Catamarca', 'America/Cayenne', 'America/Cayman', 'America/Chicago', 'America/Chihuahua', 'America/Ciudad_Juarez',
        'America/Coral_Harbour', 'America/Cordoba', 'America/Costa_Rica', 'America/Coyhaique', 'America/Creston', 'America/Cuiaba', 'America/Curacao', 'America/Danmarkshavn',
        'America/Dawson', 'America/Dawson_Creek', 'America/Denver', 'America/Detroit', 'America/Dominica', 'America/Edmonton', 'America/Eirunepe', 'America/El_Salvador',
        'America/Ensenada', 'America/Fort_Nelson', 'America/Fort_Wayne', 'America/Fortaleza', 'America/Glace_Bay', 'America/Godthab', 'America/Goose_Bay', 'America/Grand_Turk',
        'America/Grenada', 'America/Guadeloupe', 'America/Guatemala', 'America/Guayaquil', 'America/Guyana', 'America/Halifax', 'America/Havana', 'America/Hermosillo',
        'America/Indiana/Indianapolis', 'America/Indiana/Knox', 'America/Indiana/Marengo', 'America/Indiana/Petersburg', 'America/Indiana/Tell_City', 'America/Indiana/Vevay', 'America/Indiana/Vincennes', 'America/Indiana/Winamac',
        'America/Indianapolis', 'America/Inuvik', 'America/Iqaluit', 'America/Jamaica', 'America/Jujuy', 'America/Juneau', 'America/Kentucky/Louisville', 'America/Kentucky/Monticello',
        'America/Knox_IN', 'America/Kralendijk', 'America/La_Paz', 'America/Lima', 'America/Los_Angeles', 'America/Louisville', 'America/Lower_Princes', 'America/Maceio',
        'America/Managua', 'America/Manaus', 'America/Marigot', 'America/Martinique', 'America/Matamoros', 'America/Mazatlan', 'America/Mendoza', 'America/Menominee',
        'America/Merida', 'America/Metlakatla', 'America/Mexico_City', 'America/Miquelon', 'America/Moncton', 'America/Monterrey', 'America/Montevideo', 'America/Montreal',
        'America/Montserrat', 'America/Nassau', 'America/New_York', 'America/Nipigon', 'America/Nome', 'America/Noronha', 'America/North_Dakota/Beulah', 'America/North_Dakota/Center',
        'America/North_Dakota/New_Salem', 'America/Nuuk', 'America/Ojinaga', 'America/Panama', 'America/Pangnirtung', 'America/Paramaribo', 'America/Phoenix', 'America/Port-au-Prince',
        'America/Port_of_Spain', 'America/Porto_Acre', 'America/Porto_Velho', 'America/Puerto_Rico', 'America/Punta_Arenas', 'America/Rainy_River', 'America/Rankin_Inlet', 'America/Recife',
        'America/Regina', 'America/Resolute', 'America/Rio_Branco', 'America/Rosario', 'America/Santa_Isabel', 'America/Santarem', 'America/Santiago', 'America/Santo_Domingo',
        'America/Sao_Paulo', 'America/Scoresbysund', 'America/Shiprock', 'America/Sitka', 'America/St_Barthelemy', 'America/St_Johns', 'America/St_Kitts', 'America/St_Lucia',
        'America/St_Thomas', 'America/St_Vincent', 'America/Swift_Current', 'America/Tegucigalpa', 'America/Thule', 'America/Thunder_Bay', 'America/Tijuana', 'America/Toronto',
        'America/Tortola', 'America/Vancouver', 'America/Virgin', 'America/Whitehorse', 'America/Winnipeg', 'America/Yakutat', 'America/Yellowknife', 'Antarctica/Casey',
        'Antarctica/Davis', 'Antarctica/DumontDUrville', 'Antarctica/Macquarie', 'Antarctica/Mawson', 'Antarctica/McMurdo', 'Antarctica/Palmer', 'Antarctica/Rothera', 'Antarctica/South_Pole',
        'Antarctica/Syowa', 'Antarctica/Troll', 'Antarctica/Vostok', 'Arctic/Longyearbyen', 'Asia/Aden', 'Asia/Almaty', 'Asia/Amman', 'Asia/Anadyr',
        'Asia/Aqtau', 'Asia/Aqtobe', 'Asia/Ashgabat', 'Asia/Ashkhabad', 'Asia/Atyrau', 'Asia/Baghdad', 'Asia/Bahrain', 'Asia/Baku',
        'Asia/Bangkok', 'Asia/Barnaul', 'Asia/Beirut', 'Asia/Bishkek', 'Asia/Brunei', 'Asia/Calcutta', 'Asia/Chita', 'Asia/Choibalsan',
        'Asia/Chongqing', 'Asia/Chungking', 'Asia/Colombo', 'Asia/Dacca', 'Asia/Damascus', 'Asia/Dhaka', 'Asia/Dili', 'Asia/Dubai',
        'Asia/Dushanbe', 'Asia/Famagusta', 'Asia/Gaza', 'Asia/Harbin', 'Asia/Hebron', 'Asia/Ho_Chi_Minh', 'Asia/Hong_Kong', 'Asia/Hovd',
        'Asia/Irkutsk', 'Asia/Istanbul', 'Asia/Jakarta', 'Asia/Jayapura', 'Asia/Jerusalem', 'Asia/Kabul', 'Asia/Kamchatka', 'Asia/Karachi',
        'Asia/Kashgar', 'Asia/Kathmandu', 'Asia/Katmandu', 'Asia/Khandyga', 'Asia/Kolkata', 'Asia/Krasnoyarsk', 'Asia/Kuala_Lumpur', 'Asia/Kuching',
        'Asia/Kuwait', 'Asia/Macao', 'Asia/Macau', 'Asia/Magadan', 'Asia/Makassar', 'Asia/Manila', 'Asia/Muscat', 'Asia/Nicosia',
        'Asia/Novokuznetsk', 'Asia/Novosibirsk', 'Asia/Omsk', 'Asia/Oral', 'Asia/Phnom_Penh', 'Asia/Pontianak', 'Asia/Pyongyang', 'Asia/Qatar',
        'Asia/Qostanay', 'Asia/Qyzylorda', 'Asia/Rangoon', 'Asia/Riyadh', 'Asia/Saigon', 'Asia/Sakhalin', 'Asia/Samarkand', 'Asia/Seoul',
        'Asia/Shanghai', 'Asia/Singapore', 'Asia/Srednekolymsk', 'Asia/Taipei', 'Asia/Tashkent', 'Asia/Tbilisi', 'Asia/Tehran', 'Asia/Tel_Aviv',
        'Asia/Thimbu', 'Asia/Thimphu', 'Asia/Tokyo', 'Asia/Tomsk', 'Asia/Ujung_Pandang', 'Asia/Ulaanbaatar', 'Asia/Ulan_Bator', 'Asia/Urumqi',
        'Asia/Ust-Nera', 'Asia/Vientiane', 'Asia/Vladivostok', 'Asia/Yakutsk', 'Asia/Yangon', 'Asia/Yekaterinburg', 'Asia/Yerevan', 'Atlantic/Azores',
        'Atlantic/Bermuda', 'Atlantic/Canary', 'Atlantic/Cape_Verde', 'Atlantic/Faeroe', 'Atlantic/Faroe', 'Atlantic/Jan_Mayen', 'Atlantic/Madeira', 'Atlantic/Reykjavik',
        'Atlantic/South_Georgia', 'Atlantic/St_Helena', 'Atlantic/Stanley', 'Australia/ACT', 'Australia/Adelaide', 'Australia/Brisbane', 'Australia/Broken_Hill', 'Australia/Canberra',
        'Australia/Currie', 'Australia/Darwin', 'Australia/Eucla', 'Australia/Hobart', 'Australia/LHI', 'Australia/Lindeman', 'Australia/Lord_Howe', 'Australia/Melbourne',
        'Australia/NSW', 'Australia/North', 'Australia/Perth', 'Australia/Queensland', 'Australia/South', 'Australia/Sydney', 'Australia/Tasmania', 'Australia/Victoria',
        'Australia/West', 'Australia/Yancowinna', 'Etc/GMT', 'Etc/GMT+1', 'Etc/GMT+10', 'Etc/GMT+11', 'Etc/GMT+12', 'Etc/GMT+2',
        'Etc/GMT+3', 'Etc/GMT+4', 'Etc/GMT+5', 'Etc/GMT+6', 'Etc/GMT+7', 'Etc/GMT+8', 'Etc/GMT+9', 'Etc/GMT-1',
        'Etc/GMT-10', 'Etc/GMT-11', 'Etc/GMT-12', 'Etc/GMT-13', 'Etc/GMT-14', 'Etc/GMT-2', 'Etc/GMT-3', 'Etc/GMT-4',
        'Etc/GMT-5', 'Etc/GMT-6', 'Etc/GMT-7', 'Etc/GMT-8', 'Etc/GMT-9', 'Etc/UTC', 'Europe/Amsterdam', 'Europe/Andorra',
        'Europe/Astrakhan', 'Europe/Athens', 'Europe/Belfast', 'Europe/Belgrade', 'Europe/Berlin', 'Europe/Bratislava', 'Europe/Brussels', 'Europe/Bucharest',
        'Europe/Budapest', 'Europe/Busingen', 'Europe/Chisinau', 'Europe/Copenhagen', 'Europe/Dublin', 'Europe/Gibraltar', 'Europe/Guernsey', 'Europe/Helsinki',
        'Europe/Isle_of_Man', 'Europe/Istanbul', 'Europe/Jersey', 'Europe/Kaliningrad', 'Europe/Kiev', 'Europe/Kirov', 'Europe/Kyiv', 'Europe/Lisbon',
        'Europe/Ljubljana', 'Europe/London', 'Europe/Luxembourg', 'Europe/Madrid', 'Europe/Malta', 'Europe/Mariehamn', 'Europe/Minsk', 'Europe/Monaco',
        'Europe/Moscow', 'Europe/Nicosia', 'Europe/Oslo', 'Europe/Paris', 'Europe/Podgorica', 'Europe/Prague', 'Europe/Riga', 'Europe/Rome',
        'Europe/Samara', 'Europe/San_Marino', 'Europe/Sarajevo', 'Europe/Saratov', 'Europe/Simferopol', 'Europe/Skopje', 'Europe/Sofia', 'Europe/Stockholm',
        'Europe/Tallinn', 'Europe/Tirane', 'Europe/Tiraspol', 'Europe/Ulyanovsk', 'Europe/Uzhgorod', 'Europe/Vaduz', 'Europe/Vatican', 'Europe/Vienna',
        'Europe/Vilnius', 'Europe/Volgograd', 'Europe/Warsaw', 'Europe/Zagreb', 'Europe/Zaporozhye', 'Europe/Zurich', 'GMT', 'Indian/Antananarivo',
        'Indian/Chagos', 'Indian/Christmas', 'Indian/Cocos', 'Indian/Comoro', 'Indian/Kerguelen', 'Indian/Mahe', 'Indian/Maldives', 'Indian/Mauritius',
        'Indian/Mayotte', 'Indian/Reunion', 'Pacific/Apia', 'Pacific/Auckland', 'Pacific/Bougainville', 'Pacific/Chatham', 'Pacific/Chuuk', 'Pacific/Easter',
        'Pacific/Efate', 'Pacific/Enderbury', 'Pacific/Fakaofo', 'Pacific/Fiji', 'Pacific/Funafuti', 'Pacific/Galapagos', 'Pacific/Gambier', 'Pacific/Guadalcanal',
        'Pacific/Guam', 'Pacific/Honolulu', 'Pacific/Johnston', 'Pacific/Kanton', 'Pacific/Kiritimati', 'Pacific/Kosrae', 'Pacific/Kwajalein', 'Pacific/Majuro',
        'Pacific/Marquesas', 'Pacific/Midway', 'Pacific/Nauru', 'Pacific/Niue', 'Pacific/Norfolk', 'Pacific/Noumea', 'Pacific/Pago_Pago', 'Pacific/Palau',
        'Pacific/Pitcairn', 'Pacific/Pohnpei', 'Pacific/Ponape', 'Pacific/Port_Moresby', 'Pacific/Rarotonga', 'Pacific/Saipan', 'Pacific/Samoa', 'Pacific/Tahiti',
        'Pacific/Tarawa', 'Pacific/Tongatapu', 'Pacific/Truk', 'Pacific/Wake', 'Pacific/Wallis', 'Pacific/Yap', 'UTC'));

DO $native$
BEGIN
    IF current_setting('server_version_num')::integer >= 180000 THEN
        CREATE FUNCTION app.uuid7() RETURNS uuid
            LANGUAGE sql VOLATILE PARALLEL SAFE
        AS $function$
        SELECT pg_catalog.uuidv7()
        $function$;
    ELSE
        CREATE FUNCTION app.uuid7() RETURNS uuid
            LANGUAGE sql VOLATILE PARALLEL SAFE
        AS $function$
        SELECT (overlay('0' || to_hex((date_part('epoch', clock_timestamp()) * 4096000)::bigint)
                PLACING '7' FROM 13 FOR 0) || right(gen_random_uuid()::text, 17))::uuid
        $function$;
    END IF;
END
$native$;

CREATE FUNCTION app.tenant_id() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.tenant_id', true), '')::uuid;

CREATE FUNCTION app.enter_tenant(p_tenant text, p_accepted boolean) RETURNS text
    LANGUAGE plpgsql VOLATILE
AS $function$
DECLARE
    tenant_before text := current_setting('app.tenant_id', true);
BEGIN
    IF tenant_before IS DISTINCT FROM p_tenant AND (p_accepted OR coalesce(tenant_before, '') = ''
        AND EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = SESSION_USER AND (rolsuper OR rolbypassrls))) THEN
        PERFORM set_config('app.tenant_id', coalesce(p_tenant, ''), true);
    END IF;
    RETURN tenant_before;
END;
$function$;

CREATE FUNCTION app.leave_tenant(p_tenant text) RETURNS void
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    IF current_setting('app.tenant_id', true) IS DISTINCT FROM p_tenant THEN
        PERFORM set_config('app.tenant_id', coalesce(p_tenant, ''), true);
    END IF;
END;
$function$;

CREATE FUNCTION app.user_id() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.user_id', true), '')::uuid;

CREATE FUNCTION app.job_time() RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN now();

CREATE FUNCTION app.minor_units(p_currency text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN p_currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') THEN 0
        WHEN p_currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 3
        WHEN p_currency IN ('CLF', 'UYW') THEN 4
        ELSE 2
    END;

CREATE FUNCTION app.refuse_change() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE    = '23514',
        MESSAGE    = TG_ARGV[1],
        SCHEMA     = TG_TABLE_SCHEMA,
        TABLE      = TG_TABLE_NAME,
        CONSTRAINT = TG_ARGV[0];
END;
$function$;

CREATE FUNCTION app.refuse_transition() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE    = '23514',
        MESSAGE    = format('%s of %s cannot %s', TG_ARGV[1], TG_TABLE_NAME, CASE TG_OP
                         WHEN 'INSERT' THEN format('start as %L', to_jsonb(NEW) ->> TG_ARGV[1])
                         ELSE format('change from %L to %L', to_jsonb(OLD) ->> TG_ARGV[1], to_jsonb(NEW) ->> TG_ARGV[1]) END),
        SCHEMA     = TG_TABLE_SCHEMA,
        TABLE      = TG_TABLE_NAME,
        CONSTRAINT = TG_ARGV[0];
END;
$function$;

CREATE FUNCTION app.touch_version_updated_at_created_at() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    IF NEW.version IS DISTINCT FROM OLD.version THEN
        RAISE EXCEPTION USING
            ERRCODE    = '40001',
            MESSAGE    = format('somebody else changed this row of %s: read it again', TG_TABLE_NAME),
            SCHEMA     = TG_TABLE_SCHEMA,
            TABLE      = TG_TABLE_NAME,
            CONSTRAINT = TG_ARGV[0];
    END IF;
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
    NEW.created_at := OLD.created_at;
    RETURN NEW;
END;
$function$;

CREATE FUNCTION app.touch_version_status_since_updated_at_created_at() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
AS $function$
BEGIN
    IF NEW.version IS DISTINCT FROM OLD.version THEN
        RAISE EXCEPTION USING
            ERRCODE    = '40001',
            MESSAGE    = format('somebody else changed this row of %s: read it again', TG_TABLE_NAME),
            SCHEMA     = TG_TABLE_SCHEMA,
            TABLE      = TG_TABLE_NAME,
            CONSTRAINT = TG_ARGV[0];
    END IF;
    NEW.version := OLD.version + 1;
    NEW.status_since := CASE WHEN NEW.status IS DISTINCT FROM OLD.status THEN now() ELSE OLD.status_since END;
    NEW.updated_at := now();
    NEW.created_at := OLD.created_at;
    RETURN NEW;
END;
$function$;

CREATE TABLE app.marinas (
    -- Primary Key
    id         uuid                     NOT NULL DEFAULT app.uuid7(),

    -- Attributes
    name       text                     NOT NULL,
    subdomain  text                     NOT NULL,
    country    app.country_code         NOT NULL,
    time_zone  app.time_zone            NOT NULL,
    settings   jsonb                    NOT NULL,

    -- Timestamps
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version    integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT marinas_pkey PRIMARY KEY (id),
    CONSTRAINT marinas_subdomain_key UNIQUE (subdomain),
    CONSTRAINT marinas_name_length CHECK (char_length(name) <= 200),
    CONSTRAINT marinas_subdomain_length CHECK (char_length(subdomain) <= 63),
    CONSTRAINT marinas_settings_shape CHECK (jsonb_typeof(settings) = 'object')
);

CREATE TABLE app.berths (
    -- Primary Key
    id            uuid                     NOT NULL DEFAULT app.uuid7(),
    marina_id     uuid                     NOT NULL DEFAULT app.tenant_id(),

    -- Attributes
    code          text                     NOT NULL,
    length_m      numeric                  NOT NULL,
    max_draught_m numeric                  NOT NULL,
    has_power     boolean                  NOT NULL DEFAULT false,
    day_rate      numeric                  NOT NULL,
    currency      app.currency_code        NOT NULL DEFAULT 'EUR',

    -- Timestamps
    created_at    timestamp with time zone NOT NULL DEFAULT now(),
    updated_at    timestamp with time zone NOT NULL DEFAULT now(),
    version       integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT berths_pkey PRIMARY KEY (marina_id, id),
    CONSTRAINT berths_marina_id_code_key UNIQUE (marina_id, code),
    CONSTRAINT berths_code_length CHECK (char_length(code) <= 10),
    CONSTRAINT berths_length_m_exact CHECK (scale(trim_scale(length_m)) <= 2 AND abs(length_m) < 1000),
    CONSTRAINT berths_max_draught_m_exact CHECK (scale(trim_scale(max_draught_m)) <= 2 AND abs(max_draught_m) < 100),
    CONSTRAINT berths_day_rate_exact CHECK (scale(trim_scale(day_rate)) <= 2 AND abs(day_rate) < 100000000),
    CONSTRAINT berths_length_m_between_3_and_120_check CHECK (length_m >= 3 AND length_m <= 120),
    CONSTRAINT berths_max_draught_m_above_0_check CHECK (max_draught_m > 0),
    CONSTRAINT berths_day_rate_at_least_0_check CHECK (day_rate >= 0)
);

CREATE TABLE app.users (
    -- Primary Key
    id                         uuid                     NOT NULL DEFAULT app.uuid7(),
    marina_id                  uuid                     NOT NULL DEFAULT app.tenant_id(),

    -- Attributes
    email                      app.email                NOT NULL,
    password_hash              text                     NOT NULL,
    role                       text                     NOT NULL,
    first_name                 text                     NOT NULL,
    last_name                  text                     NOT NULL,
    phone                      app.phone,
    passport_number_ciphertext bytea,
    passport_number_key_id     text,
    status                     text                     NOT NULL,

    -- Timestamps
    created_at                 timestamp with time zone NOT NULL DEFAULT now(),
    updated_at                 timestamp with time zone NOT NULL DEFAULT now(),
    version                    integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT users_pkey PRIMARY KEY (marina_id, id),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_role_values CHECK (role IN ('guest', 'harbour_master', 'clerk', 'accountant')),
    CONSTRAINT users_first_name_length CHECK (char_length(first_name) <= 100),
    CONSTRAINT users_last_name_length CHECK (char_length(last_name) <= 100),
    CONSTRAINT users_status_values CHECK (status IN ('active', 'inactive', 'suspended')),
    CONSTRAINT users_passport_number_key_check CHECK (passport_number_ciphertext IS NULL OR (passport_number_key_id IS NOT NULL AND btrim(passport_number_key_id) <> ''))
);

CREATE TABLE app.berth_photos (
    -- Primary Key
    id           uuid                     NOT NULL DEFAULT app.uuid7(),
    marina_id    uuid                     NOT NULL DEFAULT app.tenant_id(),

    -- Attributes
    bucket       text                     NOT NULL,
    object_key   text                     NOT NULL,
    file_name    text                     NOT NULL,
    content_type text                     NOT NULL,
    size_bytes   bigint                   NOT NULL,
    sha256       text,
    status       text                     NOT NULL DEFAULT 'pending',

    -- Foreign Keys
    berth_id     uuid                     NOT NULL,
    uploaded_by  uuid,

    -- Timestamps
    created_at   timestamp with time zone NOT NULL DEFAULT now(),
    updated_at   timestamp with time zone NOT NULL DEFAULT now(),
    version      integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT berth_photos_pkey PRIMARY KEY (marina_id, id),
    CONSTRAINT berth_photos_bucket_object_key_key UNIQUE (bucket, object_key),
    CONSTRAINT berth_photos_bucket_length CHECK (char_length(bucket) <= 63),
    CONSTRAINT berth_photos_object_key_length CHECK (char_length(object_key) <= 1024),
    CONSTRAINT berth_photos_file_name_length CHECK (char_length(file_name) <= 255),
    CONSTRAINT berth_photos_content_type_length CHECK (char_length(content_type) <= 127),
    CONSTRAINT berth_photos_sha256_length CHECK (char_length(sha256) <= 64),
    CONSTRAINT berth_photos_status_values CHECK (status IN ('pending', 'stored', 'quarantined', 'removed')),
    CONSTRAINT berth_photos_size_bytes_at_most_10_mb_check CHECK (size_bytes <= 10485760),
    CONSTRAINT berth_photos_size_above_nothing_check CHECK (size_bytes > 0),
    CONSTRAINT berth_photos_sha256_is_one_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT berth_photos_content_type_has_form_check CHECK (content_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
    CONSTRAINT berth_photos_stored_with_checksum_check CHECK (status <> 'stored' OR (sha256 IS NOT NULL AND btrim(sha256) <> ''))
);

CREATE TABLE app.boats (
    -- Primary Key
    id           uuid                     NOT NULL DEFAULT app.uuid7(),
    marina_id    uuid                     NOT NULL DEFAULT app.tenant_id(),

    -- Attributes
    name         text                     NOT NULL,
    registration text                     NOT NULL,
    length_m     numeric                  NOT NULL,
    draught_m    numeric                  NOT NULL,

    -- Foreign Keys
    owner_id     uuid                     NOT NULL,

    -- Timestamps
    created_at   timestamp with time zone NOT NULL DEFAULT now(),
    updated_at   timestamp with time zone NOT NULL DEFAULT now(),
    version      integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT boats_pkey PRIMARY KEY (marina_id, id),
    CONSTRAINT boats_registration_key UNIQUE (marina_id, registration),
    CONSTRAINT boats_name_length CHECK (char_length(name) <= 120),
    CONSTRAINT boats_registration_length CHECK (char_length(registration) <= 40),
    CONSTRAINT boats_length_m_exact CHECK (scale(trim_scale(length_m)) <= 2 AND abs(length_m) < 1000),
    CONSTRAINT boats_draught_m_exact CHECK (scale(trim_scale(draught_m)) <= 2 AND abs(draught_m) < 100)
);

CREATE TABLE app.consents (
    -- Primary Key
    id              uuid                     NOT NULL DEFAULT app.uuid7(),
    marina_id       uuid                     NOT NULL DEFAULT app.tenant_id(),

    -- Attributes
    purpose         text                     NOT NULL,
    given_at        timestamp with time zone NOT NULL DEFAULT now(),
    withdrawn_at    timestamp with time zone,
    wording_version text                     NOT NULL,
    source          text,

    -- Foreign Keys
    user_id         uuid                     NOT NULL,

    -- Timestamps
    created_at      timestamp with time zone NOT NULL DEFAULT now(),
    updated_at      timestamp with time zone NOT NULL DEFAULT now(),
    version         integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT consents_pkey PRIMARY KEY (marina_id, id),
    CONSTRAINT consents_purpose_values CHECK (purpose IN ('newsletters')),
    CONSTRAINT consents_wording_version_length CHECK (char_length(wording_version) <= 40),
    CONSTRAINT consents_source_length CHECK (char_length(source) <= 120),
    CONSTRAINT consents_withdrawn_after_given_check CHECK (withdrawn_at >= given_at)
);

CREATE TABLE app.bookings (
    -- Primary Key
    id                  uuid                     NOT NULL DEFAULT app.uuid7(),
    marina_id           uuid                     NOT NULL DEFAULT app.tenant_id(),

    -- Attributes
    arrival             timestamp with time zone NOT NULL,
    departure           timestamp with time zone NOT NULL,
    price               numeric                  NOT NULL,
    currency            app.currency_code        NOT NULL DEFAULT 'EUR',
    cancellation_reason text,
    notes               text,
    status              text                     NOT NULL DEFAULT 'requested',

    -- Foreign Keys
    berth_id            uuid                     NOT NULL,
    boat_id             uuid                     NOT NULL,
    guest_id            uuid                     NOT NULL,
    confirmed_by        uuid,

    -- Timestamps
    status_since        timestamp with time zone NOT NULL DEFAULT now(),
    created_at          timestamp with time zone NOT NULL DEFAULT now(),
    updated_at          timestamp with time zone NOT NULL DEFAULT now(),
    version             integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT bookings_pkey PRIMARY KEY (marina_id, id),
    CONSTRAINT bookings_price_exact CHECK (scale(trim_scale(price)) <= 2 AND abs(price) < 100000000),
    CONSTRAINT bookings_price_minor_units CHECK (scale(trim_scale(price)) <= app.minor_units(currency)),
    CONSTRAINT bookings_status_values CHECK (status IN ('requested', 'confirmed', 'checked_in', 'completed', 'cancelled')),
    CONSTRAINT bookings_confirmed_by_given_when_confirmed_check CHECK (status <> 'confirmed' OR (confirmed_by IS NOT NULL)),
    CONSTRAINT bookings_cancellation_reason_given_when_cancelled_check CHECK (status <> 'cancelled' OR (cancellation_reason IS NOT NULL AND btrim(cancellation_reason) <> '')),
    CONSTRAINT bookings_departure_after_arrival_check CHECK (departure > arrival),
    CONSTRAINT bookings_price_at_least_0_check CHECK (price >= 0),
    CONSTRAINT bookings_confirmed_by_differs_from_guest_id_check CHECK (confirmed_by <> guest_id),
    CONSTRAINT bookings_no_overlap_per_berth_excl EXCLUDE USING gist (marina_id WITH =, berth_id WITH =, tstzrange(arrival, departure) WITH &&) WHERE (status <> 'cancelled')
);

CREATE TABLE app.invoices (
    -- Primary Key
    id         uuid                     NOT NULL DEFAULT app.uuid7(),
    marina_id  uuid                     NOT NULL DEFAULT app.tenant_id(),

    -- Attributes
    number     text                     NOT NULL,
    issued_on  date                     NOT NULL,
    due_on     date                     NOT NULL,
    net_amount numeric                  NOT NULL,
    tax_amount numeric                  NOT NULL,
    currency   app.currency_code        NOT NULL DEFAULT 'EUR',
    status     text                     NOT NULL DEFAULT 'draft',

    -- Foreign Keys
    booking_id uuid                     NOT NULL,

    -- Timestamps
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version    integer                  NOT NULL DEFAULT 1,

    -- Constraints
    CONSTRAINT invoices_pkey PRIMARY KEY (marina_id, id),
    CONSTRAINT invoices_booking_id_key UNIQUE (marina_id, booking_id),
    CONSTRAINT invoices_number_key UNIQUE (marina_id, number),
    CONSTRAINT invoices_number_length CHECK (char_length(number) <= 20),
    CONSTRAINT invoices_net_amount_exact CHECK (scale(trim_scale(net_amount)) <= 2 AND abs(net_amount) < 10000000000),
    CONSTRAINT invoices_net_amount_minor_units CHECK (scale(trim_scale(net_amount)) <= app.minor_units(currency)),
    CONSTRAINT invoices_tax_amount_exact CHECK (scale(trim_scale(tax_amount)) <= 2 AND abs(tax_amount) < 10000000000),
    CONSTRAINT invoices_tax_amount_minor_units CHECK (scale(trim_scale(tax_amount)) <= app.minor_units(currency)),
    CONSTRAINT invoices_status_values CHECK (status IN ('draft', 'issued', 'paid', 'void')),
    CONSTRAINT invoices_net_amount_above_0_check CHECK (net_amount > 0),
    CONSTRAINT invoices_tax_amount_at_least_0_check CHECK (tax_amount >= 0),
    CONSTRAINT invoices_due_on_not_before_issued_on_check CHECK (due_on >= issued_on)
);

CREATE TABLE app.payments (
    -- Primary Key
    id         uuid                     NOT NULL DEFAULT app.uuid7(),
    marina_id  uuid                     NOT NULL DEFAULT app.tenant_id(),

    -- Columns, by alignment
    paid_at    timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    version    integer                  NOT NULL DEFAULT 1,
    invoice_id uuid                     NOT NULL,
    amount     numeric                  NOT NULL,
    currency   app.currency_code        NOT NULL DEFAULT 'EUR',
    method     text                     NOT NULL,
    reference  text,

    -- Constraints
    CONSTRAINT payments_pkey PRIMARY KEY (marina_id, id),
    CONSTRAINT payments_amount_exact CHECK (scale(trim_scale(amount)) <= 2 AND abs(amount) < 10000000000),
    CONSTRAINT payments_amount_minor_units CHECK (scale(trim_scale(amount)) <= app.minor_units(currency)),
    CONSTRAINT payments_method_values CHECK (method IN ('card', 'transfer', 'cash')),
    CONSTRAINT payments_reference_length CHECK (char_length(reference) <= 80),
    CONSTRAINT payments_amount_above_0_check CHECK (amount > 0),
    CONSTRAINT payments_amount_at_most_100000_check CHECK (amount <= 100000)
);

CREATE TABLE app.invoices_number_counters (
    -- Primary Key
    marina_id uuid   NOT NULL DEFAULT app.tenant_id(),
    span      date   NOT NULL,

    -- Attributes
    given     bigint NOT NULL DEFAULT 0,
    stored    bigint NOT NULL DEFAULT 0,

    -- Constraints
    CONSTRAINT invoices_number_counters_pkey PRIMARY KEY (marina_id, span)
);

CREATE TABLE audit.audit_logs (
    -- Primary Key
    id             bigint                   NOT NULL GENERATED ALWAYS AS IDENTITY,
    marina_id      uuid                     DEFAULT app.tenant_id(),

    -- Attributes
    table_name     text                     NOT NULL,
    verb           text                     NOT NULL,
    row_key        jsonb,
    old_values     jsonb,
    actor          text                     DEFAULT nullif(current_setting('app.actor', true), ''),
    reason         text                     DEFAULT nullif(current_setting('app.reason', true), ''),
    database_role  text                     NOT NULL DEFAULT coalesce(nullif(current_setting('role'), 'none'), SESSION_USER),
    transaction_id xid8                     NOT NULL DEFAULT pg_current_xact_id(),

    -- Timestamps
    occurred_at    timestamp with time zone NOT NULL DEFAULT clock_timestamp(),

    -- Constraints
    CONSTRAINT audit_logs_pkey PRIMARY KEY (occurred_at, id),
    CONSTRAINT audit_logs_verb_values CHECK (verb IN ('insert', 'update', 'delete', 'truncate'))
) PARTITION BY RANGE (occurred_at);

-- Lock of each foreign key: SHARE ROW EXCLUSIVE, on both tables, nobody writes while every row is checked.
-- On a table in use: ADD CONSTRAINT ... NOT VALID, then VALIDATE CONSTRAINT by itself, which takes SHARE UPDATE EXCLUSIVE and lets everybody go on.
ALTER TABLE app.berths
    ADD CONSTRAINT berths_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE RESTRICT;

ALTER TABLE app.users
    ADD CONSTRAINT users_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE RESTRICT;

ALTER TABLE app.berth_photos
    ADD CONSTRAINT berth_photos_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE RESTRICT;

ALTER TABLE app.berth_photos
    ADD CONSTRAINT berth_photos_berth_id_fkey FOREIGN KEY (marina_id, berth_id)
    REFERENCES app.berths (marina_id, id) ON DELETE RESTRICT;

ALTER TABLE app.berth_photos
    ADD CONSTRAINT berth_photos_uploaded_by_fkey FOREIGN KEY (marina_id, uploaded_by)
    REFERENCES app.users (marina_id, id) ON DELETE SET NULL (uploaded_by);

ALTER TABLE app.boats
    ADD CONSTRAINT boats_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE RESTRICT;

ALTER TABLE app.boats
    ADD CONSTRAINT boats_owner_id_fkey FOREIGN KEY (marina_id, owner_id)
    REFERENCES app.users (marina_id, id) ON DELETE RESTRICT;

ALTER TABLE app.consents
    ADD CONSTRAINT consents_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE RESTRICT;

ALTER TABLE app.consents
    ADD CONSTRAINT consents_user_id_fkey FOREIGN KEY (marina_id, user_id)
    REFERENCES app.users (marina_id, id) ON DELETE CASCADE;

ALTER TABLE app.bookings
    ADD CONSTRAINT bookings_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE RESTRICT;

ALTER TABLE app.bookings
    ADD CONSTRAINT bookings_berth_id_fkey FOREIGN KEY (marina_id, berth_id)
    REFERENCES app.berths (marina_id, id) ON DELETE RESTRICT;

ALTER TABLE app.bookings
    ADD CONSTRAINT bookings_boat_id_fkey FOREIGN KEY (marina_id, boat_id)
    REFERENCES app.boats (marina_id, id) ON DELETE RESTRICT;

ALTER TABLE app.bookings
    ADD CONSTRAINT bookings_guest_id_fkey FOREIGN KEY (marina_id, guest_id)
    REFERENCES app.users (marina_id, id) ON DELETE RESTRICT;

ALTER TABLE app.bookings
    ADD CONSTRAINT bookings_confirmed_by_fkey FOREIGN KEY (marina_id, confirmed_by)
    REFERENCES app.users (marina_id, id) ON DELETE RESTRICT;

ALTER TABLE app.invoices
    ADD CONSTRAINT invoices_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE RESTRICT;

ALTER TABLE app.invoices
    ADD CONSTRAINT invoices_booking_id_fkey FOREIGN KEY (marina_id, booking_id)
    REFERENCES app.bookings (marina_id, id) ON DELETE RESTRICT;

ALTER TABLE app.payments
    ADD CONSTRAINT payments_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE RESTRICT;

ALTER TABLE app.payments
    ADD CONSTRAINT payments_invoice_id_fkey FOREIGN KEY (marina_id, invoice_id)
    REFERENCES app.invoices (marina_id, id) ON DELETE RESTRICT;

ALTER TABLE app.invoices_number_counters
    ADD CONSTRAINT invoices_number_counters_marina_id_fkey FOREIGN KEY (marina_id)
    REFERENCES app.marinas (id) ON DELETE CASCADE;

-- Lock of each index or unique key: SHARE, nobody writes while it is built.
-- On a table in use: CREATE INDEX CONCURRENTLY in a file of its own without a transaction, for a key then ADD CONSTRAINT ... USING INDEX, and DROP INDEX what stays invalid.
CREATE INDEX berth_photos_berth_id_idx ON app.berth_photos (marina_id, berth_id);

CREATE INDEX berth_photos_uploaded_by_idx ON app.berth_photos (marina_id, uploaded_by) WHERE (uploaded_by IS NOT NULL);
CREATE INDEX boats_name_search_idx ON app.boats USING gin (name gin_trgm_ops);
CREATE INDEX boats_owner_id_idx ON app.boats (marina_id, owner_id);
CREATE UNIQUE INDEX consents_user_id_purpose_key ON app.consents (marina_id, user_id, purpose) WHERE (withdrawn_at IS NULL);
CREATE INDEX consents_user_id_idx ON app.consents (marina_id, user_id);
CREATE INDEX bookings_status_berth_id_idx ON app.bookings (marina_id, status, berth_id);
CREATE INDEX bookings_berth_id_arrival_idx ON app.bookings (marina_id, berth_id, arrival);
CREATE INDEX bookings_requested_idx ON app.bookings (status_since) WHERE (status = 'requested');
CREATE INDEX bookings_boat_id_idx ON app.bookings (marina_id, boat_id);
CREATE INDEX bookings_guest_id_idx ON app.bookings (marina_id, guest_id);
CREATE INDEX bookings_confirmed_by_idx ON app.bookings (marina_id, confirmed_by);
CREATE INDEX invoices_status_idx ON app.invoices (marina_id, status);
CREATE INDEX invoices_due_on_idx ON app.invoices (marina_id, due_on);
CREATE INDEX payments_invoice_id_idx ON app.payments (marina_id, invoice_id);
RESET ROLE;

COMMIT;
