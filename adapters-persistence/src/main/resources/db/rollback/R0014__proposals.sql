drop table scribe.proposal;

drop type scribe.decision;
drop type scribe.kind;

drop schema scribe;
