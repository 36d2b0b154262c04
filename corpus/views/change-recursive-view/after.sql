CREATE TABLE folders (id int PRIMARY KEY, parent int REFERENCES folders, name text NOT NULL);

CREATE RECURSIVE VIEW folder_paths (id, path, depth) AS
  SELECT id, name, 1 FROM folders WHERE parent IS NULL
  UNION ALL
  SELECT f.id, p.path || '/' || f.name, p.depth + 1 FROM folders f JOIN folder_paths p ON p.id = f.parent;
