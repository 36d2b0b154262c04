CREATE TABLE m (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE m_1 (id int NOT NULL, at date NOT NULL);
CREATE UNIQUE INDEX m_1_key ON m_1 (id, at);
CREATE INDEX own_index ON m_1 (id) WHERE id > 5;
