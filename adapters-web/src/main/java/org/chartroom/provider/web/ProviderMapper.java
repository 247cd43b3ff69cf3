package org.chartroom.provider.web;

import org.chartroom.provider.application.ColleagueView;
import org.chartroom.provider.application.ProviderView;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Views, in which what belongs together stands together, as the flat JSON that clients read. */
@Mapper
interface ProviderMapper {

    @Mapping(target = ".", source = "details")
    @Mapping(target = ".", source = "details.name")
    @Mapping(target = "email", source = "details.email.value")
    ProviderResponse response(ProviderView view);

    @Mapping(target = ".", source = "name")
    ColleagueLine line(ColleagueView view);
}
