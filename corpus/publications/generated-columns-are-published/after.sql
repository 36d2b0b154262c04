CREATE TABLE a (id int PRIMARY KEY, b int GENERATED ALWAYS AS (id * 2) STORED);

CREATE PUBLICATION p FOR TABLE a WITH (publish_generated_columns = stored);
CREATE PUBLICATION q FOR ALL TABLES WITH (publish_generated_columns = none);
