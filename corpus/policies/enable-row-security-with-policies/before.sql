CREATE TABLE notes (id int PRIMARY KEY, owner name NOT NULL DEFAULT current_user, body text);

GRANT SELECT ON notes TO authenticated;
