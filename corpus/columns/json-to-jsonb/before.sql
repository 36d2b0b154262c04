CREATE TABLE documents (id int PRIMARY KEY, body json NOT NULL DEFAULT '{}', meta text, xml_body xml);
