-- control: relocatable = false, schema = hint_plan
CREATE TABLE hints (id serial PRIMARY KEY, norm_query_string text NOT NULL, application_name text NOT NULL, hints text NOT NULL);
