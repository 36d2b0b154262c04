CREATE TABLE audit (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text, who name);
CREATE PROCEDURE note(w text) LANGUAGE sql BEGIN ATOMIC INSERT INTO audit (what, who) VALUES (w, current_user); DELETE FROM audit WHERE id < 0; END;
