create table ward.bed (number int primary key);
