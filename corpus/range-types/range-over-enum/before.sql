CREATE TYPE grade AS ENUM ('A', 'B', 'C');
CREATE TABLE jobs (id int PRIMARY KEY, grade grade);
