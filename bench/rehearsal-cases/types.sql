-- base: shop
-- case: widen-varchar
ALTER TABLE orders ALTER COLUMN note TYPE varchar(40);
-- case: narrow-varchar
ALTER TABLE orders ALTER COLUMN note TYPE varchar(10);
-- case: varchar-to-text
ALTER TABLE orders ALTER COLUMN note TYPE text;
-- case: text-to-varchar
ALTER TABLE orders ALTER COLUMN state TYPE varchar(30);
-- case: text-to-unbounded-varchar
ALTER TABLE people ALTER COLUMN nick TYPE varchar;
-- case: widen-indexed-varchar
ALTER TABLE people ALTER COLUMN name TYPE varchar(100);
-- case: indexed-varchar-to-text
ALTER TABLE people ALTER COLUMN name TYPE text;
-- case: expression-index-on-text-to-varchar
ALTER TABLE people ALTER COLUMN nick TYPE varchar(200);
-- case: change-collation
ALTER TABLE people ALTER COLUMN name TYPE varchar(50) COLLATE "C";
-- case: char-to-text
ALTER TABLE people ALTER COLUMN code TYPE text;
-- case: widen-char
ALTER TABLE people ALTER COLUMN code TYPE char(8);
-- case: varchar-to-char
ALTER TABLE orders ALTER COLUMN note TYPE char(20);
-- case: int-to-bigint
ALTER TABLE people ALTER COLUMN age TYPE bigint;
-- case: bigint-to-int
ALTER TABLE loose ALTER COLUMN order_id TYPE int;
-- case: referenced-key-to-bigint
ALTER TABLE people ALTER COLUMN id TYPE bigint;
-- case: referencing-key-to-bigint
ALTER TABLE orders ALTER COLUMN person TYPE bigint;
-- case: key-that-is-both
ALTER TABLE tree ALTER COLUMN id TYPE bigint;
-- case: widen-numeric
ALTER TABLE people ALTER COLUMN score TYPE numeric(12, 2);
-- case: change-numeric-scale
ALTER TABLE people ALTER COLUMN score TYPE numeric(12, 4);
-- case: narrow-numeric
ALTER TABLE people ALTER COLUMN score TYPE numeric(8, 2);
-- case: numeric-without-bounds
ALTER TABLE people ALTER COLUMN score TYPE numeric;
-- case: int-to-numeric
ALTER TABLE people ALTER COLUMN age TYPE numeric;
-- case: timestamp-to-timestamptz-in-utc
ALTER TABLE people ALTER COLUMN seen TYPE timestamptz;
-- case: timestamp-to-timestamptz-elsewhere
SET TIME ZONE 'Europe/Berlin';
ALTER TABLE people ALTER COLUMN seen TYPE timestamptz;
-- case: timestamp-to-timestamptz-using
ALTER TABLE people ALTER COLUMN seen TYPE timestamptz USING seen AT TIME ZONE 'UTC';
-- case: timestamp3-to-timestamptz3
ALTER TABLE people ALTER COLUMN seen3 TYPE timestamptz(3);
-- case: timestamp3-to-timestamp
ALTER TABLE people ALTER COLUMN seen3 TYPE timestamp;
-- case: timestamp-to-timestamp6
ALTER TABLE people ALTER COLUMN seen TYPE timestamp(6);
-- case: timestamp-to-timestamp3
ALTER TABLE people ALTER COLUMN seen TYPE timestamp(3);
-- case: timestamptz-to-timestamp
ALTER TABLE orders ALTER COLUMN placed TYPE timestamp;
-- case: timestamptz-to-date
ALTER TABLE orders ALTER COLUMN placed TYPE date;
-- case: date-to-timestamp
ALTER TABLE people ALTER COLUMN born TYPE timestamp;
-- case: widen-varbit
ALTER TABLE people ALTER COLUMN flags TYPE bit varying(16);
-- case: unbounded-varbit
ALTER TABLE people ALTER COLUMN flags TYPE bit varying;
-- case: interval-precision
ALTER TABLE people ALTER COLUMN spent TYPE interval(3);
-- case: interval-full-precision
ALTER TABLE people ALTER COLUMN spent TYPE interval(6);
-- case: inet-to-cidr
ALTER TABLE people ALTER COLUMN host TYPE cidr;
-- case: cidr-to-inet
-- first:
ALTER TABLE people ALTER host TYPE cidr;
-- then:
ALTER TABLE people ALTER COLUMN host TYPE inet;
-- case: jsonb-to-json
DROP INDEX people_data;
ALTER TABLE people ALTER COLUMN data TYPE json;
-- case: text-to-enum
ALTER TABLE orders DROP CONSTRAINT orders_state;
CREATE TYPE order_state AS ENUM ('open', 'paid', 'sent');
ALTER TABLE orders ALTER COLUMN state DROP DEFAULT;
ALTER TABLE orders ALTER COLUMN state TYPE order_state USING state::order_state;
-- case: enum-to-text
ALTER TABLE goods ALTER COLUMN feel DROP DEFAULT, ALTER COLUMN feel TYPE text;
-- case: text-to-domain-without-check
ALTER TABLE people ALTER COLUMN email TYPE label;
-- case: domain-to-its-base
ALTER TABLE goods ALTER COLUMN tag TYPE text;
-- case: constrained-domain-to-its-base
ALTER TABLE goods ALTER COLUMN price TYPE numeric(10, 2);
-- case: to-constrained-domain
ALTER TABLE people ALTER COLUMN score TYPE positive USING greatest(score, 1);
-- case: to-constrained-domain-unchanged
ALTER TABLE lines ALTER COLUMN price TYPE positive;
-- case: type-of-checked-column
ALTER TABLE animals ALTER COLUMN legs TYPE bigint;
-- case: recheck-without-rewrite
-- first:
ALTER TABLE orders ADD CHECK (length(note) < 30);
-- then:
ALTER TABLE orders ALTER COLUMN note TYPE varchar(60);
-- case: using-the-same
ALTER TABLE people ALTER COLUMN age TYPE int USING age;
-- case: using-another-value
ALTER TABLE people ALTER COLUMN age TYPE int USING age + 1;
-- case: same-type
ALTER TABLE orders ALTER COLUMN note TYPE varchar(20);
-- case: boolean-to-int
ALTER TABLE orders ALTER COLUMN paid TYPE int USING paid::int;
-- case: two-columns-at-once
ALTER TABLE people ALTER COLUMN age TYPE bigint, ALTER COLUMN nick TYPE varchar(20);
-- case: column-of-statistics
ALTER TABLE people ALTER COLUMN age TYPE smallint;
-- case: type-of-stored-generated-source
-- first:
ALTER TABLE lines ADD double int GENERATED ALWAYS AS (no * 2) STORED;
-- then:
ALTER TABLE lines ALTER COLUMN double TYPE bigint;
-- case: add-enum-value
ALTER TYPE mood ADD VALUE 'happy';
-- case: add-enum-value-before
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'angry' BEFORE 'sad';
-- case: rename-enum-value
ALTER TYPE mood RENAME VALUE 'glad' TO 'happy';
-- case: rename-type
ALTER TYPE mood RENAME TO feeling;
-- case: set-schema-of-type
ALTER TYPE mood SET SCHEMA archive;
-- case: drop-type-cascade
DROP TYPE mood CASCADE;
-- case: drop-composite-type-cascade
DROP TYPE pair CASCADE;
-- case: add-attribute-in-use
ALTER TYPE pair ADD ATTRIBUTE c int CASCADE;
-- case: rename-attribute
ALTER TYPE pair RENAME ATTRIBUTE a TO aa CASCADE;
-- case: typed-table-attribute
-- first:
CREATE TABLE pairs OF pair;
INSERT INTO pairs SELECT n, 'x' FROM generate_series(1, 2000) n;
-- then:
ALTER TYPE pair ADD ATTRIBUTE c int CASCADE;
-- case: typed-table-attribute-type
-- first:
CREATE TYPE own_pair AS (a int, b text);
CREATE TABLE pairs OF own_pair;
INSERT INTO pairs SELECT n, 'x' FROM generate_series(1, 2000) n;
-- then:
ALTER TYPE own_pair ALTER ATTRIBUTE a TYPE bigint CASCADE;
-- case: of-type
-- first:
CREATE TABLE pairs (a int, b text);
-- then:
ALTER TABLE pairs OF pair;
-- case: not-of-type
-- first:
CREATE TABLE pairs OF pair;
-- then:
ALTER TABLE pairs NOT OF;
-- case: domain-add-check
ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 1000000);
-- case: domain-add-check-not-valid
ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 1000000) NOT VALID;
-- case: domain-validate
-- first:
ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 1000000) NOT VALID;
-- then:
ALTER DOMAIN positive VALIDATE CONSTRAINT small;
-- case: domain-set-not-null
ALTER DOMAIN positive SET NOT NULL;
-- case: domain-drop-constraint
ALTER DOMAIN positive DROP CONSTRAINT positive_check;
-- case: domain-set-default
ALTER DOMAIN positive SET DEFAULT 1;
-- case: domain-of-array-add-check-not-valid
ALTER DOMAIN label ADD CONSTRAINT short CHECK (length(VALUE) < 100) NOT VALID;
-- case: domain-over-domain-add-check
-- first:
CREATE DOMAIN price AS positive;
CREATE TABLE offers (id int, price price);
INSERT INTO offers SELECT n, n FROM generate_series(1, 1500) n;
-- then:
ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 1000000);
-- case: domain-in-partitioned-table-add-check
-- first:
CREATE TABLE parts (id int, price positive) PARTITION BY RANGE (id);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10000);
INSERT INTO parts SELECT n, n FROM generate_series(1, 1500) n;
-- then:
ALTER DOMAIN positive ADD CONSTRAINT small CHECK (VALUE < 1000000);
-- case: drop-domain-cascade
DROP DOMAIN positive CASCADE;
