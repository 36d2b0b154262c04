CREATE FUNCTION zhprs_start(internal, integer) RETURNS internal LANGUAGE internal STRICT AS 'prsd_start';
CREATE FUNCTION zhprs_getlexeme(internal, internal, internal) RETURNS internal LANGUAGE internal STRICT AS 'prsd_nexttoken';
CREATE FUNCTION zhprs_end(internal) RETURNS void LANGUAGE internal STRICT AS 'prsd_end';
CREATE FUNCTION zhprs_lextype(internal) RETURNS internal LANGUAGE internal STRICT AS 'prsd_lextype';
CREATE TEXT SEARCH PARSER zhparser (START = zhprs_start, GETTOKEN = zhprs_getlexeme, END = zhprs_end, HEADLINE = pg_catalog.prsd_headline, LEXTYPES = zhprs_lextype);
