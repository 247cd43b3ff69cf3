drop table audit.seal;
drop table audit.event;
drop table audit.chain;

drop schema audit;
