#include "assets.h"
#include "sql_names.h"
#include <stdio.h>
int main(void){ fwrite(ds_migrations[0].bytes,1,ds_migrations[0].size,stdout); return 0;}
