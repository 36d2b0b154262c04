CREATE TABLE players (id int PRIMARY KEY, name text NOT NULL, team text);
CREATE VIEW roster AS SELECT p.id, p.name, p.team FROM players p;
