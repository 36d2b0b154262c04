CREATE TABLE sales (id int PRIMARY KEY, region text NOT NULL, amount int NOT NULL);

CREATE TABLE totals (region text NOT NULL, total bigint NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX totals_region ON totals (region);
