CREATE TABLE articles (id int PRIMARY KEY, codes int[], matrix int[][], names varchar(10)[]);
