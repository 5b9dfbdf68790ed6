-- name: ok
-- c;[x]
SELECT ';[]\"' -- x;
;
