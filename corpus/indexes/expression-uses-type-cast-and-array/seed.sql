INSERT INTO t VALUES (1, 'a', 'x', '{"a": {"b": 1}}', '{1,2}');
