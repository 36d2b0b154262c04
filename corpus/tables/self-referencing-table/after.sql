CREATE TABLE categories (
  id int PRIMARY KEY,
  name text NOT NULL,
  parent_id int REFERENCES categories ON DELETE CASCADE,
  UNIQUE (parent_id, name)
);
CREATE TABLE nodes (
  tree int,
  id int,
  parent int,
  PRIMARY KEY (tree, id),
  FOREIGN KEY (tree, parent) REFERENCES nodes (tree, id) MATCH SIMPLE ON UPDATE CASCADE
);
