CREATE TABLE measures (at timestamptz, value numeric);
CREATE TABLE measures_2024 () INHERITS (measures);
ALTER TABLE measures ADD CONSTRAINT positive CHECK (value >= 0);
