CREATE TABLE teams (id int PRIMARY KEY, name text, captain_id int NOT NULL);
CREATE TABLE players (id int PRIMARY KEY, name text, team_id int NOT NULL REFERENCES teams DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE teams ADD FOREIGN KEY (captain_id) REFERENCES players DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE matches (home int REFERENCES teams, away int REFERENCES teams, PRIMARY KEY (home, away), CHECK (home <> away));
