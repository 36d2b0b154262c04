CREATE TABLE articles (id int PRIMARY KEY, codes bigint[], matrix int[][], names varchar(30)[] DEFAULT '{a,b}');
