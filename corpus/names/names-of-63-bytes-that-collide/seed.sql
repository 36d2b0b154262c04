INSERT INTO a_table_with_a_name_that_is_as_long_as_postgresql_allows_it_to VALUES (1), (2);
