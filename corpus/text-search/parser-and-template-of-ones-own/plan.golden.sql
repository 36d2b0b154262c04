CREATE TEXT SEARCH PARSER ts.p (
  START = prsd_start,
  GETTOKEN = prsd_nexttoken,
  END = prsd_end,
  HEADLINE = prsd_headline,
  LEXTYPES = prsd_lextype
);

CREATE TEXT SEARCH TEMPLATE ts.t (INIT = dsimple_init, LEXIZE = dsimple_lexize);

CREATE TEXT SEARCH DICTIONARY ts."My Dict" (
  TEMPLATE = ts.t,
  stopwords = 'english'
);

CREATE TEXT SEARCH CONFIGURATION ts.c (PARSER = ts.p);

ALTER TEXT SEARCH CONFIGURATION ts.c
  ADD MAPPING FOR asciiword
  WITH ts."My Dict";

COMMENT ON TEXT SEARCH PARSER ts.p IS 'A copy';

-- down

DROP TEXT SEARCH CONFIGURATION ts.c;

DROP TEXT SEARCH DICTIONARY ts."My Dict";

DROP TEXT SEARCH TEMPLATE ts.t;

DROP TEXT SEARCH PARSER ts.p;
