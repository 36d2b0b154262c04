CREATE TABLE tickets (id int PRIMARY KEY, title text, state text, assignee text);

CREATE VIEW open_tickets AS SELECT id, title FROM tickets WHERE state = 'open';
CREATE VIEW unassigned AS SELECT id, title FROM tickets WHERE state = 'open' AND assignee IS NULL;
