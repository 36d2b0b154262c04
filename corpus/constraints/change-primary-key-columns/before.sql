CREATE TABLE memberships (user_id int NOT NULL, team_id int NOT NULL, role text, PRIMARY KEY (user_id));
CREATE TABLE items (id int PRIMARY KEY, code text NOT NULL);
