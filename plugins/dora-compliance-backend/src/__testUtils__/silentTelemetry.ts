import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { Telemetry } from '../kernel/telemetry/Telemetry';

/** Telemetry that nobody listens to. */
export function silentTelemetry(): Telemetry {
  return new Telemetry(metricsServiceMock.mock(), tracingServiceMock.mock());
}
