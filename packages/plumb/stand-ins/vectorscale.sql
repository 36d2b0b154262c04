-- control: relocatable = false, requires = 'vector'
CREATE ACCESS METHOD diskann TYPE INDEX HANDLER hashhandler;
CREATE FUNCTION vectorscale_stand_in_hash(vector) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
CREATE OPERATOR CLASS vector_cosine_ops DEFAULT FOR TYPE vector USING diskann AS FUNCTION 1 (vector, vector) vectorscale_stand_in_hash(vector);
CREATE OPERATOR CLASS vector_l2_ops FOR TYPE vector USING diskann AS FUNCTION 1 (vector, vector) vectorscale_stand_in_hash(vector);
CREATE OPERATOR CLASS vector_ip_ops FOR TYPE vector USING diskann AS FUNCTION 1 (vector, vector) vectorscale_stand_in_hash(vector);
