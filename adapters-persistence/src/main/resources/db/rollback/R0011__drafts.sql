drop table draft.note;

drop schema draft;
