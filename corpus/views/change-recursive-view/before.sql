CREATE TABLE folders (id int PRIMARY KEY, parent int REFERENCES folders, name text NOT NULL);

CREATE RECURSIVE VIEW folder_paths (id, path) AS
  SELECT id, name FROM folders WHERE parent IS NULL
  UNION ALL
  SELECT f.id, p.path || '/' || f.name FROM folders f JOIN folder_paths p ON p.id = f.parent;
