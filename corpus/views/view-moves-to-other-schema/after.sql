CREATE SCHEMA reporting;
CREATE TABLE visits (id int PRIMARY KEY, page text);

CREATE VIEW reporting.page_visits AS SELECT page, count(*) AS n FROM visits GROUP BY page;
CREATE VIEW busy AS SELECT page FROM reporting.page_visits WHERE n > 10;
