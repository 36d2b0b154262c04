INSERT INTO shops VALUES (1, '(Main,Berlin)', ARRAY['(Side,Bonn)']::address[]);
