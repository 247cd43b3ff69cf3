drop table booking.exception_hours;
drop table booking.hours_exception;
drop table booking.weekly_hours;
drop table booking.working_hours;
