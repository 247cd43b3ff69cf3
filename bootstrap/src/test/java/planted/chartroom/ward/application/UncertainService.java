package planted.chartroom.ward.application;

import org.chartroom.provider.Actor;
import org.springframework.stereotype.Service;
import planted.chartroom.kernel.Breaks;

@Breaks("SERVICES_ARE_TRANSACTIONAL")
@Service
class UncertainService implements Rounds {

    @Override
    public void begin(Actor by) {}
}
