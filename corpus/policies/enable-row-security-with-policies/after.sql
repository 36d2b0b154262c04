CREATE TABLE notes (id int PRIMARY KEY, owner name NOT NULL DEFAULT current_user, body text);

GRANT SELECT, INSERT ON notes TO authenticated;
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_own ON notes FOR SELECT TO authenticated USING (owner = current_user);
CREATE POLICY insert_own ON notes FOR INSERT TO authenticated WITH CHECK (owner = current_user);
COMMENT ON POLICY read_own ON notes IS 'One sees one''s own notes';
