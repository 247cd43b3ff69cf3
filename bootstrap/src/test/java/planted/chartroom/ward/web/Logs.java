package planted.chartroom.ward.web;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import planted.chartroom.kernel.Breaks;

@Breaks("FEATURES_DO_NOT_LOG")
class Logs {

    static final Log LOG = LogFactory.getLog(Logs.class);
}
