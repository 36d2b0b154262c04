INSERT INTO articles VALUES (1, '{1,2}', '{{1,2},{3,4}}', '{x}');
