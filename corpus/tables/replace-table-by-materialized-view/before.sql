CREATE TABLE sales (id int PRIMARY KEY, amount numeric(12,2) NOT NULL, day date NOT NULL);
CREATE TABLE daily_sales (day date PRIMARY KEY, total numeric);
CREATE VIEW best_days AS SELECT day FROM daily_sales WHERE total > 1000;
