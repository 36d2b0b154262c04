CREATE TABLE memberships (user_id int NOT NULL, team_id int NOT NULL, role text, PRIMARY KEY (user_id, team_id));
CREATE TABLE items (id int NOT NULL, code text PRIMARY KEY, UNIQUE (id));
