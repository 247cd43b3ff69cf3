drop trigger appointment_busy on clinic.appointment;

drop index clinic.appointment_provider_id_appointment_date_id_idx;

drop policy overbooking_delete on booking.overbooking;
drop policy overbooking_insert on booking.overbooking;
drop policy overbooking_select on booking.overbooking;

drop function booking.taken(uuid, tstzrange);
drop function booking.may_overbook(uuid);
drop function booking.keep_busy();
drop function booking.visible_to_actor(uuid[]);
drop function booking.length_of(clinic.appointment_type);

drop table booking.busy;
drop table booking.overbooking;
drop table booking.appointment_length;

-- not where an administrator had installed it before
do $$
begin
    if exists (select from pg_extension where extname = 'btree_gist' and extnamespace = 'booking'::regnamespace) then
        drop extension btree_gist;
    end if;
end
$$;

drop schema booking;
