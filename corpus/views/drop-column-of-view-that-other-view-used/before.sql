CREATE TABLE tickets (id int PRIMARY KEY, title text, state text, assignee text);

CREATE VIEW open_tickets AS SELECT id, title, assignee FROM tickets WHERE state = 'open';
CREATE VIEW unassigned AS SELECT id, title FROM open_tickets WHERE assignee IS NULL;
