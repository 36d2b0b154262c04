CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE facts (id int PRIMARY KEY, body text);
CREATE TABLE other (id int) USING heap2;
CREATE MATERIALIZED VIEW summary AS SELECT count(*) AS n FROM facts;
