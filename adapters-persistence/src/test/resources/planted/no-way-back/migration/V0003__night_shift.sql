create table ward.night_shift (night date primary key);
