CREATE TYPE grade AS ENUM ('A', 'B', 'C', 'D');
CREATE TYPE graderange AS RANGE (subtype = grade);
CREATE TABLE jobs (id int PRIMARY KEY, grade grade, grades graderange CHECK (NOT isempty(grades)));
