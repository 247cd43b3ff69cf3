package planted.chartroom.http;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import planted.chartroom.kernel.Breaks;

@Breaks("COMPONENTS_ARE_PACKAGE_PRIVATE")
@RestControllerAdvice
public class ShownAdvice {}
