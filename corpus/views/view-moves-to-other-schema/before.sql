CREATE SCHEMA reporting;
CREATE TABLE visits (id int PRIMARY KEY, page text);

CREATE VIEW page_visits AS SELECT page, count(*) AS n FROM visits GROUP BY page;
CREATE VIEW busy AS SELECT page FROM page_visits WHERE n > 10;
