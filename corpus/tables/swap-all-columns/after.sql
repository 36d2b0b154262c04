CREATE TABLE settings (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), data jsonb NOT NULL DEFAULT '{}');
CREATE VIEW all_settings AS SELECT * FROM settings;
