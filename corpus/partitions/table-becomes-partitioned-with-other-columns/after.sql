CREATE TABLE visits (year int, month int, note text) PARTITION BY LIST (year);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES IN (2024);
