CREATE TABLE measures (at timestamptz, value numeric);
CREATE TABLE measures_2024 () INHERITS (measures);
ALTER TABLE measures ADD CONSTRAINT empty CHECK (false) NO INHERIT;
ALTER TABLE measures ADD CONSTRAINT positive CHECK (value >= 0) NO INHERIT;
ALTER TABLE measures_2024 ADD CONSTRAINT in_2024 CHECK (at >= '2024-01-01Z' AND at < '2025-01-01Z');
