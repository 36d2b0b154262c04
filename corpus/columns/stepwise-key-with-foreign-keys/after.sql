CREATE TABLE teams (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, parent bigint REFERENCES teams);
CREATE TABLE members (
  team bigint NOT NULL REFERENCES teams ON DELETE CASCADE,
  person text NOT NULL,
  invited_by bigint REFERENCES teams (id) ON DELETE SET NULL DEFERRABLE,
  PRIMARY KEY (team, person)
);
CREATE INDEX members_person ON members (person) INCLUDE (team);
CREATE VIEW sizes AS SELECT teams.name, count(*) AS members FROM teams JOIN members ON members.team = teams.id GROUP BY teams.name;
