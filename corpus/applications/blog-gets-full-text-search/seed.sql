INSERT INTO authors VALUES (1, 'Ada');
INSERT INTO posts VALUES (1, 1, 'On engines', 'They weave patterns', 'en'), (2, 1, 'Über Häuser', 'Sie stehen', 'de');
INSERT INTO post_tags VALUES (1, 'old');
