CREATE TYPE level AS ENUM ('low', 'middle', 'high');
CREATE TABLE alerts (id int PRIMARY KEY, level level NOT NULL);
CREATE INDEX alerts_level ON alerts (level DESC);
CREATE VIEW loud AS SELECT id FROM alerts WHERE level >= 'middle';
