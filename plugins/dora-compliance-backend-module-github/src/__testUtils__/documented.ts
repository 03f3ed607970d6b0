import { type NamedDelivery, deliver } from './payloads';
import { alerts, secrets } from './documentedAlerts';
import { changes, reviewsOfDeployments } from './documentedDeployments';
import { packages } from './documentedPackages';
import { people, repositories, rulesets } from './documentedSettings';

/**
 * Payloads of events and actions without a public example, field by field as
 * GitHub documents them. Repositories and accounts are those of the examples.
 */
export const documented = {
  ...reviewsOfDeployments(),
  ...packages(),
  ...secrets(),
  ...rulesets(),
  ...people(),
  ...repositories(),
  ...alerts(),
  ...changes(),
};

/** All of them, as deliveries. */
export function documentedDeliveries(): NamedDelivery[] {
  return Object.entries(documented).map(([name, payload]) =>
    deliver(name.split('.')[0] ?? '', payload, name),
  );
}
