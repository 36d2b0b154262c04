CREATE TABLE audited (created_at timestamptz DEFAULT now(), created_by text);
CREATE TABLE tagged (tags text[] DEFAULT '{}');
CREATE TABLE documents (id int PRIMARY KEY, title text, tags text[]) INHERITS (audited, tagged);
CREATE TABLE photos (created_at timestamptz DEFAULT now(), created_by text, id int PRIMARY KEY, url text) INHERITS (tagged);
