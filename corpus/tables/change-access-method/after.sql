CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE facts (id int PRIMARY KEY, body text) USING heap2;
CREATE TABLE other (id int);
CREATE MATERIALIZED VIEW summary USING heap2 AS SELECT count(*) AS n FROM facts;
