CREATE TABLE settings (name text PRIMARY KEY, value text);
CREATE VIEW all_settings AS SELECT * FROM settings;
