CREATE TABLE teams (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE players (id int PRIMARY KEY, name text NOT NULL, team int REFERENCES teams);
CREATE VIEW roster AS SELECT p.id, p.name, t.name AS team FROM players p LEFT JOIN teams t ON t.id = p.team;
