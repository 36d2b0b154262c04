CREATE TABLE places (id int PRIMARY KEY, name text, lat float8, lon float8);

CREATE VIEW points AS SELECT id, lat FROM places;
CREATE TABLE snapshots (id int PRIMARY KEY, taken_at timestamptz, points points[]);
