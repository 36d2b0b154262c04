CREATE TABLE documents (id int PRIMARY KEY, body jsonb NOT NULL DEFAULT '{}', meta jsonb, xml_body text);
CREATE INDEX documents_body ON documents USING gin (body jsonb_path_ops);
CREATE INDEX documents_title ON documents ((body ->> 'title'));
