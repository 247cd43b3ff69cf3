drop table ward.night_shift;
